"""Mended text → data, going on past mistakes of structure that can be repaired.

Stands between `composing`, which knows only right and wrong, and `reading`. A repair counts only when
the whole text can be read after it; else the first mistake alone is told.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from portal.source.composing import Refused, compose
from portal.source.diagnostic import Diagnostic, error
from portal.source.file import SourceFile
from portal.source.mending import Line, Scanned
from portal.source.repairing import Changes, aligned, with_colon_or_blank
from portal.source.syntax import Stumble, stumble

MAX_REPAIRS = 20
# Characters that are parsed again after repairs: a file of this size only once.
MAX_PARSED_AGAIN = 4_000_000
WHOLLY_MENDED = frozenset(
    ("YAML-INVISIBLE", "YAML-WIDE-COLON", "YAML-COLON-SPACE", "YAML-DASH-SPACE", "YAML-TAB", "FILE-NUL")
)


@dataclass
class Parsing:
    """What came of parsing: the data, if any, the file as it was mended, the findings and the guessed lines."""

    file: SourceFile
    lines: list[str]
    data: Any = None
    failed: bool = False
    duplicated: bool = False
    problems: list[Diagnostic] = field(default_factory=list)
    guessed: set[int] = field(default_factory=set)

    def change(self, changes: Changes) -> None:
        first = self.file.first_line
        columns = dict(self.file.columns)
        for at, text in changes.items():
            line = Line(self.lines[at])
            line.columns = list(known) if (known := columns.get(at + first)) else None
            if text.startswith(line.text):
                line.replace(len(line.text), len(line.text), text[len(line.text) :])
            else:
                kept = len(text.lstrip(" "))
                line.replace(0, len(line.text) - kept, text[: len(text) - kept])
            columns[at + first] = line.columns or []
            self.lines[at] = text
            self.guessed.add(at + first)
        self.file = replace(self.file, text="\n".join(self.lines), columns=columns)

    def cut(self, at: int) -> None:
        """Leave out everything from the line `at` on."""
        del self.lines[at:]
        self.guessed.add(at + self.file.first_line)
        self.file = replace(self.file, text="\n".join([*self.lines, ""]))


def parse(file: SourceFile, found: Scanned) -> Parsing:
    """`file.text` are the mended lines of `found`."""
    parsing = Parsing(file, list(found.lines), guessed=set(found.guessed))
    again = 0
    while not parsing.failed:
        try:
            parsing.data, parsing.duplicated = compose(parsing.file.text, file.first_line)
            return parsing
        except Refused as refused:
            _refused(parsing, refused)
        except yaml.YAMLError as failure:
            stumbled = stumble(file.path, failure, file.first_line, parsing.lines)
            # A trap that was found nearby explains why the parser stumbled; saying it twice would confuse.
            if found.guessed or any(_explains(trap, stumbled.problem) for trap in found.problems):
                parsing.failed = True
            else:
                _stumbled(parsing, stumbled)
        again += len(parsing.file.text)
        parsing.failed |= len(parsing.problems) > MAX_REPAIRS or again > MAX_PARSED_AGAIN
    del parsing.problems[1:]
    return parsing


def _explains(trap: Diagnostic, stumbled: Diagnostic) -> bool:
    below = stumbled.span.line - trap.span.line
    return below == 0 or (below == 1 and trap.code not in WHOLLY_MENDED)


def _refused(parsing: Parsing, refused: Refused) -> None:
    place = parsing.file.in_original(refused.span)
    parsing.problems.append(error(parsing.file.path, place, refused.code, refused.message, refused.hint))
    if refused.code == "YAML-DOCUMENTS":
        parsing.cut(refused.span.line - parsing.file.first_line)
    else:
        parsing.failed = True


def _stumbled(parsing: Parsing, found: Stumble) -> None:
    place = parsing.file.in_original(found.problem.span)
    if found.problem.span.line in parsing.guessed:
        parsing.failed = True
        return
    parsing.problems.append(replace(found.problem, span=place))
    changes: Changes = {}
    if found.repair == "align":
        changes = aligned(parsing.lines, found.number)
    elif found.repair == "colon":
        changes = with_colon_or_blank(parsing.lines, found.number)
    if changes:
        parsing.change(changes)
    else:
        parsing.failed = True
