"""Changes to a YAML text that leave every other byte where it was.

Takes a file that was read with its places, gives the text with values replaced, entries added or
removed. ruamel.yaml writes the new pieces; they are spliced in by place, because a round trip of the
whole file through ruamel moves comments: one that stands before the next unit ends up inside the last.
"""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from portal.source import KeyPath, SourceFile

NEEDS_QUOTES = re.compile(
    r"[\[\]{}*&@%!|>'\"`#,?:\-].*|.*(?::\s|\s#|:$).*|[\d.+\-:]+|true|false|null|~", re.DOTALL | re.IGNORECASE
)
ONE_LINE = 1 << 20


class Plain(RoundTripRepresenter):
    """Writes a value that occurs twice twice: anchors are refused in data files."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def rendered(value: Mapping[str, Any] | Sequence[Any], *, flow: bool = False) -> str:
    """The YAML of new entries: block lines from the first column, or the inside of `{…}` or `[…]`."""
    yaml = YAML()
    yaml.Representer = Plain
    yaml.width = ONE_LINE
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.default_flow_style = flow
    stream = io.StringIO()
    yaml.dump(_quoted(value), stream)
    return stream.getvalue().strip()[1:-1] if flow else textwrap.dedent(stream.getvalue())


def _quoted(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _quoted(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_quoted(item) for item in value]
    if isinstance(value, str) and NEEDS_QUOTES.fullmatch(value) and not re.fullmatch(r"\d{4}-\d{2}", value):
        return DoubleQuotedScalarString(value)
    return value


class YamlText:
    """The text of `file` with changes; all paths and entries refer to the text as it was read."""

    def __init__(self, file: SourceFile) -> None:
        self.text = file.original
        self.values, self.keys = file.places.values, file.places.keys
        self.starts = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]
        self.edits: list[tuple[int, int, str]] = []

    def result(self) -> str:
        """The text with all changes; those at one place in the order in which they were asked for."""
        parts, done = [], 0
        for start, end, new in sorted(self.edits, key=lambda edit: edit[:2]):
            parts += [self.text[done:start], new]
            done = max(done, end)
        return "".join([*parts, self.text[done:]])

    def replace(self, path: KeyPath, value: Any) -> None:
        """Put another scalar in the place of the one at `path`."""
        start, end = self._bounds(path)
        self.edits.append((start, end, rendered([value], flow=True)))

    def insert(
        self,
        container: KeyPath,
        after: str | int | None,
        entries: Mapping[str, Any] | Sequence[Any],
        comment: str = "",
    ) -> None:
        """Add entries to a mapping or list behind its entry `after`, or in front of all others.

        The comment stands behind the last of them, or above a container that is written in one line.
        """
        start = self._bounds(container)[0]
        if self.text[start] not in "{[":
            lines = rendered(entries).splitlines()
            self.insert_lines(
                container, after, [*lines[:-1], lines[-1] + (f"  # {comment}" if comment else "")]
            )
            return
        self._insert_in_line(container, after, rendered(entries, flow=True))
        if comment:
            key = self._key_start(container)
            line = self._line_start(key)
            self.edits.append((line, line, f"{' ' * (key - line)}# {comment}\n"))

    def insert_lines(self, container: KeyPath, after: str | int | None, lines: Sequence[str]) -> None:
        """Add lines of YAML, written from the first column; in a container of one line, one entry a line."""
        start = self._bounds(container)[0]
        if self.text[start] in "{[":
            self._insert_in_line(container, after, ", ".join(line.removeprefix("- ") for line in lines))
            return
        indent = " " * (self.values[container].column - 1)
        new = "".join(f"{indent}{line}\n" if line else "\n" for line in lines)
        at = self._line_start(start) if after is None else self._line_after((*container, after))
        if at == len(self.text) and not self.text.endswith("\n"):
            new = "\n" + new.removesuffix("\n")
        self.edits.append((at, at, new))

    def append(self, new: str) -> None:
        """Add text behind everything else."""
        gap = "" if self.text.endswith("\n") else "\n"
        self.edits.append((len(self.text), len(self.text), gap + new))

    def cut(self, path: KeyPath, *, with_comments: bool = False) -> str:
        """Take out the whole lines of the key at `path`, and the comments right above it; gives them as they were."""
        start, after = self._line_start(self._key_start(path)), self._line_after(path)
        while with_comments and (above := self._line_start(max(start - 1, 0))) < start:
            if not self.text[above:start].lstrip().startswith("#"):
                break
            start = above
        self.edits.append((start, after, ""))
        return self.text[start:after]

    def remove(self, path: KeyPath) -> None:
        """Take out the key at `path` of a mapping, with its value."""
        start = self._key_start(path)
        if self.text[self._bounds(path[:-1])[0]] == "{":
            self.edits.append((*self._with_comma(start, self._bounds(path)[1]), ""))
            return
        line, after = self._line_start(start), self._line_after(path)
        if self.text[line:start].strip():
            # The key stands behind the dash of its entry: the next key takes its place.
            self.edits.append((start, after + start - line, ""))
        else:
            self.edits.append((line, after, ""))

    def _with_comma(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of an entry in `{…}` together with one comma beside it."""
        if comma := re.compile(r"\s*,\s*").match(self.text, end):
            return start, comma.end()
        before = self.text[:start].rstrip()
        return len(before.removesuffix(",")), end

    def _insert_in_line(self, container: KeyPath, after: str | int | None, new: str) -> None:
        start, end = self._bounds(container)
        if not self.text[start + 1 : end - 1].strip():
            self.edits.append((start + 1, end - 1, new))
        elif after is None:
            self.edits.append((start + 1, start + 1, f"{new}, "))
        else:
            at = self._bounds((*container, after))[1]
            self.edits.append((at, at, f", {new}"))

    def _bounds(self, path: KeyPath) -> tuple[int, int]:
        span = self.values[path]
        return self._offset(span.line, span.column), self._offset(span.end_line, span.end_column)

    def _key_start(self, path: KeyPath) -> int:
        return self._offset(self.keys[path].line, self.keys[path].column)

    def _offset(self, line: int, column: int) -> int:
        return self.starts[line - 1] + column - 1

    def _line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _line_after(self, path: KeyPath) -> int:
        """Where the line after the value begins; a block text already ends at the start of a line."""
        span = self.values[path]
        if span.end_column == 1 and span.end_line > span.line:
            return self.starts[span.end_line - 1]
        return min(self.starts[span.end_line], len(self.text))
