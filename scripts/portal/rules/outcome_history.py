"""Figures compared over the months of a unit: what is carried over, what stands out."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from portal.records import Entry, Site
from portal.records.indicator import HAZARDS_CARRIED as CARRIED
from portal.records.indicator import HAZARDS_FOUND as FOUND
from portal.records.indicator import HAZARDS_RECTIFIED as RECTIFIED
from portal.records.outcome import Outcome, UnitReport
from portal.rules.engine import site_rule
from portal.source import Diagnostic, Span, error, warning

TIMES_OFF = 20
OTHERS_NEEDED = 4


@dataclass(frozen=True)
class Placed:
    """A unit's report with the month it stands in."""

    entry: Entry[Outcome]
    index: int
    report: UnitReport

    def at(self, indicator: str) -> Span:
        return self.entry.at("units", self.index, "figures", indicator)


def by_unit(site: Site) -> dict[str, list[Placed]]:
    """The reports of every unit, months in order."""
    reports: dict[str, list[Placed]] = defaultdict(list)
    for entry in site.outcomes:
        for index, report in enumerate(entry.record.units):
            reports[report.unit].append(Placed(entry, index, report))
    return reports


@site_rule("OUT-CLOSED-01")
def rectified_were_found(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """完成整改的隐患，不能多于本月发现的加上月结转的。

    结转数填了的按填的算；没有填的按本单位以前各月发现减去整改累计，行动开始时为 0。中间缺月份的，填了结转才检查。
    错：`hazards_found: 10`，`hazards_rectified: 18`，结转只有 3
    对：改正填错的数；确有更早的隐患，填 `hazards_carried`
    程度：错误
    """
    for placed, carried in _with_carried(site):
        found, rectified = placed.report.figures.get(FOUND, 0), placed.report.figures.get(RECTIFIED, 0)
        if carried is not None and rectified > found + carried:
            message = f"完成整改 {rectified} 多于本月发现 {found} 加上月结转 {carried}"
            hint = f"对照隐患清单改正；结转不是 {carried} 的，填 {CARRIED}"
            yield error(placed.entry.path, placed.at(RECTIFIED), "OUT-CLOSED-01", message, hint)


@site_rule("OUT-CARRIED-01")
def carried_agrees(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """填报的上月结转，应当等于以前各月发现减去整改。

    对不上，说明有一个月漏报、错报，或者清单没有及时销号。
    错：5 月发现 10、整改 7，6 月填 `hazards_carried: 5`
    对：6 月填 `hazards_carried: 3`，或者更正 5 月的数
    程度：提醒
    """
    for reports in by_unit(site).values():
        known: float | None = 0
        for placed in _in_months(site, reports):
            if placed is None:
                known = None
                continue
            stated = placed.report.figures.get(CARRIED)
            if stated is not None and known is not None and stated != known:
                message = f"上月结转填的是 {stated}，以前各月发现减去整改是 {known}"
                place = placed.at(CARRIED)
                yield warning(
                    placed.entry.path, place, "OUT-CARRIED-01", message, "核对隐患清单，改正填错的月份"
                )
            known = _left_over(placed, known)


def _with_carried(site: Site) -> Iterator[tuple[Placed, float | None]]:
    """Every report with what it carried over: as stated, else as counted; `None` when a month is missing."""
    for reports in by_unit(site).values():
        known: float | None = 0
        for placed in _in_months(site, reports):
            if placed is None:
                known = None
                continue
            yield placed, placed.report.figures.get(CARRIED, known)
            known = _left_over(placed, known)


def _left_over(placed: Placed, known: float | None) -> float | None:
    figures = placed.report.figures
    carried = figures.get(CARRIED, known)
    return None if carried is None else max(0, carried + figures.get(FOUND, 0) - figures.get(RECTIFIED, 0))


def _in_months(site: Site, reports: Sequence[Placed]) -> Iterator[Placed | None]:
    """A unit's reports, month by month of the campaign, `None` where there is none."""
    by_month = {placed.entry.record.month: placed for placed in reports}
    return (by_month.get(month) for month in site.campaign.record.months)


@site_rule("OUT-OUTLIER-01")
def nothing_stands_out(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """和本单位其他月份的中位数相差 20 倍的数，要再看一眼。

    常见的原因是元和万元填混、多打一个 0、两格填反。其他月份至少有四个不为 0 的数才比较。
    错：平时罚没款每月三五万元，有一个月填了 `penalties_yuan: 5.45`
    对：`penalties_yuan: 54536.97`；数没有错的，在 `note` 里说明原因
    程度：提醒
    """
    units = {indicator.id: indicator.unit for indicator in site.indicators.record.indicators}
    for reports in by_unit(site).values():
        series: dict[str, list[tuple[float, Placed]]] = defaultdict(list)
        for placed in reports:
            for name, value in placed.report.figures.items():
                if value:
                    series[name].append((value, placed))
        for name, values in series.items():
            for value, placed, usual in _off(values):
                message = f"“{placed.report.unit}”的 {value} 与其他月份的中位数 {usual:.10g} 相差 {TIMES_OFF} 倍以上"
                hint = (
                    "核对原表，是否把元、万元填错；没有错的不用处理"
                    if units.get(name) == "元"
                    else "对照原表核对；没有错的不用处理"
                )
                yield warning(placed.entry.path, placed.at(name), "OUT-OUTLIER-01", message, hint)


def _off(values: list[tuple[float, Placed]]) -> Iterator[tuple[float, Placed, float]]:
    if len(values) <= OTHERS_NEEDED:
        return
    for index, (value, placed) in enumerate(values):
        usual = median(other for place, (other, _) in enumerate(values) if place != index)
        if value >= usual * TIMES_OFF or value * TIMES_OFF <= usual:
            yield value, placed, usual
