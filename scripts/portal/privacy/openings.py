"""Alternations of words that a pattern may begin with, written so that the engine skips from one candidate to the next.

Python's `re` leaps over a text only when a pattern begins with a class of characters; `opening` makes one of the
first characters of the words, so that a text in which none of them stands costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# A word: what must not stand before it (one character), its first character or a class of them, the rest.
WORD = re.compile(r"(?:\(\?<!\[(?P<unless>[^\]]+)\]\))?(?P<first>\[[^\]]+\]|[^\\(\[])(?P<rest>.*)", re.DOTALL)


def opening(words: Iterable[str]) -> str:
    """One pattern for all words, each a pattern that begins with a plain character or a class of such."""
    firsts: list[str] = []
    branches: list[str] = []
    for word in words:
        match = WORD.fullmatch(word)
        if match is None:
            raise ValueError(f"{word} begins with no plain character")
        first, unless = match["first"], match["unless"]
        firsts.append(first.strip("[]"))
        branches.append(f"(?<={first})" + (f"(?<![{unless}]{first})" if unless else "") + match["rest"])
    return f"[{''.join(firsts)}](?:{'|'.join(branches)})"
