"""Lists of words, and what is made of them: one regular expression, as fast with a thousand words as with ten.

`listed` takes a list as it is written, `alternation` plain words, `opening` patterns; both patterns match without groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Tree = dict[str, "Tree"]
# A word: what must not stand before it (one character), its first character or a class of them, the rest.
WORD = re.compile(r"(?:\(\?<!\[(?P<unless>[^\]]+)\]\))?(?P<first>\[[^\]]+\]|[^\\(\[])(?P<rest>.*)", re.DOTALL)


def listed(words: str) -> tuple[str, ...]:
    """The words of a list that is written with blanks between them."""
    return tuple(words.split())


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches the longest word at a place: 店主, 店长, 店员 become `店(?:主|员|长)`."""
    tree: Tree = {}
    for word in words:
        branch = tree
        for char in word:
            branch = branch.setdefault(char, {})
        branch[""] = {}
    return _pattern(tree)


def _pattern(tree: Mapping[str, Tree]) -> str:
    branches = [re.escape(char) + _pattern(branch) for char, branch in sorted(tree.items()) if char]
    if not branches:
        return ""
    if "" in tree:
        return f"(?:{'|'.join(branches)})?"
    return f"(?:{'|'.join(branches)})" if len(branches) > 1 else branches[0]


def opening(words: Iterable[str]) -> str:
    """One pattern for all words, each a pattern that begins with a plain character or a class of such.

    Python's `re` leaps over a text only when a pattern begins with a class of characters: this one begins with that of
    all first characters, so that a text in which none of them stands costs next to nothing.

    Raises:
        ValueError: A word begins with neither.
    """
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
