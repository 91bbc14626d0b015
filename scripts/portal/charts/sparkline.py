"""A sparkline: one series as a line no higher than two lines of text, its newest value a dot."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from portal.charts.scales import Scale, joined
from portal.charts.series import Series

WIDTH, HEIGHT, EDGE = 96, 28, 4


@dataclass(frozen=True)
class Sparkline:
    """Paths of the sure and of the provisional stretches, and where the dot is; `say` puts it in words."""

    title: str
    say: str
    solid: str
    dashed: str
    dot: tuple[float, float] | None
    width: int = WIDTH
    height: int = HEIGHT


def sparkline(series: Series, say: str) -> Sparkline:
    """Draw `series` over the whole width: months to come have no room yet."""
    values = [value for _, value in series.known]
    low, high = (min(values), max(values)) if values else (0.0, 0.0)
    across = Scale(0, max(len(series.points), 2) - 1, EDGE, WIDTH - EDGE)
    upward = Scale(low, high, HEIGHT - EDGE, EDGE)
    solid, dashed = stretches(series, across, upward)
    last = len(series.points) - 1
    dot = (across(last), upward(series.last)) if series.last is not None else None
    return Sparkline(series.label, say, solid, dashed, dot)


def stretches(series: Series, across: Scale, upward: Scale) -> tuple[str, str]:
    """The lines between neighbours as two paths: up to final values, and up to provisional ones."""
    solid: list[str] = []
    dashed: list[str] = []
    for run in series.runs():
        for (before, _, old), (index, point, new) in pairwise(run):
            path = dashed if point.provisional else solid
            start = f"M{across(before)},{upward(old)}"
            path.append(
                f"L{across(index)},{upward(new)}"
                if _goes_on(path, start)
                else _from(start, across(index), upward(new))
            )
    return joined(solid), joined(dashed)


def _goes_on(path: list[str], start: str) -> bool:
    return bool(path) and path[-1].rpartition("L")[2] == start[1:]


def _from(start: str, x: float, y: float) -> str:
    return f"{start}L{x},{y}"
