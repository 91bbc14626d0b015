"""The address of a heading comes from its words, so that it stays when another heading is added before it.

`第四章　食品生产经营` → `第四章-食品生产经营`. Links to it stand in other people's texts: a number that counts the
headings would lead to another one tomorrow.
"""

from __future__ import annotations

import re
import unicodedata

PARTING = re.compile(r"[\W_]+")
LONGEST = 40


def anchor_of(text: str) -> str:
    """Letters, digits and Chinese characters of the heading, the rest as single hyphens."""
    words = PARTING.sub("-", unicodedata.normalize("NFKC", text).casefold())
    return words[:LONGEST].strip("-") or "section"
