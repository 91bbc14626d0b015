"""The shape of a line of YAML: its indentation, its dashes, its key, where its value starts.

Works on single lines of text, before any parser; the traps and the explanations of syntax errors
both stand on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

ASCII_KEY = r"[A-Za-z_][A-Za-z0-9_\-]*"
WORD_KEY = r"[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff\-]*"
QUOTED = r"\"[^\"]*\"|'[^']*'"
DASHES = re.compile(r"(?:-[ ]+)*")
KEY = re.compile(rf"(?:{QUOTED}|{WORD_KEY})[ ]*:(?:[ ]+|$)")
ENTRY = re.compile(rf"-(?:[ ]|$)|---(?:[ ]|$)|(?:{QUOTED}|{WORD_KEY})[ ]*:(?!//)|{ASCII_KEY}[ ]*：")


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns from 0. `base` is the column that text going on below must be deeper than."""

    indent: int
    start: int
    value_at: int
    base: int

    @property
    def has_key(self) -> bool:
        return self.value_at > self.start

    @property
    def has_dash(self) -> bool:
        return self.start > self.indent


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def layout(line: str) -> Layout:
    indent = indent_of(line)
    dashes = DASHES.match(line, indent)
    start = dashes.end() if dashes else indent
    key = KEY.match(line, start)
    base = start if key else indent if start > indent else indent - 1
    return Layout(indent, start, key.end() if key else start, base)


def is_significant(line: str) -> bool:
    """Neither blank nor a comment."""
    bare = line.lstrip()
    return bool(bare) and not bare.startswith("#")


def starts_entry(line: str, base: int) -> bool:
    """Whether a new key or list item begins here, not deeper than `base`."""
    indent = indent_of(line)
    return indent <= base and ENTRY.match(line, indent) is not None


def opens_below(lines: Sequence[str], number: int, shape: Layout) -> bool:
    """Whether the lines after `number` belong to its key or dash."""
    below = next((line for line in lines[number + 1 : number + 50] if is_significant(line)), "")
    if indent_of(below) > shape.base:
        return bool(below)
    return shape.has_key and below[shape.start : shape.start + 1] == "-" and indent_of(below) == shape.start


def nearest_above(above: Sequence[str]) -> str:
    """The last of the lines `above` that is neither blank nor a comment."""
    return next((one for one in reversed(above[-50:]) if is_significant(one)), "")


def goes_on(line: str, above: Sequence[str]) -> bool | None:
    """Whether `line` is more text of the entry above it; `None` when that entry has no value yet."""
    indent = indent_of(line)
    nearest = nearest_above(above)
    shape = layout(nearest)
    if not nearest or indent <= shape.base:
        return False
    value = nearest[shape.value_at :].strip()
    return True if value and not value.startswith("#") else None


def open_columns(lines: Sequence[str], number: int) -> tuple[set[int], set[int]]:
    """The columns of the dashes and of the keys that are still open above the line."""
    dashes: set[int] = set()
    keys: set[int] = set()
    lowest: int | None = None
    for above in range(number - 1, -1, -1):
        shape = layout(lines[above])
        is_open = lowest is None or shape.indent < lowest
        if is_open and is_significant(lines[above]) and ENTRY.match(lines[above], shape.indent):
            dashes |= {shape.indent} if lines[above][shape.indent] == "-" else set()
            keys |= {shape.start} if shape.has_key else set()
            lowest = shape.indent
        if lowest == 0:
            break
    return dashes, keys


def levels(lines: Sequence[str], number: int) -> list[int]:
    """The columns with which the line may be aligned: the keys and dashes that are still open above it."""
    dashes, keys = open_columns(lines, number)
    return sorted(dashes | keys)
