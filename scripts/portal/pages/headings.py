"""The address of a heading comes from its words, so that it stays when another heading is added before it.

`第四章　食品生产经营` → `第四章-食品生产经营`. Links to it stand in other people's texts: a number that counts the
headings would lead to another one tomorrow.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

PARTING = re.compile(r"[\W_]+")
LONGEST = 40


def anchor_of(text: str) -> str:
    """Letters, digits and Chinese characters of the heading, the rest as single hyphens."""
    words = PARTING.sub("-", unicodedata.normalize("NFKC", text).casefold())
    return words[:LONGEST].strip("-") or "section"


def anchors_of(texts: Iterable[str]) -> list[str]:
    """An address for each heading of a page; only those that say the same are counted, from the second on."""
    seen = Counter[str]()
    found = []
    for anchor in map(anchor_of, texts):
        seen[anchor] += 1
        found.append(f"{anchor}-{seen[anchor]}" if seen[anchor] > 1 else anchor)
    return found


def slug(text: str, separator: str) -> str:
    """`anchor_of` as Python-Markdown asks for it, which counts those that say the same by itself."""
    return anchor_of(text)
