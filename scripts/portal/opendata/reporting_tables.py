"""报送: who reported when, in time or late, and how many of its reports were used."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from portal.opendata.columns import IS_DEMO, column
from portal.opendata.dataset import DATE, INTEGER, Column, Row, Table
from portal.opendata.outcome_tables import THE_MONTH, THE_UNIT
from portal.publication.months import due_on
from portal.records.campaign import Campaign
from portal.records.outcome import Outcome, UnitReport

Punctuality = Callable[[Outcome, UnitReport], str]


def reporting(
    outcomes: Sequence[Outcome],
    campaign: Campaign,
    punctuality: Punctuality,
    updated_on: datetime.date | None,
) -> Table:
    """One row for each unit and month; `punctuality` says 按时, 迟报 or 未报."""

    def rows() -> list[Row]:
        return [
            (
                one.month,
                report.unit,
                due_on(one.month, campaign),
                report.reported_on,
                punctuality(one, report),
                report.absent,
                len(report.dispatches),
                report.dispatches,
                one.demo or campaign.demo_units,
            )
            for one in outcomes
            for report in one.units
        ]

    return Table(
        "reporting",
        "报送与录用",
        "各单位每月哪天报送、是不是按时，报送的信息录用了几条。",
        ("month", "unit"),
        (
            THE_MONTH,
            THE_UNIT,
            Column("due_on", "截止日期", "当月报送的最后一天，当日不算晚", DATE),
            column(UnitReport, "reported_on"),
            Column("punctuality", "报送情况", "按时、迟报或者未报"),
            column(UnitReport, "absent"),
            Column("dispatches_listed", "录用条数", "录用信息的条数", INTEGER, "条"),
            column(UnitReport, "dispatches"),
            IS_DEMO,
        ),
        rows,
        updated_on,
    )
