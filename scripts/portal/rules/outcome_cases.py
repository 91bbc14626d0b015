"""The months and the typical cases tell one story: a unit has closed and fined at least what its public cases say."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from portal.records import Entry, Site
from portal.records.case import Case
from portal.records.month import Month
from portal.records.outcome import Outcome, UnitReport
from portal.rules.engine import site_rule
from portal.source import Diagnostic, Span, warning


@dataclass(frozen=True)
class Reported:
    """What a unit reported for a month, and where."""

    entry: Entry[Outcome]
    index: int
    report: UnitReport

    def at(self, indicator: str) -> Span:
        return self.entry.at("units", self.index, "figures", indicator)


@site_rule("OUT-CASES-01")
def months_carry_the_cases(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """一个单位公开的典型案例，件数和罚没款加起来不能多过它那个月报的数。

    读者点开一件案例，再看那个月的通报，数字对不上，两边都不可信了。报表报出以后才决定的案件算到下一个月；下个月没有数据的不比。和哪
    两个指标比，写在 indicators.yaml 的 views 里（cases、penalties）。
    错：示例一所 2024-06 报 `penalties_yuan: 5000`，它 6 月决定的一件案例罚款 10000 元
    对：核对报表和决定书，改正其中一个
    程度：提醒
    """
    views = site.indicators.record.views
    reported = {
        (report.unit, entry.record.month): Reported(entry, index, report)
        for entry in site.outcomes
        for index, report in enumerate(entry.record.units)
    }
    for (unit, month), cases in sorted(_by_month(site, reported).items()):
        where = reported.get((unit, month))
        if where is None:
            continue
        named = "、".join(case.id for case in cases)
        for indicator, told, called in (
            (views.cases, len(cases), "件"),
            (
                views.penalties,
                sum(case.decision.fine_yuan + case.decision.confiscated_yuan for case in cases),
                "元",
            ),
        ):
            figure = where.report.figures.get(indicator or "")
            if indicator and figure is not None and told > figure:
                message = (
                    f"{unit} {month} 报了 {figure:g} {called}，它公开的案例（{named}）合计 {told:g} {called}"
                )
                hint = "核对报表和决定书，改正其中一个"
                yield warning(where.entry.path, where.at(indicator), "OUT-CASES-01", message, hint)


def _by_month(site: Site, reported: dict[tuple[str, Month], Reported]) -> dict[tuple[str, Month], list[Case]]:
    """The cases of each unit by the month in whose report they belong."""
    found = defaultdict[tuple[str, Month], list[Case]](list)
    for entry in site.cases:
        case = entry.record
        if case.unit is None or case.published_on is None or case.withdrawal is not None:
            continue
        decided = case.decision.decided_on
        month = Month(decided.year, decided.month)
        sent = reported[case.unit, month].report.reported_on if (case.unit, month) in reported else None
        found[case.unit, month.next if sent and decided > sent else month].append(case)
    return found
