"""One file of data as it was read, and the place of every value in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from portal.source.diagnostic import Span
from portal.source.places import KeyPath, Places, find_places


@dataclass(frozen=True)
class SourceFile:
    """A file that was read.

    `original` is the whole file, `text` its YAML (mended where a trap was found), `body` the
    Markdown after the front matter. Places are worked out from `text` when first asked for.
    """

    path: str
    original: str
    text: str
    first_line: int = 1
    body: str = ""
    body_line: int = 1
    columns: Mapping[int, Sequence[int]] = field(default_factory=dict)

    @cached_property
    def places(self) -> Places:
        found = find_places(self.text, self.first_line)
        return found.moved(self.in_original) if self.columns else found

    def at(self, *path: str | int) -> Span:
        """The place of the value at `path`, or of the nearest thing above it that exists."""
        return self._nearest(path, self.places.values)

    def key(self, *path: str | int) -> Span:
        """The place of the key at `path`; the value's place where there is no key (an item of a list)."""
        return self.places.keys.get(path) or self.at(*path)

    def in_body(self, start: int, end: int) -> Span:
        """The place of `body[start:end]` in the file."""
        return Span(*self._of_body(start), *self._of_body(end))

    def _of_body(self, offset: int) -> tuple[int, int]:
        line_start = self.body.rfind("\n", 0, offset) + 1
        return self.body_line + self.body.count("\n", 0, offset), offset - line_start + 1

    def in_original(self, span: Span) -> Span:
        """The span in the file as it was read, for one in the mended text."""
        column = self._column(span.line, span.column)
        end_column = self._column(span.end_line, span.end_column)
        if span.line == span.end_line:
            end_column = max(end_column, column + 1)
        return Span(span.line, column, span.end_line, end_column)

    def _column(self, line: int, column: int) -> int:
        columns = self.columns.get(line)
        return columns[min(column, len(columns)) - 1] + 1 if columns else column

    def _nearest(self, path: KeyPath, places: dict[KeyPath, Span]) -> Span:
        while path:
            if path in places:
                return places[path]
            path = path[:-1]
            if path in self.places.keys:
                return self.places.keys[path]
        first_key = next(iter(self.places.keys.values()), None)
        return first_key or Span(self.first_line, 1, self.first_line, 2)

    @cached_property
    def lines(self) -> list[str]:
        return self.original.split("\n")
