"""A question bank's text with one more question at its end; every other character stays as it was.

The text is cut in two and the item put between, because writing the parsed data back would wrap lines and
move comments of the questions that are there.
"""

from __future__ import annotations

import textwrap

from portal.source import SourceFile, read_yaml
from portal.source.layout import indent_of

LIST = "questions"


class CannotAppend(Exception):
    """The file is written in a way that nothing can be added to by cutting it in two."""


def appended(file: SourceFile, item: str) -> str:
    """The text of the bank `file` with `item`, which is indented by two; raises `CannotAppend`."""
    lines = file.original.rstrip("\n").split("\n")
    first = file.places.values.get((LIST, 0))
    if first is None:
        raise CannotAppend
    indent = indent_of(lines[first.line - 1])
    block = textwrap.indent(textwrap.dedent(item), " " * indent).rstrip("\n").split("\n")
    end = _end_of_list(file, lines)
    text = "\n".join([*lines[:end], *block, *lines[end:]]) + "\n"
    _verify(file, text)
    return text


def _end_of_list(file: SourceFile, lines: list[str]) -> int:
    """The number of lines up to the end of the list: to the file's end, or to the next key and its comments."""
    keys = file.places.keys
    after = [span.line for path, span in keys.items() if len(path) == 1 and span.line > keys[(LIST,)].line]
    end = min(after) - 1 if after else len(lines)
    while after and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _verify(file: SourceFile, text: str) -> None:
    """Nothing that stood in the file reads differently now, and there is one item more."""
    before = read_yaml(file.path, file.original.encode()).data
    after = read_yaml(file.path, text.encode()).data
    if before is None or after is None or after | {LIST: after[LIST][:-1]} != before:
        raise CannotAppend
