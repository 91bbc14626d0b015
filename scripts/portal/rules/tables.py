"""The tables that everything else refers to agree with themselves: indicators, units, seasons."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from portal.records import Entry, Site
from portal.records.indicator import Indicator, Indicators
from portal.records.scalars import nearest
from portal.records.season import Season
from portal.rules.engine import Finding, record_rule, site_rule
from portal.source import Diagnostic, error


@site_rule("REF-INDICATOR-01")
def indicators_refer_to_indicators(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """指标表里写到的其他指标和分组都要存在。

    版面（views）、比率的分子分母，at_most（不大于）、part_of（属于）写指标的编号，group 写分组的编号；都不能写自己，也不能写比率（比率不填数）。
    错：`at_most: sample`
    对：`at_most: samples`
    程度：错误
    """
    table = site.indicators
    figures = {one.id: one for one in table.record.indicators if one.ratio is None}
    groups = {group.id: group for group in table.record.groups}
    for index, indicator in enumerate(table.record.indicators):
        for path, name in _references(indicator):
            place = table.at("indicators", index, *path)
            if name == indicator.id:
                hint = "写另一个指标的编号，或者删去这一行"
                yield error(table.path, place, "REF-INDICATOR-01", "不能写自己", hint)
            elif name not in figures:
                meant = nearest(name, figures)
                hint = f"是不是“{meant}”？" if meant else "写一个填数的指标的编号"
                message = f"没有编号为“{name}”的填数的指标"
                yield error(table.path, place, "REF-INDICATOR-01", message, hint)
        if indicator.group not in groups:
            meant = nearest(indicator.group, groups)
            hint = f"是不是“{meant}”？" if meant else f"可用的分组：{'、'.join(groups)}"
            place = table.at("indicators", index, "group")
            yield error(table.path, place, "REF-INDICATOR-01", f"没有编号为“{indicator.group}”的分组", hint)
    yield from _unknown_in_views(table)


def _unknown_in_views(table: Entry[Indicators]) -> Iterator[Diagnostic]:
    known = [one.id for one in table.record.indicators]
    for view, value in table.record.views:
        for index, name in enumerate((value,) if isinstance(value, str) else value or ()):
            if name not in known:
                meant = nearest(name, known)
                hint = f"是不是“{meant}”？" if meant else "写已有指标的编号"
                place = table.at("views", view, *(() if isinstance(value, str) else (index,)))
                yield error(table.path, place, "REF-INDICATOR-01", f"没有编号为“{name}”的指标", hint)


def _references(indicator: Indicator) -> Iterator[tuple[tuple[str, ...], str]]:
    if indicator.ratio:
        yield ("ratio", "numerator"), indicator.ratio.numerator
        yield ("ratio", "denominator"), indicator.ratio.denominator
    if indicator.at_most:
        yield ("at_most",), indicator.at_most
    if indicator.part_of:
        yield ("part_of",), indicator.part_of


@site_rule("REF-INDICATOR-02")
def indicators_differ(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """指标的编号不能重复；同一分组里，名称和别名不能指两个指标。

    导入表格时按分组和名称认指标，重了就认错。不同分组可以用相同的别名。
    错：同一分组里两个指标的 aliases 都有“办结数”
    对：删去其中一个
    程度：错误
    """
    table = site.indicators
    owners: dict[tuple[str, str], int] = {}
    for index, indicator in enumerate(table.record.indicators):
        for path, key in _called(indicator):
            owner = owners.setdefault(key, index)
            if owner != index:
                other = table.record.indicators[owner].name
                place = table.at("indicators", index, *path)
                message = f"“{key[1]}”已经是指标“{other}”的{'叫法' if key[0] else '编号'}"
                yield error(table.path, place, "REF-INDICATOR-02", message, "换一个，或者删去")


def _called(indicator: Indicator) -> Iterator[tuple[tuple[str | int, ...], tuple[str, str]]]:
    """Where an id, name or alias stands, and the group within which it must be the only one."""
    yield ("id",), ("", indicator.id)
    yield ("name",), (indicator.group, indicator.name)
    for index, alias in enumerate(indicator.aliases):
        yield ("aliases", index), (indicator.group, alias)


@site_rule("REF-TWICE-01")
def units_and_focuses_differ(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """报送单位、工作重点的编号和名称不能重复。

    编号是网址的一部分，名称是填报时认单位的依据，重了就分不清。
    错：两个单位都是 `id: unit-1`
    对：`id: unit-1`，`id: unit-2`
    程度：错误
    """
    campaign = site.campaign
    for field in ("units", "focuses", "basics", "innovations"):
        seen: set[tuple[str, str]] = set()
        for index, item in enumerate(getattr(campaign.record, field)):
            for part in ("id", "name"):
                value = getattr(item, part)
                if (part, value) in seen:
                    place = campaign.at(field, index, part)
                    yield error(
                        campaign.path,
                        place,
                        "REF-TWICE-01",
                        f"“{value}”在 {field} 里出现了两次",
                        "换一个，或者删去一项",
                    )
                seen.add((part, value))


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
