"""One unit month by month: every public figure that it reports as a row, the months as columns, the sum at the end."""

from __future__ import annotations

from typing import NamedTuple

from portal.pages.context import Context
from portal.pages.figures.reporting import Arrival, reports
from portal.pages.figures.series import shown_months
from portal.pages.templates import figure
from portal.records.campaign import Unit
from portal.records.indicator import Indicator
from portal.records.month import Month

ABSENT = "—"


class MonthColumn(NamedTuple):
    """A month, and what is to be said of it over its column: that nothing was reported, or nothing published."""

    month: Month
    note: str


class MonthsRow(NamedTuple):
    """An indicator, its figure of each month, and what they come to."""

    indicator: Indicator
    cells: list[str]
    total: str


class MonthsGroup(NamedTuple):
    """The rows of one group of indicators."""

    name: str
    rows: list[MonthsRow]


class UnitMonths(NamedTuple):
    """The whole table; it has no groups where the unit has reported no figure."""

    months: list[MonthColumn]
    groups: list[MonthsGroup]


def unit_months(context: Context, unit: Unit) -> UnitMonths:
    shown = shown_months(context)
    came = {one.month: one.how for one in reports(context, unit)}
    groups = [
        MonthsGroup(
            group.name,
            [
                row
                for one in context.figures.indicators.values()
                if one.group == group.id and (row := _row(context, unit, one, shown))
            ],
        )
        for group in context.public.indicator_groups
    ]
    return UnitMonths(
        [MonthColumn(month, _note(came[month])) for month in shown], [group for group in groups if group.rows]
    )


def _note(how: Arrival) -> str:
    if how is Arrival.NOT_YET:
        return "没有发布"
    return how.value if how is Arrival.MISSING else ""


def _row(context: Context, unit: Unit, one: Indicator, shown: tuple[Month, ...]) -> MonthsRow | None:
    """`None` where the unit does not report it."""
    figures = context.figures
    table = figures.unit(unit.name).loc[list(shown)]
    values = figures.values(one.id, table)
    if all(value is None for value in values):
        return None
    total = figures.value(one.id, figures.of_unit(unit.name))
    return MonthsRow(
        one,
        [figure(value, one.decimals, ABSENT) for value in values],
        figure(total, one.decimals, ABSENT),
    )
