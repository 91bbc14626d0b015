"""The arithmetic of charts: values to coordinates, round numbers for an axis, how wide a text will be."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

# The size of all text in a chart, in units of its view box; charts are as wide as a phone, so it stays readable.
TEXT = 12
# What it grows to in the elder version, where there is room for it; elder.css says which charts have.
LARGE = 18
STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values (`low` … `high`) to coordinates (`start` … `end`)."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        if self.high == self.low:
            return place((self.start + self.end) / 2)
        share = (value - self.low) / (self.high - self.low)
        return place(self.start + share * (self.end - self.start))


def place(coordinate: float) -> float:
    """A coordinate to a tenth, whole where it can be: fewer bytes, and the same on every machine."""
    rounded = round(coordinate, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def ticks(high: float, most: int = 3) -> tuple[float, ...]:
    """Round numbers from zero to the first one not below `high`, in at most `most` equal steps."""
    if high <= 0:
        return (0, 1)
    rough = high / most
    magnitude = 10 ** math.floor(math.log10(rough))
    step = next(one * magnitude for one in STEPS if one * magnitude >= rough * (1 - 1e-9))
    return tuple(place(step * n) if step >= 1 else step * n for n in range(math.ceil(high / step - 1e-9) + 1))


def text_width(text: str) -> float:
    """About how wide a text is: a Chinese character is as wide as it is high, a digit six tenths of that."""
    return TEXT * sum(1 if ord(one) > 0x2E7F else 0.6 for one in text)


def joined(parts: Iterable[str]) -> str:
    """The `d` of a path."""
    return "".join(parts)
