"""One month's reports: every unit is there once, in a month of the campaign, with numbers of the kind counted."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.outcome import DIMENSIONS, Outcome
from portal.rules.engine import Finding, record_rule, site_rule
from portal.source import Diagnostic, Severity, Span

# Amounts are summed as floats; a thousandth of a fen is no difference.
TOLERANCE = 1e-6


@site_rule("OUT-UNIT-01")
def every_unit_is_there(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """每个月报单位都要有数据，没有报送的写明原因。

    通知要求各所、队每月报送排查整治表；少一个单位，全区的合计就偏小，读者却看不出来。
    错：units 里没有某个月报单位，也没有它的 `absent`
    对：加上这个单位的 `figures`，或者写 `absent: 原因`
    程度：定稿（final）是错误，初步数（provisional）是提醒
    """
    expected = [unit.name for unit in site.campaign.record.units if unit.reports]
    for entry in site.outcomes:
        severity = Severity.ERROR if entry.record.status == "final" else Severity.WARNING
        for span, message, hint in _absences(entry, expected):
            yield Diagnostic(entry.path, span, "OUT-UNIT-01", message, hint, severity)


def _absences(entry: Entry[Outcome], expected: list[str]) -> Iterator[tuple[Span, str, str]]:
    there = {report.unit for report in entry.record.units}
    for name in expected:
        if name not in there:
            yield entry.key("units"), f"缺少“{name}”的数据", "加上这个单位；没有报送的写 absent: 原因"
    for index, report in enumerate(entry.record.units):
        if not report.figures and report.absent is None:
            hint = "填上 figures，或者写 absent: 原因"
            yield entry.at("units", index, "unit"), f"“{report.unit}”没有数据，也没有写未报原因", hint
        elif report.figures and report.absent is not None:
            hint = "报了的删去 absent，没有报的删去 figures"
            yield entry.at("units", index, "absent"), f"“{report.unit}”写了未报原因，又填了数据", hint


@record_rule("OUT-MONTH-01", "outcomes")
def month_is_in_campaign(entry: Entry[Outcome], site: Site, today: datetime.date) -> Iterator[Finding]:
    """月份要在专项行动的起止月份之内。

    多半是年份写错了；行动之外的数据不能计入成效。
    错：行动到 2025-03 为止，`month: 2025-06`
    对：`month: 2024-06`
    """
    campaign = site.campaign.record
    if not campaign.first_month <= entry.record.month <= campaign.last_month:
        message = f"{entry.record.month} 不在专项行动的 {campaign.first_month} 至 {campaign.last_month} 之内"
        yield Finding(
            entry.at("month"), message, "改正月份和文件名；行动延长的改 campaign.yaml 的 last_month"
        )


@record_rule("OUT-TWICE-01", "outcomes")
def nothing_is_counted_twice(entry: Entry[Outcome], site: Site, today: datetime.date) -> Iterator[Finding]:
    """一个单位一个月只报一份，一个指标按同一种方式只拆分一次。

    写两遍，合计就重复计算。
    错：units 里“示例一所”出现两次
    对：合并成一份
    """
    units: set[str] = set()
    for index, report in enumerate(entry.record.units):
        if report.unit in units:
            yield Finding(
                entry.at("units", index, "unit"), f"“{report.unit}”在这个月出现了两次", "合并成一份"
            )
        units.add(report.unit)
        splits: set[tuple[str, str]] = set()
        for place, split in enumerate(report.breakdowns):
            if (split.indicator, split.by) in splits:
                message = f"{split.indicator} 按{DIMENSIONS[split.by].title}拆分了两次"
                yield Finding(entry.at("units", index, "breakdowns", place), message, "合并成一份")
            splits.add((split.indicator, split.by))


@record_rule("OUT-WHOLE-01", "outcomes")
def figures_are_of_their_kind(entry: Entry[Outcome], site: Site, today: datetime.date) -> Iterator[Finding]:
    """小数位数不能超过指标规定的位数。

    户次、批次、人次只能是整数，元最多到分；位数多的，多半是把万元的数填进了元的格子，或者填了平均数。
    错：`penalties_yuan: 5.453697`
    对：`penalties_yuan: 54536.97`
    """
    indicators = site.indicators.record.by_id()
    for index, report in enumerate(entry.record.units):
        for name, value in report.figures.items():
            indicator = indicators.get(name)
            if indicator and abs(round(value, indicator.decimals) - value) > TOLERANCE:
                allowed = f"最多 {indicator.decimals} 位小数" if indicator.decimals else "只能是整数"
                message = f"“{indicator.name}”{allowed}，填的是 {value}"
                hint = "核对是不是把万元的数填成了元" if indicator.unit == "元" else "对照原表改正"
                yield Finding(entry.at("units", index, "figures", name), message, hint)
