"""The texts of a record that the public will read, and where a stretch of one stands in its file.

Rules that search wording take `public_texts(entry)`, search each value after `privacy.folding.plain` (which
keeps every character in its place) and turn the stretch they found into a span with `span_of`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portal.records import Entry
from portal.records.base import Record
from portal.source import KeyPath, SourceFile, Span

# Reviews and answers to findings are not public. The party's own code and the bureau's own contact are published on
# purpose; an id is a part of an address.
NOT_SEARCHED = frozenset({"review", "allowed", "credit_code", "contact", "id", "section", "digest"})
BODY: KeyPath = ("body",)


@dataclass(frozen=True, slots=True)
class PublicText:
    """One text and its path in the record; the body of an article has the path `BODY`."""

    path: KeyPath
    value: str


def public_texts(entry: Entry[Record]) -> Iterator[PublicText]:
    """Every text of the record, however deep, in the order of the fields."""
    return texts_of(entry, NOT_SEARCHED)


def texts_of(entry: Entry[Record], but: frozenset[str] = frozenset()) -> Iterator[PublicText]:
    """Every text of the record, but for the fields of these names."""
    return _texts(entry.record, (), but)


def _texts(value: object, path: KeyPath, but: frozenset[str]) -> Iterator[PublicText]:
    if isinstance(value, str):
        yield PublicText(path, value)
    elif isinstance(value, Record):
        for name, info in type(value).model_fields.items():
            if name not in but:
                yield from _texts(getattr(value, name), (*path, info.alias or name), but)
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _texts(part, (*path, index), but)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*path, key), but)


def span_of(entry: Entry[Record], text: PublicText, start: int, end: int) -> Span:
    """Where `text.value[start:end]`, which neither starts nor ends with a space, stands in the file."""
    if text.path == BODY:
        return entry.file.in_body(start, end)
    return _in_scalar(entry.file, entry.at(*text.path), text.value, start, end)


def _in_scalar(file: SourceFile, whole: Span, value: str, start: int, end: int) -> Span:
    """Value and file have the same visible characters in the same order, but for quotes and indentation.

    A text written with escapes such as `\\u5f20` breaks that; then the whole value is the place.
    """
    written = _written(file.lines, whole)
    first: tuple[int, int] | None = None
    for index, char in enumerate(value[:end]):
        if char.isspace():
            continue
        found = next(((line, column) for line, column, other in written if other == char), None)
        if found is None:
            return whole
        first = found if index == start else first
        if index == end - 1 and first:
            return Span(*first, found[0], found[1] + 1)
    return whole


def _written(lines: list[str], whole: Span) -> Iterator[tuple[int, int, str]]:
    for number in range(whole.line, min(whole.end_line, len(lines)) + 1):
        line = lines[number - 1]
        begin = whole.column - 1 if number == whole.line else 0
        stop = whole.end_column - 1 if number == whole.end_line else len(line)
        if number == whole.line and line[begin : begin + 1] in ("|", ">"):
            continue
        for column in range(begin, min(stop, len(line))):
            if not line[column].isspace():
                yield number, column + 1, line[column]
