"""Figures as series for `portal.charts` with the caption that every chart shares, and as rows for a page's tables.

Source, mark for invented data and links to the open data are put on here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pandas as pd

from portal.charts import Caption, Point, Series
from portal.pages.context import Context
from portal.pages.templates import figure, signed
from portal.records import addresses
from portal.records.indicator import Indicator
from portal.records.month import Month

# The tables of the open data that charts are drawn from.
MONTHLY, BY_UNIT, SPLIT, REPORTING = (
    "outcomes_monthly",
    "outcomes_by_unit",
    "outcomes_breakdowns",
    "reporting",
)


class FigureRow(NamedTuple):
    """An indicator and its figure; `None` where it is missing. `part` of a row further up: 其中."""

    indicator: Indicator
    value: float | None
    part: bool = False


class FigureGroup(NamedTuple):
    """The figures of one group of indicators, under its name."""

    name: str
    rows: list[FigureRow]


def caption(context: Context, identifier: str, title: str, table: str, note: str = "") -> Caption:
    """The caption of a chart drawn from an open table; unit and summary are left to the chart."""
    return Caption(
        identifier,
        title,
        f"{context.public.settings.bureau}，各单位每月报表汇总",
        note=note,
        files=True,
        dictionary=f"{addresses.DATA}#d-{table}",
        demo=context.public.figures_are_demo,
    )


def shown_months(context: Context, until: Month | None = None) -> tuple[Month, ...]:
    """The months from the first to the newest published one, or to `until`; those without data among them."""
    published = [entry.record.month for entry in context.public.outcomes]
    newest = until or max(published, default=None)
    return tuple(month for month in context.figures.months if newest and month <= newest)


def over_months(
    context: Context,
    indicator: Indicator,
    months: Sequence[Month],
    values: Iterable[float | None],
    unit: str | None = None,
) -> Series:
    """A series with a point for each month; provisional and revised months (of `unit`, or of any) are marked."""
    status = {entry.record.month: entry.record.status for entry in context.public.outcomes}
    revised = _revised(context, indicator, unit)
    points = tuple(
        Point(
            month.name,
            value,
            month.short,
            f"{month.year}年",
            provisional=status.get(month) == "provisional",
            revised=month in revised,
        )
        for month, value in zip(months, values, strict=False)
    )
    return Series(indicator.label, points, indicator.unit, indicator.decimals)


def over_parts(indicator: Indicator, parts: Iterable[str], values: pd.Series[float]) -> Series:
    """A series with a point for each part; a part without a value is a gap."""
    points = tuple(Point(part, None if pd.isna(values.get(part)) else float(values[part])) for part in parts)
    return Series(indicator.label, points, indicator.unit, indicator.decimals)


def _revised(context: Context, indicator: Indicator, unit: str | None) -> set[Month]:
    ratio = indicator.ratio
    counted = {ratio.numerator, ratio.denominator} if ratio else {indicator.id}
    return {
        entry.record.month
        for entry in context.public.outcomes
        for one in context.public.shown_revisions(entry.record)
        if one.indicator in counted and unit in (None, one.unit)
    }


def table(context: Context, row: pd.Series[float]) -> list[FigureGroup]:
    """All public figures of one row by group, as the spreadsheet orders them; groups without any are left out."""
    public = context.figures.indicators.values()
    groups = [
        FigureGroup(
            group.name,
            _rows(context, row, [one for one in public if one.group == group.id]),
        )
        for group in context.public.indicator_groups
    ]
    return [group for group in groups if any(row.value is not None for row in group.rows)]


def _rows(context: Context, row: pd.Series[float], of_group: list[Indicator]) -> list[FigureRow]:
    parts = parts_among(of_group)
    return [FigureRow(one, context.figures.value(one.id, row), one.id in parts) for one in of_group]


def parts_among(rows: Sequence[Indicator]) -> set[str]:
    """The ids of those that are part of one further up."""
    places = {one.id: place for place, one in enumerate(rows)}
    return {one.id for one in rows if places.get(one.part_of or "", len(rows)) < places[one.id]}


def changes(context: Context, month: Month) -> dict[str, str]:
    """What to write under 比上月, by indicator: `+12`, `持平`; a dash for rates and where there is nothing to compare."""
    found = {}
    for one in context.figures.indicators.values():
        moved = None if one.ratio else context.figures.change(one.id, month)
        found[one.id] = "—" if moved is None else signed(moved, one.decimals)
    return found


def cells(
    context: Context, columns: Iterable[Indicator], figures: pd.DataFrame, row: Month | str
) -> list[str]:
    """The figures of one month or unit, ready to be shown; a missing one is a dash."""
    of_row = figures.loc[[row]].iloc[0]
    return [figure(context.figures.value(one.id, of_row), one.decimals, "—") for one in columns]
