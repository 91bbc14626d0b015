"""Item statistics: how hard a question is and whether it tells those who know from those who do not.

As the quiz statistics report of Moodle defines them (`question/classes/statistics/questions/calculator.php`): facility
= mean mark / most marks; standard deviation with n - 1; discrimination index = correlation of the item's mark with the
rest of the paper. Papers differ by person, so the rest is a percentage of its own paper, and there is no alpha. There is no
discriminative efficiency either: it needs every single mark in order, and rows by person are not kept.

All is reckoned from sums, so that days, months and firms can be added after the rows behind them are gone. The sums are
whole numbers: exact however many there are, and the same in whatever order they are added.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from portal.quiz.marking import PARTS

# Below so many first attempts nothing is said of a question.
LEAST = 30
# The rest of a paper is kept in tenths of a percent, as scores are shown.
TENTHS = 1000

# What is counted as chosen where nothing was.
NOTHING = "-"

Item = tuple[str, int]


class Mark(Protocol):
    """What one answer earned: `got` is a share of the question's `worth`, 0 to 1."""

    @property
    def id(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def got(self) -> float: ...
    @property
    def worth(self) -> float: ...
    @property
    def chosen(self) -> Sequence[str]: ...


class Paper(Protocol):
    """One person's paper, marked."""

    @property
    def items(self) -> Sequence[Mark]: ...


class Sat(Protocol):
    """Of a sitting, only whether it was a first attempt."""

    @property
    def retake_of(self) -> object | None: ...


@dataclass(frozen=True)
class ItemSums:
    """Sums over `n` answers: `x` the item's mark in 840ths, `r` the rest of the paper in tenths of a percent.

    `xx`, `rr` and `xr` are the sums of squares and products, `chosen` how many chose each option, or nothing (`-`).
    """

    n: int = 0
    x: int = 0
    xx: int = 0
    r: int = 0
    rr: int = 0
    xr: int = 0
    chosen: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def one(cls, x: int, r: int, chosen: Iterable[str] = ()) -> ItemSums:
        """The sums of a single answer."""
        return cls(1, x, x * x, r, r * r, x * r, dict.fromkeys(sorted(chosen), 1))

    def __add__(self, other: ItemSums) -> ItemSums:
        chosen = Counter(self.chosen) + Counter(other.chosen)
        return ItemSums(
            self.n + other.n,
            self.x + other.x,
            self.xx + other.xx,
            self.r + other.r,
            self.rr + other.rr,
            self.xr + other.xr,
            dict(sorted(chosen.items())),
        )


@dataclass(frozen=True)
class ItemStatistics:
    """Of a question that enough people answered; all but `n` are shares or correlations.

    `discrimination` is `None` where all did alike, on this question or on the rest.
    """

    n: int
    facility: float
    deviation: float
    standard_error: float
    discrimination: float | None


def item_sums(sat: Iterable[tuple[Sat, Paper]]) -> dict[Item, ItemSums]:
    """The sums of every version of every question, over first attempts only; sorted by id."""
    found: dict[Item, ItemSums] = {}
    for sitting, paper in sat:
        if sitting.retake_of is None:
            for item, sums in _of_paper(paper.items):
                found[item] = found.get(item, ItemSums()) + sums
    return dict(sorted(found.items()))


def added(months: Iterable[Mapping[Item, ItemSums]]) -> dict[Item, ItemSums]:
    """Several months, days or firms together."""
    found: dict[Item, ItemSums] = {}
    for month in months:
        for item, sums in month.items():
            found[item] = found.get(item, ItemSums()) + sums
    return dict(sorted(found.items()))


def _of_paper(items: Sequence[Mark]) -> Iterable[tuple[Item, ItemSums]]:
    earned = sum(one.got * one.worth for one in items)
    possible = sum(one.worth for one in items)
    for one in items:
        others = possible - one.worth
        # A paper of one question has no rest.
        if others > 0:
            rest = (earned - one.got * one.worth) / others
            x, r = math.floor(one.got * PARTS + 0.5), math.floor(rest * TENTHS + 0.5)
            yield (one.id, one.version), ItemSums.one(x, r, one.chosen or (NOTHING,))


def measured(sums: ItemSums) -> ItemStatistics | None:
    """What the sums say of the question; `None` where too few people have answered it."""
    if sums.n < LEAST:
        return None
    spread = deviation(sums)
    return ItemStatistics(sums.n, facility(sums), spread, spread / math.sqrt(sums.n), discrimination(sums))


def facility(sums: ItemSums) -> float:
    """Mean share of the marks: 1 where everybody was right."""
    return sums.x / (PARTS * sums.n)


def deviation(sums: ItemSums) -> float:
    """The standard deviation of the share of the marks among people; of two people or more."""
    return math.sqrt(_spread(sums.n, sums.x, sums.xx) / (sums.n * (sums.n - 1))) / PARTS


def discrimination(sums: ItemSums) -> float | None:
    """Correlation of the item's mark with the rest of the paper, -1 to 1."""
    spread = math.sqrt(_spread(sums.n, sums.x, sums.xx)) * math.sqrt(_spread(sums.n, sums.r, sums.rr))
    return (sums.n * sums.xr - sums.x * sums.r) / spread if spread else None


def _spread(n: int, total: int, squares: int) -> int:
    """n² times the variance; whole, so that nothing cancels. Sums that somebody mistyped may not be of any marks."""
    return max(0, n * squares - total * total)
