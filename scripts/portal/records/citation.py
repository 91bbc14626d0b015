"""Citations as staff write them: `食品安全法 第四十四条`, `食品安全法第一百三十五条第二款`, `…第三十四条第（十）项`.

Parsing knows the form only; whether the law and the article exist is a rule's question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
UNITS = {"十": 10, "百": 100}
LONGEST = 100
NUMERAL = r"[零〇一二三四五六七八九十百两\d]{1,9}"
FORM = re.compile(
    rf"《?(?P<law>[^《》\s第][^《》]*?)》?\s*第(?P<article>{NUMERAL})条(?:之(?P<inserted>{NUMERAL}))?"
    rf"(?:\s*第(?P<paragraph>{NUMERAL})款)?(?:\s*第?[（(]?(?P<item>{NUMERAL})[)）]?项)?"
)
# A name in which this stands is another citation that was not parted from this one.
PLACE = re.compile(rf"第?{NUMERAL}[条款项]")


@dataclass(frozen=True, slots=True)
class Citation:
    """A parsed citation; 0 means "not named"."""

    law: str
    article: int
    inserted: int = 0
    paragraph: int = 0
    item: int = 0

    @property
    def place(self) -> str:
        """The place in the law in Chinese numerals, `第四十四条第二款`."""
        text = f"第{to_chinese(self.article)}条"
        text += f"之{to_chinese(self.inserted)}" if self.inserted else ""
        text += f"第{to_chinese(self.paragraph)}款" if self.paragraph else ""
        return text + (f"第（{to_chinese(self.item)}）项" if self.item else "")


def to_number(numeral: str) -> int:
    """`一百三十五` → 135, `45` → 45."""
    if numeral.isdecimal():
        return int(numeral)
    total, digit = 0, 0
    for char in numeral:
        if char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        else:
            digit = int(char) if char.isdecimal() else DIGITS[char]
    return total + digit


def to_chinese(number: int) -> str:
    """135 → `一百三十五`; for 1–999, the range of article numbers."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{'零一二三四五六七八九'[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else "零一二三四五六七八九"[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + ("零一二三四五六七八九"[ones] if ones else "") or "零"


@lru_cache(maxsize=8192)
def parse(text: str) -> Citation | None:
    """The citation in `text`, or `None` when it is not one."""
    match = FORM.fullmatch(text.strip()) if len(text) <= LONGEST else None
    if not match or PLACE.search(match["law"]):
        return None
    numbers = {
        name: to_number(match[name]) if match[name] else 0
        for name in ("article", "inserted", "paragraph", "item")
    }
    return Citation(match["law"].strip(), **numbers)
