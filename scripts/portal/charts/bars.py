"""Bars side by side, one per month, from zero: the plain form for what is counted each month."""

from __future__ import annotations

from dataclasses import dataclass

from portal.charts.months import FOOT, GAP, REVISED, Row, Text, labelled
from portal.charts.scales import TEXT, Scale, joined, place
from portal.charts.series import Series, written

WIDTH, HEIGHT = 320, 164
# The share of a month's room that its bar takes, and the months that fill the width: fewer leave the rest empty.
THICK = 0.68
FEWEST = 5
HEAD = 2 * TEXT + GAP


@dataclass(frozen=True)
class Bars:
    """Bars as two paths, final and provisional ones; texts by what they say. `base` is the height of zero, `end` where months end."""

    width: int
    height: int
    base: float
    end: float
    solid: str
    hatched: str
    values: tuple[Text, ...]
    axis: tuple[Text, ...]
    missing: tuple[Text, ...]
    revised: tuple[Text, ...]


def bars(series: Series, width: int = WIDTH, height: int = HEIGHT) -> Bars:
    """Lay out one series; few months do not become broad bars, and months to come have no axis yet."""
    months = max(len(series.points), 1)
    row = Row(0, place(width * min(months / FEWEST, 1)), months)
    base = height - FOOT
    upward = Scale(0, max((value for _, value in series.known), default=0) or 1, base, HEAD)
    shown = labelled(series, row)
    tops = [
        (index, point, upward(value))
        for index, point in enumerate(series.points)
        if (value := point.value) is not None
    ]
    values = (row.text(i, y - GAP, written(p.value, series.decimals)) for i, p, y in tops if i in shown)
    return Bars(
        width,
        height,
        base,
        row.width,
        joined(_bar(row, i, y, base) for i, point, y in tops if not point.provisional),
        joined(_bar(row, i, y, base) for i, point, y in tops if point.provisional),
        tuple(values),
        row.labels(series.points, height - GAP),
        row.missing(series.points, base - GAP),
        tuple(_revised(row, i, y, i in shown) for i, point, y in tops if point.revised),
    )


def _bar(row: Row, index: int, top: float, base: float) -> str:
    wide = place(row.band * THICK)
    left = place(row.middle(index) - wide / 2)
    return f"M{left},{base}V{top}h{wide}V{base}z"


def _revised(row: Row, index: int, top: float, below_value: bool) -> Text:
    return row.text(index, top - GAP - (TEXT if below_value else 0), REVISED)
