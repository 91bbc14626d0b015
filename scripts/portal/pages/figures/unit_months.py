"""One unit month by month: every public figure that it reports as a row, the months as columns, the sum at the end."""

from __future__ import annotations

from typing import NamedTuple

from portal.pages.context import Context
from portal.pages.figures.reporting import Arrival, reports
from portal.pages.figures.series import parts_among, shown_months
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
    """An indicator, its figure of each month, and what they come to. `part` of a row further up: 其中."""

    indicator: Indicator
    cells: list[str]
    total: str
    part: bool


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
    public = context.figures.indicators.values()
    groups = [
        MonthsGroup(group.name, _rows(context, unit, [one for one in public if one.group == group.id], shown))
        for group in context.public.indicator_groups
    ]
    return UnitMonths(
        [MonthColumn(month, _note(came[month])) for month in shown], [group for group in groups if group.rows]
    )


def _note(how: Arrival) -> str:
    if how is Arrival.NOT_YET:
        return "没有发布"
    return how.value if how is Arrival.MISSING else ""


def _rows(
    context: Context, unit: Unit, of_group: list[Indicator], shown: tuple[Month, ...]
) -> list[MonthsRow]:
    """Those that the unit reports."""
    figures, parts = context.figures, parts_among(of_group)
    table, sums = figures.unit(unit.name).loc[list(shown)], figures.of_unit(unit.name)
    rows = []
    for one in of_group:
        values = figures.values(one.id, table)
        if any(value is not None for value in values):
            cells = [figure(value, one.decimals, ABSENT) for value in values]
            total = figure(figures.value(one.id, sums), one.decimals, ABSENT)
            rows.append(MonthsRow(one, cells, total, one.id in parts))
    return rows
