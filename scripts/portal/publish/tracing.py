"""Where in a project's files something stands that was found on the finished site: file, line and column.

Takes the words as they were found, looks through the files as they were written, markup and odd characters inside the
words included. Only asked when something was found, so it may take its time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from portal.publication.withheld import plain
from portal.publish.name_search import written

# What markup may put between two characters of a name or number.
BETWEEN = r"(?:</?[a-zA-Z][^>\n]{0,80}>|&[a-z0-9#]{1,8};|[^\w<&]|_){0,16}"
WITHDRAWAL = re.compile(r"^withdrawal:.*\n(?:[ \t#].*\n?|\n)*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Place:
    """`start:end` in the text of the file at `path` of the project; line and column count from 1."""

    path: str
    line: int
    column: int
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


def texts(root: Path, paths: Iterable[str]) -> dict[str, str]:
    """The files of the project at `root` as they were written; without what cannot be read."""
    found = {}
    for path in paths:
        with suppress(OSError):
            found[path] = (root / path).read_bytes().decode("utf-8", "replace")
    return found


def places(words: str, files: Mapping[str, str], unseen: Set[str]) -> Iterator[Place]:
    """Every place of the words in these files; in the `unseen` ones, of cases that are hidden, only in the withdrawal,
    which is shown.
    """
    letters = [written(char) for char in plain(words) if char.isalnum()]
    pattern = re.compile(BETWEEN.join(letters))
    for path, text in files.items():
        inside = WITHDRAWAL.search(text) if path in unseen else None
        if path in unseen and inside is None:
            continue
        first, last = inside.span() if inside else (0, len(text))
        for match in pattern.finditer(text, first, last):
            yield _place(path, text, match.start(), match.end())


def _place(path: str, text: str, start: int, end: int) -> Place:
    line_start = text.rfind("\n", 0, start) + 1
    return Place(path, text.count("\n", 0, start) + 1, start - line_start + 1, start, end)
