"""Lines along the months: one to three series in the same unit, with the newest value at the end of each.

A gap breaks the line; a stretch up to a provisional value is dashed.
"""

from __future__ import annotations

from dataclasses import dataclass

from portal.charts.months import FOOT, GAP, REVISED, Row, Text
from portal.charts.scales import TEXT, Scale, place, text_width, ticks
from portal.charts.series import Series, written
from portal.charts.sparkline import stretches

WIDTH, HEIGHT = 320, 194
HEAD = TEXT + GAP
# Two values at the ends of lines are this far apart, or they would be printed over each other.
APART = TEXT + 2


@dataclass(frozen=True)
class Strand:
    """One series: its paths, the dots of its points (final, provisional) and the value at its end."""

    label: str
    solid: str
    dashed: str
    dots: tuple[tuple[float, float], ...]
    open_dots: tuple[tuple[float, float], ...]
    revised: tuple[Text, ...]
    end: Text | None


@dataclass(frozen=True)
class Line:
    """Strands over a grid of horizontal lines, each with its value written at the left."""

    width: int
    height: int
    left: float
    right: float
    strands: tuple[Strand, ...]
    grid: tuple[Text, ...]
    axis: tuple[Text, ...]
    missing: tuple[Text, ...]


def line(series: tuple[Series, ...], width: int = WIDTH, height: int = HEIGHT, low: float = 0) -> Line:
    """Lay out series that share unit and months. `low` is where the scale begins: zero unless said otherwise."""
    values = [value for one in series for _, value in one.known]
    steps = _steps(low, max(values, default=1))
    decimals = 0 if all(step == int(step) for step in steps) else series[0].decimals
    left = max(text_width(written(step, decimals)) for step in steps) + GAP
    end = max(text_width(written(one.last, one.decimals)) for one in series) + 2 * GAP
    points = series[0].points
    row = Row(place(left), place(width - left - end), max(len(points), 1))
    upward = Scale(steps[0], steps[-1], height - FOOT, HEAD)
    return Line(
        width,
        height,
        place(left),
        place(width - end),
        _strands(series, row, upward),
        tuple(Text(0, upward(step), written(step, decimals)) for step in steps),
        row.labels(points, height - GAP),
        row.missing(points, height - FOOT - GAP),
    )


def _steps(low: float, high: float) -> tuple[float, ...]:
    return tuple(low + step for step in ticks(high - low)) if high > low else (low, low + 1)


def _strands(series: tuple[Series, ...], row: Row, upward: Scale) -> tuple[Strand, ...]:
    ends = _spread([upward(one.last) if one.last is not None else None for one in series])
    return tuple(_strand(one, row, upward, y) for one, y in zip(series, ends, strict=True))


def _strand(series: Series, row: Row, upward: Scale, end: float | None) -> Strand:
    across = Scale(0, 1, row.middle(0), row.middle(0) + row.band)
    solid, dashed = stretches(series, across, upward)
    places = [
        (point, across(index), upward(value))
        for index, point in enumerate(series.points)
        if (value := point.value) is not None
    ]
    last = across(len(series.points) - 1)
    return Strand(
        series.label,
        solid,
        dashed,
        tuple((x, y) for point, x, y in places if not point.provisional),
        tuple((x, y) for point, x, y in places if point.provisional),
        tuple(Text(x, place(y - 2 * GAP), REVISED) for point, x, y in places if point.revised),
        Text(place(last + 2 * GAP), end, written(series.last, series.decimals)) if end is not None else None,
    )


def _spread(ends: list[float | None]) -> list[float | None]:
    """The same heights, moved so far apart that texts there can be read."""
    order = sorted((y, index) for index, y in enumerate(ends) if y is not None)
    spread = list(ends)
    above = float("-inf")
    for y, index in order:
        above = max(y, above + APART)
        spread[index] = place(above + TEXT / 3)
    return spread
