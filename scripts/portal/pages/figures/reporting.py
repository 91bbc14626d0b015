"""报送: how each unit's report of each month came, in words, and how often so far."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import NamedTuple

from portal.pages.context import Context
from portal.records.campaign import Unit
from portal.records.month import Month
from portal.records.outcome import Outcome, UnitReport


class Arrival(StrEnum):
    """How a report came, as readers read it."""

    IN_TIME = "按时"
    LATE = "迟报"
    MISSING = "未报"
    NOT_YET = "—"

    @property
    def wanting(self) -> bool:
        """Whether it is set off from what is as it should be."""
        return self in (Arrival.LATE, Arrival.MISSING)


class MonthReport(NamedTuple):
    """A month of the campaign; without `report` it is not published, or the unit is not in it."""

    month: Month
    report: UnitReport | None
    how: Arrival


class LateReport(NamedTuple):
    """A report that came late or not at all."""

    report: UnitReport
    how: Arrival


class ReportCount(NamedTuple):
    """In how many months a unit's report came in time, late, not at all."""

    unit: Unit
    in_time: int
    late: int
    missing: int


def lateness(context: Context, outcome: Outcome, report: UnitReport) -> Arrival:
    """In time is by the day of the month that the notice sets."""
    if report.reported_on is None:
        return Arrival.MISSING
    due = context.public.campaign.due_on(outcome.month)
    return Arrival.IN_TIME if report.reported_on <= due else Arrival.LATE


def late_reports(context: Context, outcome: Outcome) -> list[LateReport]:
    told = [LateReport(report, lateness(context, outcome, report)) for report in outcome.units]
    return [one for one in told if one.how.wanting]


def reports(context: Context, unit: Unit) -> list[MonthReport]:
    """Every month of the campaign."""
    found = []
    by_month = {entry.record.month: entry.record for entry in context.public.outcomes}
    for month in context.public.campaign.months:
        outcome = by_month.get(month)
        report = next((r for r in outcome.units if r.unit == unit.name), None) if outcome else None
        how = lateness(context, outcome, report) if outcome and report else Arrival.NOT_YET
        found.append(MonthReport(month, report, how))
    return found


def counted(context: Context, unit: Unit) -> ReportCount:
    came = Counter(one.how for one in reports(context, unit))
    return ReportCount(unit, came[Arrival.IN_TIME], came[Arrival.LATE], came[Arrival.MISSING])


def counts(context: Context) -> list[ReportCount]:
    """All units, in the order of the campaign."""
    return [counted(context, unit) for unit in context.public.campaign.units]
