"""Within a unit's month: parts are no more than wholes, and are split by words that exist."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.indicator import Indicator
from portal.records.outcome import DIMENSIONS, Breakdown, Outcome, UnitReport
from portal.records.wording import nearest
from portal.rules.engine import Finding, record_rule
from portal.rules.outcomes import TOLERANCE


@record_rule("OUT-LIMIT-01", "outcomes")
def within_its_limit(entry: Entry[Outcome], site: Site, today: datetime.date) -> Iterator[Finding]:
    """有上限的数不能超过上限。

    上限写在指标表的 at_most 里：不合格批次不超过抽检批次，考核合格人数不超过考核人数。
    错：`samples: 10`，`samples_failed: 12`
    对：`samples: 12`，`samples_failed: 1`
    """
    for indicator in site.indicators.record.indicators:
        if indicator.at_most:
            yield from _exceeding(entry, site, indicator, indicator.at_most)


@record_rule("OUT-PARTS-01", "outcomes")
def parts_fit_the_whole(entry: Entry[Outcome], site: Site, today: datetime.date) -> Iterator[Finding]:
    """部分不能超过整体，分类用的词要是已有的词。

    指标表里 part_of 的数（如其中小作坊）不超过它所属的数；breakdowns 里各部分之和不超过这个指标的数。
    错：`checks_production: 8`，`checks_workshop: 9`
    错：`parts: {餐饮: 5}`（业态里的词是“餐饮服务”）
    对：`parts: {餐饮服务: 5, 单位食堂: 3}`，两项之和不超过总数
    """
    indicators = site.indicators.record.by_id()
    for indicator in indicators.values():
        if indicator.part_of:
            yield from _exceeding(entry, site, indicator, indicator.part_of)
    for index, report in enumerate(entry.record.units):
        for place, split in enumerate(report.breakdowns):
            yield from _unknown_words(entry, site, split, (index, place))
            yield from _too_many_parts(entry, indicators, report, (index, place))


def _exceeding(entry: Entry[Outcome], site: Site, indicator: Indicator, limit: str) -> Iterator[Finding]:
    whole = site.indicators.record.by_id().get(limit)
    if whole is None:
        return
    for index, report in enumerate(entry.record.units):
        value, most = report.figures.get(indicator.id, 0), report.figures.get(limit)
        place = entry.at("units", index, "figures", indicator.id) if value > (most or 0) + TOLERANCE else None
        if place and most is None:
            message = f"填了“{indicator.name}”{value}，没有填“{whole.name}”"
            yield Finding(place, message, f"补上 {limit}")
        elif place:
            yield Finding(
                place, f"“{indicator.name}”{value} 超过“{whole.name}”{most}", "对照原表改正其中一个数"
            )


def _unknown_words(
    entry: Entry[Outcome], site: Site, split: Breakdown, at: tuple[int, int]
) -> Iterator[Finding]:
    group, title = DIMENSIONS[split.by]
    words = site.words.group(group)
    for word in split.parts if words is not None else ():
        if words is not None and word not in words:
            meant = site.words.canonical(group, word) or nearest(word, words)
            hint = f"是不是“{meant}”？" if meant else f"可用的词：{'、'.join(words)}"
            place = entry.key("units", at[0], "breakdowns", at[1], "parts", word)
            yield Finding(place, f"“{word}”不是已有的{title}", hint)


def _too_many_parts(
    entry: Entry[Outcome], indicators: dict[str, Indicator], report: UnitReport, at: tuple[int, int]
) -> Iterator[Finding]:
    split = report.breakdowns[at[1]]
    whole, total = report.figures.get(split.indicator), sum(split.parts.values())
    name = indicators[split.indicator].name if split.indicator in indicators else split.indicator
    place = ("units", at[0], "breakdowns", at[1], "parts")
    if whole is None:
        yield Finding(entry.key(*place), f"拆分了“{name}”，figures 里却没有这个数", f"补上 {split.indicator}")
    elif total > whole + TOLERANCE:
        message = f"各部分之和 {total} 超过“{name}”{whole}"
        yield Finding(entry.key(*place), message, "对照原表改正；重叠的部分只算一次")
