"""Many words as one regular expression, as fast with a thousand of them as with ten.

`alternation(words)` takes plain words and gives a pattern that matches the longest one at a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Tree = dict[str, "Tree"]


def alternation(words: Iterable[str]) -> str:
    """A pattern without groups: 店主, 店长, 店员 become `店(?:主|员|长)`."""
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


def listed(words: str) -> tuple[str, ...]:
    """The words of a list that is written with blanks between them."""
    return tuple(words.split())
