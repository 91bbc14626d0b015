"""From series to a finished chart, one function per form; units and summaries are made where none are given.

All raise `ChartRefused` when the chart would not say what it shows, or when there is nothing to draw.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from portal.charts import sentences
from portal.charts.bars import Bars, bars
from portal.charts.chart import Caption, Chart, Panel, table
from portal.charts.dots import dots
from portal.charts.funnel import Amount, funnel
from portal.charts.line import Line, line
from portal.charts.ranked import NOT_COUNTED, ranked
from portal.charts.series import MISSING as GAP_MARK
from portal.charts.series import Series

# Small enough for two beside each other on a phone, drawn no smaller than they are laid out.
SMALL_WIDTH, SMALL_HEIGHT = 150, 106
# For the large type of the elder version: as wide as a phone, text grows to 18 px.
NARROW = 208
MONTH, PROVISIONAL, REVISED = "月份", "斜线是初步数", "“更”是更正过的数"
DASHED = "点线、空心的点是初步数"


def bar_chart(caption: Caption, series: Series) -> Chart:
    """One figure month by month."""
    caption = _filled(caption, (series,), sentences.along_months(series))
    drawn = Panel(
        series.label,
        series.unit,
        sentences.along_months(series),
        "bars",
        bars(series),
        level=series.level,
        narrow=bars(series, NARROW),
    )
    return _along_months(caption, (series,), (drawn,) if series.known else (), PROVISIONAL)


def line_chart(caption: Caption, series: tuple[Series, ...]) -> Chart:
    """Several figures of one unit and like size on one scale, month by month."""
    caption = _filled(caption, series, sentences.at_the_end(series))
    known = tuple(one for one in series if one.known)
    panels = (_lines(caption, known),) if known else ()
    return _along_months(caption, known, panels, DASHED)


def multiples(caption: Caption, series: tuple[Series, ...], form: Literal["bars", "line"] = "bars") -> Chart:
    """Figures of different size beside each other, each on its own scale; those without any data are left out."""
    known = tuple(one for one in series if one.known)
    caption = _filled(caption, known, sentences.side_by_side(known))
    panels = tuple(_small(form, one) for one in known)
    return _along_months(caption, known, panels, PROVISIONAL if form == "bars" else DASHED)


def ranked_chart(caption: Caption, head: str, series: Series, *, shares: bool = False) -> Chart:
    """The parts of one figure, in the order given."""
    caption = _filled(caption, (series,), sentences.among_parts(series, shares=shares))
    panel = Panel(
        caption.title, series.unit, caption.summary, "ranked", ranked(series, shares=shares), series.level
    )
    return Chart(caption, (panel,) if series.known else (), table(head, (series,), NOT_COUNTED))


def ranked_multiples(caption: Caption, head: str, series: tuple[Series, ...]) -> Chart:
    """Several figures of the same parts, a small chart for each."""
    known = tuple(one for one in series if one.known)
    caption = _filled(caption, known, sentences.of_units(known))
    panels = tuple(
        Panel(one.label, one.unit, sentences.among_parts(one), "ranked", ranked(one, SMALL_WIDTH), one.level)
        for one in known
    )
    return Chart(caption, panels, table(head, known, NOT_COUNTED))


def dot_chart(caption: Caption, head: str, first: Series, second: Series) -> Chart:
    """Two figures of the same parts on one scale."""
    caption = _filled(caption, (first, second), sentences.between(first, second))
    panel = Panel(
        caption.title, first.unit, caption.summary, "dots", dots(first, second), _all_level((first, second))
    )
    drawn = (panel,) if first.known and second.known else ()
    return Chart(caption, drawn, table(head, (first, second), NOT_COUNTED))


def funnel_chart(caption: Caption, found: Series, done: Series, late: Series | None = None) -> Chart:
    """The closed loop, from the newest value of each series."""
    used = (found, done, late) if late is not None else (found, done)
    caption = _filled(caption, (found,), sentences.through_the_loop(found, done, late))
    panels: tuple[Panel, ...] = ()
    if found.last is not None and done.last is not None:
        overdue = Amount(late.label, late.last) if late is not None and late.last is not None else None
        drawing = funnel(Amount(found.label, found.last), Amount(done.label, done.last), overdue)
        panels = (Panel(caption.title, found.unit, caption.summary, "funnel", drawing, not drawing.parted),)
    return Chart(caption, panels, table(MONTH, used))


def _filled(caption: Caption, series: tuple[Series, ...], summary: str) -> Caption:
    units = dict.fromkeys(one.unit for one in series if one.unit)
    return replace(caption, unit=caption.unit or "、".join(units), summary=caption.summary or summary)


def _lines(caption: Caption, known: tuple[Series, ...]) -> Panel:
    return Panel(
        caption.title,
        caption.unit,
        caption.summary,
        "line",
        line(known),
        level=_all_level(known),
        narrow=line(known, NARROW),
    )


def _all_level(series: tuple[Series, ...]) -> bool:
    """Whether all of them never have more than one and the same value."""
    return len({value for one in series for _, value in one.known}) < 2


def _small(form: Literal["bars", "line"], series: Series) -> Panel:
    size = (SMALL_WIDTH, SMALL_HEIGHT)
    drawing = line((series,), *size) if form == "line" else bars(series, *size)
    return Panel(series.label, series.unit, sentences.along_months(series), form, drawing, level=series.level)


def _along_months(
    caption: Caption, series: tuple[Series, ...], panels: tuple[Panel, ...], unsure: str
) -> Chart:
    points = [point for one in series for point in one.points]
    drawn = not all(panel.level for panel in panels)
    unsure_ones = drawn and any(point.provisional and point.value is not None for point in points)
    legend = (
        (unsure, unsure_ones),
        (REVISED, any(point.revised for point in points)),
        (_missing(panels), any(point.value is None for point in points)),
    )
    shown = tuple(text for text, there in legend if there)
    return Chart(caption, panels, table(MONTH, series), shown, hatched=unsure_ones and unsure == PROVISIONAL)


def _missing(panels: tuple[Panel, ...]) -> str:
    """`“缺”是没有数`: with the marks that stand in these drawings, narrow ones too, where the word has no room."""
    drawings = [one for panel in panels for one in (panel.drawing, panel.narrow)]
    marks = {text.text for one in drawings if isinstance(one, Bars | Line) for text in one.missing}
    return f"{'、'.join(f'“{mark}”' for mark in sorted(marks or {GAP_MARK}, reverse=True))}是没有数"
