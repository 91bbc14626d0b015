"""What inspectors bring back, taken apart: receipts and lines of letters in a text, each with its place.

Nothing is judged here; `accepting.py` does. `7: A BC 对 …` or `7 CY-3K7M2Q1-1-V: A BC 对 …`, where another paper was used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.spotcheck.receipt import find


@dataclass(frozen=True)
class Unit:
    """Which firm and post somebody belongs to, in words of the vocabulary."""

    firm: int
    business: str
    post: str


@dataclass(frozen=True)
class Brought:
    """One person's answers as they came: the line of a receipt, or letters; `paper` where it is written beside them."""

    place: str
    unit: Unit
    receipt: str = ""
    number: int = 0
    letters: tuple[str, ...] = ()
    paper: str = ""
    retake: str = ""


class Unreadable(ValueError):
    """A text in which nothing, or a line that says nothing, was found; the text says where and why, in Chinese."""

    def __init__(self, place: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.place, self.hint = place, hint


LINE = re.compile(
    r"\s*(?:编号|No\.?)?\s*(\d{1,4})(?:\s+([0-9A-Za-z][0-9A-Za-z\-]{8,24}))?\s*[:：]\s*(\S.*?)\s*"
)
BETWEEN = re.compile(r"[\s,，;；、]+")
HOW = "写成 7: A BC 对 - …（编号、冒号，再按卷面题序写答案，空格隔开），或者把回执整条贴进来"


def in_text(name: str, text: str, unit: Unit) -> tuple[Brought, ...]:
    """All receipts and lines of letters. Raises `Unreadable`."""
    receipts = find(text)
    found = [Brought(f"{name} 第 {place} 条回执", unit, receipt=one) for place, one in enumerate(receipts, 1)]
    found += _lines(name, text, unit, strict=not receipts)
    if not found:
        raise Unreadable(name, "没有找到回执，也没有答案", HOW)
    return tuple(found)


def _lines(name: str, text: str, unit: Unit, strict: bool) -> Iterator[Brought]:
    """Among receipts of a chat there is talk, which is passed over; where there are none, every line counts."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#") or "FSR" in line.upper():
            continue
        match = LINE.fullmatch(line)
        letters = tuple(BETWEEN.split(match[3])) if match else ()
        if match and (strict or len(letters) > 2):
            place = f"{name}:{number}"
            yield Brought(place, unit, number=int(match[1]), letters=letters, paper=match[2] or "")
        elif strict:
            raise Unreadable(f"{name}:{number}", f"看不懂这一行：{line.strip()[:30]}", HOW)
