"""What the figures of a campaign come to: what was found most, what came back, how much of each kind was put right.

Takes `Figures`, gives small facts without words; `None` or nothing where the figures do not say. All are true of any
figures: several parts may be first together, months may lack, and nothing may have been counted at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from portal.outcomes.figures import Figures, Loop
from portal.records.indicator import Indicator
from portal.records.outcome import DIMENSIONS


class Split(NamedTuple):
    """An indicator and what it was broken down by."""

    indicator: Indicator
    by: str


class Ranking(NamedTuple):
    """The parts with the largest value, those with the next one, and the sum of all parts."""

    first: tuple[str, ...]
    most: float
    second: tuple[str, ...]
    next: float
    whole: float
    parts: int


class Recurring(NamedTuple):
    """In how many of the `months` that were broken down each part was counted, and in how many it was the largest."""

    months: int
    seen: dict[str, int]
    led: dict[str, int]


class PutRight(NamedTuple):
    """What was found of one part, and what was put right of it."""

    part: str
    found: float
    done: float

    @property
    def rest(self) -> float:
        return max(self.found - self.done, 0)

    @property
    def share(self) -> float:
        """Never above 1: what was put right may have been found before the campaign."""
        return min(self.done / self.found, 1)


class Halves(NamedTuple):
    """An average month of the first half of the months with a value, and of the second."""

    earlier: float
    later: float
    months: tuple[int, int]


def splits(figures: Figures, loop: Loop | None) -> list[Split]:
    """What was broken down, but for what was put right: that is held against what was found."""
    answers = set(loop.steps[1:]) if loop else set()
    return [
        Split(one, by)
        for one in figures.indicators.values()
        if one not in answers
        for by in DIMENSIONS
        if figures.is_split(one.id, by)
    ]


def ranking(values: pd.Series[float]) -> Ranking | None:
    """`None` where nothing was counted."""
    there = {str(part): float(value) for part, value in values.items() if value > 0}
    if not there:
        return None
    levels = sorted(set(there.values()), reverse=True)
    second = levels[1] if len(levels) > 1 else 0
    return Ranking(
        _with(there, levels[0]), levels[0], _with(there, second), second, sum(there.values()), len(there)
    )


def _with(values: dict[str, float], wanted: float) -> tuple[str, ...]:
    return tuple(part for part, value in values.items() if value == wanted)


def recurring(figures: Figures, split: Split) -> Recurring | None:
    """`None` where it was broken down in no month."""
    rows = figures.split_by_month(split.indicator.id, split.by)
    if rows.empty:
        return None
    rows = rows[rows.sum().sort_values(ascending=False, kind="stable").index]
    most = rows.max(axis="columns")
    seen = (rows > 0).sum()
    led = (rows.eq(most, axis="index") & (rows > 0)).sum()
    return Recurring(
        len(rows),
        {str(part): int(count) for part, count in seen.items() if count},
        {str(part): int(count) for part, count in led.items() if count},
    )


def put_right(figures: Figures, loop: Loop, by: str) -> list[PutRight]:
    """Each part of which anything was found, the smallest share put right first; nothing unless both were broken down."""
    if not (figures.is_split(loop.found.id, by) and figures.is_split(loop.done.id, by)):
        return []
    found, done = figures.breakdown(loop.found.id, by), figures.breakdown(loop.done.id, by)
    there = [
        PutRight(str(part), float(value), float(done.get(part, 0)))
        for part, value in found.items()
        if value > 0
    ]
    return sorted(there, key=lambda one: one.share)


def halves(values: Sequence[float | None]) -> Halves | None:
    """`None` for fewer than four months with a value; the month in the middle of an odd number is in the second half."""
    known = [value for value in values if value is not None]
    middle = len(known) // 2
    if len(known) < 4:
        return None
    earlier, later = known[:middle], known[middle:]
    return Halves(sum(earlier) / len(earlier), sum(later) / len(later), (len(earlier), len(later)))
