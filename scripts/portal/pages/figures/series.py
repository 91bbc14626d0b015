"""Figures as series for `portal.charts`, and the caption that every chart of the site shares.

Source, mark for invented data and links to the open data are put on here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from portal.charts import Caption, Point, Series
from portal.pages.context import Context
from portal.pages.templates import month_name
from portal.records import addresses
from portal.records.indicator import Indicator

# The tables of the open data that charts are drawn from.
MONTHLY, BY_UNIT, SPLIT, REPORTING = (
    "outcomes_monthly",
    "outcomes_by_unit",
    "outcomes_breakdowns",
    "reporting",
)
DICTIONARY = addresses.DATA_DICTIONARY


def caption(context: Context, identifier: str, title: str, table: str, note: str = "") -> Caption:
    """The caption of a chart drawn from an open table; unit and summary are left to the chart."""
    return Caption(
        identifier,
        title,
        f"{context.public.settings.bureau}，各单位每月报表汇总",
        note=note,
        csv=addresses.data_file(f"{table}.csv"),
        dictionary=DICTIONARY,
        demo=context.public.figures_are_demo,
    )


def short_month(month: str) -> str:
    """`2024-06` → `6月`."""
    return f"{int(month[5:])}月"


def shown_months(context: Context, until: str | None = None) -> tuple[str, ...]:
    """The months from the first to the newest published one, or to `until`; those without data among them."""
    newest = until or (context.public.outcomes[-1].record.month if context.public.outcomes else "")
    return tuple(month for month in context.figures.months if month <= newest)


def over_months(
    context: Context,
    indicator: Indicator,
    months: Sequence[str],
    values: Iterable[float | None],
    unit: str | None = None,
) -> Series:
    """A series with a point for each month; provisional and revised months (of `unit`, or of any) are marked."""
    status = {entry.record.month: entry.record.status for entry in context.public.outcomes}
    revised = _revised(context, indicator, unit)
    points = tuple(
        Point(
            month_name(month),
            value,
            short_month(month),
            f"{month[:4]}年",
            provisional=status.get(month) == "provisional",
            revised=month in revised,
        )
        for month, value in zip(months, values, strict=False)
    )
    return Series(indicator.short or indicator.name, points, indicator.unit, indicator.decimals)


def over_parts(indicator: Indicator, parts: Iterable[str], values: pd.Series[float]) -> Series:
    """A series with a point for each part; a part without a value is a gap."""
    points = tuple(Point(part, None if pd.isna(values.get(part)) else float(values[part])) for part in parts)
    return Series(indicator.short or indicator.name, points, indicator.unit, indicator.decimals)


def _revised(context: Context, indicator: Indicator, unit: str | None) -> set[str]:
    ratio = indicator.ratio
    counted = {ratio.numerator, ratio.denominator} if ratio else {indicator.id}
    return {
        entry.record.month
        for entry in context.public.outcomes
        for one in context.public.shown_revisions(entry.record)
        if one.indicator in counted and unit in (None, one.unit)
    }
