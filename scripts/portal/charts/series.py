"""What a chart is drawn from: points in order, each a value or a gap, and what readers must know about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# A month without data.
MISSING = "缺"
PARTED_FROM = 10_000


@dataclass(frozen=True, slots=True)
class Point:
    """One value with its full label (`2024年6月`), the short one for an axis (`6月`) and the `era` it is part of (`2024年`).

    A missing value is `None`, never zero.
    """

    label: str
    value: float | None
    tick: str = ""
    era: str = ""
    provisional: bool = False
    revised: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one kind in one unit, with so many decimals."""

    label: str
    points: tuple[Point, ...]
    unit: str = ""
    decimals: int = 0

    @property
    def known(self) -> list[tuple[Point, float]]:
        """The points that have a value."""
        return [(point, point.value) for point in self.points if point.value is not None]

    @property
    def last(self) -> float | None:
        """The newest value, `None` when just that one is missing."""
        return self.points[-1].value if self.points else None

    @property
    def level(self) -> bool:
        """Whether there is nothing to compare: no two values that differ."""
        return len({value for _, value in self.known}) < 2

    def runs(self) -> Iterator[list[tuple[int, Point, float]]]:
        """Stretches without a gap: (place, point, value). A line is drawn through each and stops between them."""
        run: list[tuple[int, Point, float]] = []
        for index, point in enumerate(self.points):
            if point.value is not None:
                run.append((index, point, point.value))
            elif run:
                yield run
                run = []
        if run:
            yield run


def written(value: float | None, decimals: int = 0, absent: str = MISSING) -> str:
    """A value as readers see it, `缺` for a missing one."""
    return absent if value is None else in_digits(value, decimals)


def in_digits(value: float, decimals: int = 0) -> str:
    """`1068`, `12,345`: thousands are parted from five digits on, as in running text (GB/T 15835)."""
    parted = f"{value:,.{decimals}f}"
    return parted if abs(value) >= PARTED_FROM else parted.replace(",", "")
