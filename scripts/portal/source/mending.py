"""One line while its traps are mended: every character remembers the column it came from.

So the rest of a mended file can still be checked, and what is found there is shown in the right
column of the line that its writer sees.
"""

from __future__ import annotations

from collections.abc import Callable


class Line:
    """`text` changes; `column` leads back to where a character stood in the line as it was read."""

    __slots__ = ("columns", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.columns: list[int] | None = None

    def column(self, at: int) -> int:
        """The index in the original line of the character now at `at`."""
        return at if self.columns is None else self.columns[min(at, len(self.columns) - 1)]

    def replace(self, start: int, end: int, new: str) -> None:
        columns = self._columns()
        self.columns = [*columns[:start], *[columns[start]] * len(new), *columns[end:]]
        self.text = self.text[:start] + new + self.text[end:]

    def rewrite(self, start: int, end: int, written: Callable[[str], str]) -> None:
        """Each character of the stretch becomes what `written` gives for it (possibly nothing)."""
        columns = self._columns()
        pieces = [written(char) for char in self.text[start:end]]
        moved = [columns[start + i] for i, piece in enumerate(pieces) for _ in piece]
        self.columns = [*columns[:start], *moved, *columns[end:]]
        self.text = self.text[:start] + "".join(pieces) + self.text[end:]

    def quote(self, start: int) -> None:
        """Everything from `start` becomes one single-quoted text."""
        end = len(self.text.rstrip())
        self.rewrite(start, end, lambda char: "''" if char == "'" else char)
        self.replace(start, start, "'")
        end = len(self.text.rstrip())
        self.replace(end, end, "'")

    def _columns(self) -> list[int]:
        return list(range(len(self.text) + 1)) if self.columns is None else self.columns
