"""A text as its reader takes it in: in plain characters, without markup and what cannot be seen, every place known.

`fold(text)` gives half-width letters and digits, plain blanks and dashes; entities are read, tags and invisible
characters are gone. `Folded.stretch` leads from a stretch of it back to the text as written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

# Format characters such as the soft hyphen, joiners and marks of direction; fillers; variation selectors; the byte order
# mark; tags.
INVISIBLE = (
    "\u00ad\u20e3\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
TAG = r"</?[A-Za-z][^<>\n]{0,200}>"
COMMENT = r"<!--.{0,2000}?-->"
ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
# Parts of a page that stand apart, so that a reader never joins what is inside two of them.
BLOCK = re.compile(
    r"</?(?:td|th|tr|table|br|p|li|ul|ol|dl|dt|dd|div|h[1-6]|section|article|option)\b", re.IGNORECASE
)
UNSEEN = re.compile(rf"[{INVISIBLE}]+|{COMMENT}|{TAG}|{ENTITY}", re.DOTALL)
BLANKS = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Where every character has to keep its place, what has no width is read as a blank.
WITHOUT_WIDTH = (*range(0x200B, 0x200E), 0x2060, 0xFEFF)
DASHES = "‐‑‒–—―−﹣⁃─"
COLONS = "∶﹕︰꞉ː"
DOTS = "‧・•∙⋅●"


@dataclass(frozen=True, slots=True)
class Folded:
    """`text`, and of each of its characters where it begins and ends in the text as written."""

    text: str
    origin: Sequence[int]
    ends: Sequence[int]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the written text that `text[start:end]`, which is not empty, was read from."""
        return self.origin[start], self.ends[end - 1]


def fold(written: str) -> Folded:
    """The text as its reader takes it in."""
    if UNSEEN.search(written) is None:
        return Folded(_read(written), range(len(written)), range(1, len(written) + 1))
    pieces: list[str] = []
    origin: list[int] = []
    ends: list[int] = []
    for piece, place, length in _seen(written):
        pieces.append(piece)
        origin.extend(range(place, place + len(piece)) if length is None else [place] * len(piece))
        ends.extend(
            range(place + 1, place + len(piece) + 1) if length is None else [place + length] * len(piece)
        )
    return Folded(_read("".join(pieces)), origin, ends)


def _seen(written: str) -> Iterator[tuple[str, int, int | None]]:
    """The pieces that are seen, where each begins, how long it is as written if that is not what is seen."""
    end = 0
    for match in UNSEEN.finditer(written):
        yield written[end : match.start()], end, None
        if match[0][0] == "&" and not UNSEEN.fullmatch(read := unescape(match[0])):
            yield read, match.start(), len(match[0])
        elif BLOCK.match(match[0]):
            yield "\n", match.start(), len(match[0])
        end = match.end()
    yield written[end:], end, None


def _read(text: str) -> str:
    return plain(text).translate(_digits())


def plain(text: str) -> str:
    """Letters, digits, blanks, dashes and dots in their plainest form; every character keeps its place."""
    return text.translate(_plainest())


@lru_cache(maxsize=1)
def _plainest() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {ord(char): " " for char in BLANKS} | {ord(char): "-" for char in DASHES}
    table |= {ord(char): "·" for char in DOTS}
    table |= dict.fromkeys(WITHOUT_WIDTH, " ")
    table |= dict.fromkeys(map(ord, COLONS), ":")
    return table


@lru_cache(maxsize=1)
def _digits() -> dict[int, str]:
    """Digits of other scripts, in circles and in mathematical type."""
    table = {}
    for code in (
        *range(0x660, 0x66A),
        *range(0x6F0, 0x6FA),
        *range(0x2460, 0x2469),
        *range(0x1D7CE, 0x1D800),
        *range(0x2776, 0x277F),
        0x24EA,
        0x24FF,
    ):
        table[code] = str(unicodedata.digit(chr(code)))
    return table
