"""单位对比: the same figures of the units beside each other, as one table and month by month.

Without scripts the tables show every unit; `compare.js` leaves the two that the reader picks. No page is made for
each pair: thirty units have 435.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.figures.series import parts_among, shown_months
from portal.pages.page import Values, page
from portal.pages.templates import figure
from portal.records import addresses
from portal.records.campaign import Unit
from portal.records.indicator import Indicator
from portal.records.month import Month

CRUMBS = (("整治成效", addresses.OUTCOMES), ("单位对比", addresses.COMPARED))
ABSENT = "—"


class ComparedRow(NamedTuple):
    """An indicator, and its figure of each unit. `part` of a row further up: 其中."""

    indicator: Indicator
    cells: list[str]
    part: bool


class ComparedGroup(NamedTuple):
    """The rows of one group of indicators."""

    name: str
    rows: list[ComparedRow]


class ComparedMonth(NamedTuple):
    """A month, and the figure of each unit in it."""

    month: Month
    cells: list[str]


class ByMonth(NamedTuple):
    """One indicator month by month; `anchor` is its place on the page."""

    indicator: Indicator
    anchor: str
    rows: list[ComparedMonth]


@dataclass(frozen=True)
class ComparedValues(Values):
    """`units` are those that have reported anything: the columns of all tables, in the order of the campaign.

    `span` is the time of which the sums are.
    """

    units: list[Unit]
    span: str
    groups: list[ComparedGroup]
    by_month: list[ByMonth]


def plan(context: Context) -> list[Document]:
    return [
        page(
            context,
            Document(
                address=addresses.COMPARED,
                title="单位对比",
                description="选两个单位，把检查、整改、办案、抽检、考核的数放在一起看，累计的和逐月的都有。",
                kind=kinds.COMPARED,
                scripts=("compare",),
                updated_on=context.public.outcomes[-1].record.published_on
                if context.public.outcomes
                else None,
                crumbs=trail(*CRUMBS),
                demo=context.public.figures_are_demo,
                sources=tuple(entry.path for entry in context.public.outcomes),
            ),
            "compare.html.j2",
            lambda: _values(context),
        )
    ]


def _values(context: Context) -> ComparedValues:
    figures = context.figures
    units = [unit for unit in context.public.campaign.units if figures.of_unit(unit.name).notna().any()]
    months = shown_months(context)
    columns = figures.view(figures.views.columns)
    rates = [one for one in figures.indicators.values() if one.ratio]
    return ComparedValues(
        units=units,
        span=f"{months[0].name}到{months[-1].name}" if months else "",
        groups=_groups(context, units),
        by_month=[_by_month(context, one, units) for one in (*columns, *rates)],
    )


def _groups(context: Context, units: list[Unit]) -> list[ComparedGroup]:
    made = [
        ComparedGroup(
            group.name,
            _rows(
                context, [one for one in context.figures.indicators.values() if one.group == group.id], units
            ),
        )
        for group in context.public.indicator_groups
    ]
    return [group for group in made if group.rows]


def _rows(context: Context, of_group: list[Indicator], units: list[Unit]) -> list[ComparedRow]:
    """Those that any of the units reports."""
    figures, parts = context.figures, parts_among(of_group)
    rows = []
    for one in of_group:
        values = [figures.value(one.id, figures.of_unit(unit.name)) for unit in units]
        cells = [figure(value, one.decimals, ABSENT) for value in values]
        if set(cells) != {ABSENT}:
            rows.append(ComparedRow(one, cells, one.id in parts))
    return rows


def _by_month(context: Context, one: Indicator, units: list[Unit]) -> ByMonth:
    figures = context.figures
    rows = []
    for month in shown_months(context):
        table = figures.month(month)
        values = [figures.value(one.id, table.loc[[unit.name]].iloc[0]) for unit in units]
        rows.append(ComparedMonth(month, [figure(value, one.decimals, ABSENT) for value in values]))
    return ByMonth(one, f"month-{one.id}", rows)
