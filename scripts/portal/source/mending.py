"""Lines while their traps are mended, and what a pass over them has found.

Every character of a mended line remembers the column it came from, so that the rest of the file can still
be checked, and what is found there is shown in the right column of the line that its writer sees.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from portal.source.diagnostic import MAX_PER_FILE, Diagnostic, Span, error


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


@dataclass
class Scanned:
    """The diagnostics and the mended lines of one pass over a file.

    `columns` leads from the columns of a mended line (by line number) back to the original ones;
    `guessed` are the numbers of lines that were mended in one of several possible ways.
    """

    path: str
    first_line: int
    problems: list[Diagnostic] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    columns: dict[int, list[int]] = field(default_factory=dict)
    guessed: set[int] = field(default_factory=set)

    @property
    def full(self) -> bool:
        return len(self.problems) >= MAX_PER_FILE

    def add(
        self, number: int, line: Line, where: tuple[int, int], code: str, message: str, hint: str
    ) -> None:
        """Report the stretch `where` of the line as it now stands."""
        start = line.column(where[0])
        end = max(line.column(where[1]), start + 1)
        place = Span(number + self.first_line, start + 1, number + self.first_line, end + 1)
        self.problems.append(error(self.path, place, code, message, hint))

    def keep(self, number: int, line: Line) -> None:
        self.lines.append(line.text)
        if line.columns is not None:
            self.columns[number + self.first_line] = line.columns
