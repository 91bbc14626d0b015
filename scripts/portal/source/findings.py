"""What one pass over the lines of a file has found: diagnostics and the mended lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from portal.source.diagnostic import MAX_PER_FILE, Diagnostic, Span, error
from portal.source.mending import Line


@dataclass
class Findings:
    """`columns` leads from the columns of a mended line (by line number) back to the original ones.

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
