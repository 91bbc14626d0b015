"""Names that are known from elsewhere, found in a text in one pass, however many they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator


class KnownNames:
    """Finds any of `names`, each of two characters or more; of several that begin at one place the longest."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_head: dict[str, list[str]] = defaultdict(list)
        for name in sorted(set(names), key=lambda name: (-len(name), name)):
            if len(name) >= 2:
                self._by_head[name[:2]].append(name)
        first = sorted({re.escape(head[0]) for head in self._by_head})
        self._first = re.compile(f"[{''.join(first)}]") if first else None

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches of `text` that are one of the names."""
        end = 0
        for match in self._first.finditer(text) if self._first else ():
            start = match.start()
            if start < end:
                continue
            for name in self._by_head.get(text[start : start + 2], ()):
                if text.startswith(name, start):
                    end = start + len(name)
                    yield start, end
                    break
