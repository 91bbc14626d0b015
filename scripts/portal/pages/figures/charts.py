"""The charts of the outcome pages, each `None` or left out while there is nothing to draw.

Takes the context and, for bulletins, the month that the chart ends with; gives `portal.charts.Chart`.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from portal.charts import (
    Chart,
    Series,
    bar_chart,
    dot_chart,
    funnel_chart,
    line_chart,
    multiples,
    ranked_chart,
    ranked_multiples,
)
from portal.outcomes import loop_of
from portal.pages.context import Context
from portal.pages.figures.series import (
    BY_UNIT,
    MONTHLY,
    REPORTING,
    SPLIT,
    caption,
    over_months,
    over_parts,
    shown_months,
)
from portal.records.indicator import Indicator
from portal.records.month import Month
from portal.records.outcome import DIMENSIONS


def by_month(context: Context, indicators: list[Indicator], until: Month | None = None) -> Chart | None:
    """What was counted each month, a small chart for each indicator."""
    series = _district(context, indicators, context.figures.monthly, until)
    if not _drawable(series):
        return None
    about = caption(
        context, "chart-months", "每个月的主要数据", MONTHLY, "各图比例不同，只比形状，不比高低。"
    )
    return multiples(about, series)


def so_far(context: Context, until: Month | None = None) -> Chart | None:
    """What has been found and put right, added up month by month: the gap between the lines is still open."""
    loop = loop_of(context.figures)
    series = _district(context, loop.steps[:2] if loop else [], context.figures.running, until)
    if not _drawable(series):
        return None
    about = caption(context, "chart-so-far", "发现的和改好的，逐月累计", MONTHLY, "两条线之间是还没改好的。")
    return line_chart(about, series)


def rates(context: Context, until: Month | None = None) -> Chart | None:
    """All rates, of everything counted up to each month."""
    found = [one for one in context.figures.indicators.values() if one.ratio]
    series = _district(context, found, context.figures.running, until)
    if not _drawable(series):
        return None
    note = "每个月的比率按从第一个月累计到当月的数算。"
    about = caption(context, "chart-rates", "比率，累计到每个月", MONTHLY, note)
    return multiples(about, series, "line")


def closed_loop(context: Context, until: Month | None = None) -> Chart | None:
    """Found → put right → overdue, for the campaign up to the newest month or to `until`."""
    loop = loop_of(context.figures)
    series = _district(context, loop.steps if loop else [], context.figures.running, until)
    if not series or series[0].last is None or series[1].last is None:
        return None
    note = "逾期未改是月末的数，其他是累计数。" if len(series) > 2 else ""
    about = caption(context, "chart-loop", "隐患查出以后：闭环整改", MONTHLY, note)
    about = replace(about, unit=f"{series[0].unit}，累计到{series[0].points[-1].label}")
    return funnel_chart(about, series[0], series[1], series[2] if len(series) > 2 else None)


def by_part(context: Context, month: Month | None = None) -> list[Chart]:
    """A chart for whatever was broken down, by focus, business type and product: of one month, or so far."""
    charts = []
    for by, (_, title) in DIMENSIONS.items():
        split = [one for one in context.figures.indicators.values() if context.figures.is_split(one.id, by)]
        charts += _split(context, split, by, title, month)
    return charts


def _split(context: Context, split: list[Indicator], by: str, title: str, month: Month | None) -> list[Chart]:
    values = {one.id: context.figures.breakdown(one.id, by, month) for one in split}
    there = [one for one in split if values[one.id].sum() > 0]
    if not there:
        return []
    parts = [str(part) for part in values[there[0].id].index]
    if len(there) > 1 and there[0].unit == there[1].unit:
        first, second = (over_parts(one, parts, values[one.id]) for one in there[:2])
        about = caption(context, f"chart-{by}", f"按{title}看{first.label}和{second.label}", SPLIT)
        return [dot_chart(about, title, first, second), *_ranks(context, there[2:], values, by, title)]
    return _ranks(context, there, values, by, title)


def _ranks(
    context: Context, there: list[Indicator], values: dict[str, pd.Series[float]], by: str, title: str
) -> list[Chart]:
    charts = []
    for one in there:
        series = over_parts(one, [str(part) for part in values[one.id].index], values[one.id])
        about = caption(context, f"chart-{by}-{one.id}", f"按{title}看{series.label}", SPLIT)
        charts.append(ranked_chart(about, title, series, shares=True))
    return charts


def by_unit(context: Context, indicators: list[Indicator]) -> Chart | None:
    """The units beside each other, a small chart for each indicator; units in the order of the campaign."""
    table = context.figures.by_unit
    series = tuple(
        over_parts(one, context.figures.units, table[one.id]) for one in indicators if one.id in table.columns
    )
    if not _drawable(series):
        return None
    note = "各单位的辖区大小和职责不同，数的多少不等于工作的好坏。“—”是不报这一项。"
    return ranked_multiples(caption(context, "chart-units", "各单位累计", BY_UNIT, note), "单位", series)


def of_unit(context: Context, unit: str, indicators: list[Indicator]) -> Chart | None:
    """One unit month by month, a small chart for each indicator that it reports."""
    months = shown_months(context)
    table = context.figures.unit(unit)
    series = tuple(
        over_months(context, one, months, context.figures.values(one.id, table), unit) for one in indicators
    )
    if not _drawable(series):
        return None
    about = caption(context, "chart-unit", "每个月的主要数据", BY_UNIT, "各图比例不同，只比形状，不比高低。")
    return multiples(about, series)


def dispatches(context: Context) -> Chart | None:
    """What the units sent in and what of it was used."""
    view = context.figures.view(context.figures.views.reporting)[:2]
    table = context.figures.by_unit
    if len(view) < 2 or any(one.id not in table.columns for one in view):
        return None
    sent, used = (over_parts(one, context.figures.units, table[one.id]) for one in view)
    if not (sent.known and used.known):
        return None
    return dot_chart(
        caption(context, "chart-dispatches", "信息报送和录用，累计", REPORTING), "单位", sent, used
    )


def of_focus(context: Context, focus: str) -> Chart | None:
    """One 工作重点 month by month."""
    counted, values = context.figures.by_focus(focus)
    if counted is None or values.empty:
        return None
    months = shown_months(context)
    found = {month: float(value) for month, value in values.items()}
    row = [found.get(month) for month in months]
    series = over_months(context, counted, months, row)
    about = caption(context, "chart-focus", f"{focus}：每个月{counted.name}", SPLIT)
    return bar_chart(about, series)


def one_by_month(context: Context, indicator: Indicator, until: Month | None = None) -> Chart | None:
    """One indicator month by month."""
    (series,) = _district(context, [indicator], context.figures.monthly, until)
    if not series.known:
        return None
    about = caption(context, f"chart-{indicator.id}", f"每个月{indicator.name}", MONTHLY)
    return bar_chart(about, series)


def _district(
    context: Context, indicators: list[Indicator], table: pd.DataFrame, until: Month | None
) -> tuple[Series, ...]:
    months = shown_months(context, until)
    return tuple(
        over_months(context, one, months, context.figures.values(one.id, table)) for one in indicators
    )


def _drawable(series: tuple[Series, ...]) -> bool:
    return any(one.known for one in series)
