"""Parsed files → `Site`, as the rows of `record_kinds` say: lists are opened up, names compared, orders fixed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import PurePosixPath
from typing import Any

from portal.reading.naming import misnamed, repeated
from portal.reading.parsed import Parsed
from portal.reading.record_kinds import KINDS, RecordKind
from portal.reading.static_folder import bytes_at
from portal.records.site import Entry, Site
from portal.records.static_file import StaticFile
from portal.records.vocabulary import Words
from portal.source import Diagnostic


def assemble(
    files: Sequence[Parsed], words: Words, versions: Mapping[str, bytes], static: tuple[StaticFile, ...]
) -> tuple[Site | None, list[Diagnostic]]:
    """The site of all records that could be read, and what is wrong between a file and its name."""
    readable: dict[str, list[Parsed]] = defaultdict(list)
    unreadable: dict[str, set[str]] = defaultdict(set)
    for one in files:
        if one.record is None:
            unreadable[one.kind.name].add(PurePosixPath(one.file.path).stem)
        else:
            readable[one.kind.name].append(one)
    entries = {kind: list(_entries(kind, readable[kind.name])) for kind in KINDS}
    problems = [found for kind in KINDS for found in _ill_named(kind, entries[kind], words)]
    if any(kind.alone and not entries[kind] for kind in KINDS):
        return None, problems
    site = Site(
        **{kind.field: _held(kind, entries[kind]) for kind in KINDS},
        words=words,
        bank_versions=versions,
        static=bytes_at(static),
        static_files=static,
        unreadable={kind: frozenset(names) for kind, names in unreadable.items()},
    )
    return site, problems


def _entries(kind: RecordKind, files: Iterable[Parsed]) -> Iterator[Entry[Any]]:
    """The records of a kind, file by file."""
    for one in files:
        if not kind.items:
            yield Entry(kind.made(one.record, one.file), one.file)
            continue
        for index, item in enumerate(getattr(one.record, kind.items)):
            lacking = {name: getattr(one.record, name) for name in kind.shared if getattr(item, name) is None}
            record = item.model_copy(update=lacking) if lacking else item
            yield Entry(record, one.file, (kind.items, index))


def _ill_named(kind: RecordKind, entries: Sequence[Entry[Any]], words: Words) -> Iterator[Diagnostic]:
    if kind.named_by:
        yield from repeated(entries, kind.named_by)
        if not kind.items:
            yield from misnamed(entries, kind.named_by, words)


def _held(kind: RecordKind, entries: list[Entry[Any]]) -> Any:
    """What the field of the site holds: one entry, or all in the order they are shown."""
    if kind.alone:
        return entries[0]
    return tuple(sorted(entries, key=attrgetter(f"record.{kind.sorted_by}")) if kind.sorted_by else entries)
