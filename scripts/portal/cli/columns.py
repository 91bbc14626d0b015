"""Tables in a terminal, where a Chinese character takes two places; what several reports print their rows with."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

Row = Sequence[str]
# East Asian characters that are wide, or fullwidth.
WIDE = "WF"


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows, the first of which is the head, with their columns under each other.

    Every row has as many cells as the first.
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [text + " " * (wide - width(text)) for text, wide in zip(row, widths, strict=True)]
        yield ("  " + "  ".join(cells)).rstrip()


def width(text: str) -> int:
    """The places that a text takes in a terminal."""
    return sum(2 if unicodedata.east_asian_width(one) in WIDE else 1 for one in text)
