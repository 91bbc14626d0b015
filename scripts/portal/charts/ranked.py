"""Bars lying below their names, one per part, in the order given: for comparing kinds, units or focuses."""

from __future__ import annotations

from dataclasses import dataclass

from portal.charts.scales import LARGE, TEXT, Scale, place, text_width
from portal.charts.series import Point, Series, written

WIDTH = 320
# Each row: a line of text, the bar under it, and air.
PITCH, BAR = 34, 8
# So many rows can be taken in; the table has the others.
MOST = 8
# A part that nothing is counted for, as against a month that lacks its number.
NOT_COUNTED = "—"


@dataclass(frozen=True, slots=True)
class Rank:
    """One row: the name stands at `y`, the bar's upper edge is at `top`; `length` is `None` where there is no value.

    `rest` marks what was put together of many; `tight` a row without room for its share in large type.
    """

    name: str
    told: str
    share: str
    y: float
    top: float
    length: float | None
    rest: bool = False
    tight: bool = False


@dataclass(frozen=True)
class Ranked:
    """Rows one below the other."""

    width: int
    height: int
    bar: int
    rows: tuple[Rank, ...]


def ranked(series: Series, width: int = WIDTH, *, shares: bool = False) -> Ranked:
    """Lay out one series; with `shares` every value also says how much of the whole it is."""
    whole = sum(value for _, value in series.known)
    points = leading(series)
    values = [point.value for point in points if point.value is not None]
    across = Scale(0, max(values, default=0) or 1, 0, width)
    rows = tuple(
        Rank(
            point.label,
            written(point.value, series.decimals, NOT_COUNTED),
            share_of(point.value, whole) if shares else "",
            index * PITCH + TEXT,
            index * PITCH + TEXT + 5,
            None if point.value is None else across(point.value),
            rest=index == MOST and len(series.points) > len(points),
            tight=_tight(point, series, whole, width),
        )
        for index, point in enumerate(points)
    )
    return Ranked(width, place_height(len(rows)), BAR, rows)


def _tight(point: Point, series: Series, whole: float, width: int) -> bool:
    """Whether name, value and share would meet in the large type of the elder version."""
    words = f"{point.label}{written(point.value, series.decimals, NOT_COUNTED)}{share_of(point.value, whole)}"
    return text_width(words) * LARGE / TEXT + 2 * TEXT > width


def leading(series: Series) -> tuple[Point, ...]:
    """The first points; where there are too many, the rest as one: `其余9项`."""
    if len(series.points) <= MOST + 1:
        return series.points
    rest = series.points[MOST:]
    return (*series.points[:MOST], Point(f"其余{len(rest)}项", sum(point.value or 0 for point in rest)))


def share_of(value: float | None, whole: float) -> str:
    """`28.2%`; empty without a whole."""
    return "" if value is None or not whole else f"{100 * value / whole:.1f}%"


def place_height(rows: int) -> int:
    """How high so many rows are, without the air below the last one."""
    return int(place(rows * PITCH - (PITCH - TEXT - 5 - BAR)))
