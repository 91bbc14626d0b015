"""Items of a list tell themselves apart: units, focuses and themes of the campaign, the years of a season, terms.

A term refers only to terms that exist.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from portal.records import Entry, Site
from portal.records.season import Season
from portal.records.wording import nearest
from portal.rules.engine import Finding, record_rule, site_rule
from portal.source import Diagnostic, KeyPath, error

LISTS = {"units": "报送单位", "focuses": "工作重点", "basics": "夯实基础", "innovations": "改革创新"}


@site_rule("REF-TWICE-01")
def units_and_focuses_differ(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """报送单位的编号和名称不能重复；工作重点、夯实基础、改革创新合在一起，编号和名称也不能重复。

    编号是网址的一部分，后三类的网址在同一个文件夹里，重了就有一页被盖掉；名称是填报时认单位的依据，重了就分不清。
    错：工作重点和夯实基础里各有一个 `id: open-kitchens`
    对：`id: open-kitchens`，`id: kitchen-files`
    程度：错误
    """
    campaign = site.campaign
    for fields in (("units",), ("focuses", "basics", "innovations")):
        items = [
            (field, index, item)
            for field in fields
            for index, item in enumerate(getattr(campaign.record, field))
        ]
        for part, what in (("id", "编号"), ("name", "名称")):
            owners: dict[str, str] = {}
            for field, index, item in items:
                value = getattr(item, part)
                if value in owners:
                    message = f"“{value}”已经是{owners[value]}的{what}"
                    place = campaign.at(field, index, part)
                    yield error(campaign.path, place, "REF-TWICE-01", message, "换一个，或者删去一项")
                else:
                    owners[value] = f"{LISTS[field]}第 {index + 1} 项"


@record_rule("SEASON-DATES-01", "seasons")
def season_dates_agree(entry: Entry[Season], site: Site, today: datetime.date) -> Iterator[Finding]:
    """重点时段的开始不晚于结束，当天在两者之间，一年只有一段。

    错：`start: 2024-06-10`，`end: 2024-05-27`
    对：`start: 2024-05-27`，`end: 2024-06-10`，`day: 2024-06-10`
    """
    for index, dates in enumerate(entry.record.dates):
        if dates.end < dates.start:
            place = entry.at("dates", index, "end")
            yield Finding(place, f"结束 {dates.end} 早于开始 {dates.start}", "核对后改正其中一个日期")
        elif dates.day is not None and not dates.start <= dates.day <= dates.end:
            place = entry.at("dates", index, "day")
            yield Finding(place, f"当天 {dates.day} 不在 {dates.start} 至 {dates.end} 之内", "核对后改正日期")
    for index, (before, dates) in enumerate(pairwise(entry.record.dates), 1):
        if dates.start <= before.end:
            yield Finding(
                entry.at("dates", index, "start"),
                "与上一段重叠，或者没有按先后排列",
                "按年份先后排列，不要重叠",
            )


@site_rule("TERM-TWICE-01")
def words_differ(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """一个词只解释一次。

    名词和别名都会在正文里变成指向解释的链接；同一个词写在两处，读者不知道看哪一条。
    错：“进货查验”的别名里有“索证索票”，又另有一条 `term: 索证索票`
    对：两处合成一条
    程度：错误
    """
    owners: dict[str, str] = {}
    for entry in site.terms:
        record = entry.record
        places: list[tuple[KeyPath, str]] = [(("term",), record.term)]
        places += [(("aliases", index), alias) for index, alias in enumerate(record.aliases)]
        for path, word in places:
            if word in owners:
                message = f"“{word}”已经在“{owners[word]}”里解释过"
                yield error(entry.path, entry.at(*path), "TERM-TWICE-01", message, "合成一条，或者删去一处")
            else:
                owners[word] = record.term


@site_rule("TERM-SEE-01")
def references_exist(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """“参见”里写的名词要存在，并且不是它自己。

    错：`see: [sample-retension]`
    对：`see: [sample-retention]`
    程度：错误
    """
    known = dict.fromkeys(entry.record.id for entry in site.terms)
    for entry in site.terms:
        for index, name in enumerate(entry.record.see):
            if name in known and name != entry.record.id:
                continue
            message = "参见的是它自己" if name in known else f"没有编号为“{name}”的名词"
            meant = None if name in known else nearest(name, known)
            hint = f"是不是“{meant}”？" if meant else "核对编号，或者删去这一项"
            yield error(entry.path, entry.at("see", index), "TERM-SEE-01", message, hint)
