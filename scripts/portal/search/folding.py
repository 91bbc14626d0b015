"""How text and queries are made alike before they are compared, and what a query asks for.

The same rules are in `search-index.js`; `tests/search/folding.json` holds both to the same examples.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Blanks, invisible characters, quotation marks and 书名号 are left out: 《食品安全法》第四十五条 is found by
# 食品安全法第四十五条, GB 31654 by GB31654.
LEFT_OUT = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff《》〈〉「」『』“”‘’\"'«»]+")
DASHES = re.compile("[‐‑‒–—―−]")
RARE = re.compile("[\U00010000-\U0010ffff]")
# A code's letters and digits belong together however they are spaced.
CODE_GAP = re.compile(r"([a-z])\s+(?=[0-9])")
TERMS = re.compile(r"[\s,，、;；]+")
DIGITS = "零一二三四五六七八九"
COUNTED = "条款项章"
ARABIC = re.compile(f"[0-9]{{1,3}}(?=[{COUNTED}])")
CHINESE = re.compile(f"[{DIGITS}十百]+(?=[{COUNTED}])")
WRITTEN = re.compile(f"(?:([{DIGITS[1:]}])百)?(零)?(?:([{DIGITS[1:]}])?(十))?([{DIGITS[1:]}])?")
MOST_TERMS = 8


def folded(text: str) -> str:
    """Width, case and dashes made alike; what is left out of comparison taken away."""
    return LEFT_OUT.sub("", _alike(text))


def _alike(text: str) -> str:
    text = DASHES.sub("-", unicodedata.normalize("NFKC", text)).lower()
    return text if text.isascii() else RARE.sub(_in_one_unit, text)


def _in_one_unit(rare: re.Match[str]) -> str:
    """Characters beyond 16 bits get a private one, so that a character is one unit here and in the browser."""
    return chr(0xE000 + ord(rare[0]) % 0x1900)


def terms_of(query: str) -> list[tuple[str, ...]]:
    """What all must occur, each in one of its forms: `食堂 45条` → (食堂), (45条, 四十五条)."""
    parts = TERMS.split(CODE_GAP.sub(r"\1", _alike(query)))
    terms = dict.fromkeys(term for part in parts if (term := LEFT_OUT.sub("", part)))
    return [forms_of(term) for term in list(terms)[:MOST_TERMS]]


def forms_of(term: str) -> tuple[str, ...]:
    """The term, and the same with the numbers of articles in the other writing."""
    chinese = ARABIC.sub(lambda number: to_chinese(int(number[0])), term)
    arabic = CHINESE.sub(lambda number: to_arabic(number[0]), term)
    return tuple(dict.fromkeys((term, chinese, arabic)))


@lru_cache(maxsize=1024)
def to_chinese(number: int) -> str:
    """A number below 1000 as articles are counted: 一百零四, 十五."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += f"{DIGITS[tens] if tens > 1 or hundreds else ''}十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "") or DIGITS[0]


def to_arabic(text: str) -> str:
    """The reverse; what is no number stays as it is."""
    found = WRITTEN.fullmatch(text)
    if not found:
        return text
    hundreds, _, tens, ten, ones = found.groups()
    value = DIGITS.index(hundreds or "零") * 100 + DIGITS.index(ones or "零")
    value += (DIGITS.index(tens) if tens else 1) * 10 if ten else 0
    return str(value)
