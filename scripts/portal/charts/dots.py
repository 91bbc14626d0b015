"""A dot plot: two values of each row on one scale, joined, so that the distance between them is what one sees."""

from __future__ import annotations

from dataclasses import dataclass

from portal.charts.ranked import NOT_COUNTED
from portal.charts.scales import TEXT, Scale
from portal.charts.series import Series, written

WIDTH = 320
PITCH, RADIUS = 38, 5


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: its name at `y`, both values in words, and where their dots lie on the line `middle`."""

    name: str
    told: tuple[str, str]
    y: float
    middle: float
    first: float | None
    second: float | None


@dataclass(frozen=True)
class Dots:
    """Rows one below the other; `labels` name the first and the second dot."""

    width: int
    height: int
    radius: int
    labels: tuple[str, str]
    rows: tuple[Pair, ...]


def dots(first: Series, second: Series, width: int = WIDTH) -> Dots:
    """Lay out two series over the same rows and in the same unit."""
    values = [value for one in (first, second) for _, value in one.known]
    across = Scale(0, max(values, default=0) or 1, RADIUS, width - RADIUS)
    rows = tuple(
        Pair(
            one.label,
            (
                written(one.value, first.decimals, NOT_COUNTED),
                written(other.value, second.decimals, NOT_COUNTED),
            ),
            index * PITCH + TEXT,
            index * PITCH + TEXT + 11,
            None if one.value is None else across(one.value),
            None if other.value is None else across(other.value),
        )
        for index, (one, other) in enumerate(zip(first.points, second.points, strict=True))
    )
    return Dots(width, len(rows) * PITCH - 8, RADIUS, (first.label, second.label), rows)
