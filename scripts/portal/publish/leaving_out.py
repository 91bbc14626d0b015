"""A draft never stops a build: one with mistakes is left out and named, as if its file could not be read.

Pure: takes what was read and found, gives a smaller `Site` and what is still wrong. A draft is a case, an article, a
risk card, a practice or a month without a day of publication; a file whose record cannot be read is one, too, unless
it says such a day or the last site holds its page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from portal.publication.published import TITLES
from portal.reading.parsed import Parsed
from portal.reading.record_kinds import kind_of
from portal.records import Entry, Site
from portal.records.base import Record
from portal.source import Diagnostic

# The kinds whose records have a day of publication, each with what begins the keys of its records.
KEYS = {"case": "case", "article": "article", "risk": "risk", "practice": "practice", "outcome": "month"}
Held = Callable[[str], bool]


def drafts(files: Mapping[str, Parsed], held: Held) -> frozenset[str]:
    """The paths of the files that are drafts; `held` says whether the last site has the page of the file at a path."""
    return frozenset(
        path for path, one in files.items() if one.kind.name in KEYS and _is_draft(path, one, held)
    )


def faulty(problems: Iterable[Diagnostic], among: frozenset[str]) -> frozenset[str]:
    """The paths `among` these in which something is wrong."""
    return frozenset(one.file for one in problems if one.is_error) & among


def without(site: Site, paths: frozenset[str]) -> Site:
    """The site without the records of these files: whatever refers to them finds a file that could not be read.

    The files of cases are remembered: nothing of their parties may stand anywhere.
    """
    unreadable: dict[str, set[str]] = defaultdict(set)
    fields: dict[str, tuple[Entry[Record], ...]] = {}
    for path in paths:
        if kind := kind_of(path):
            unreadable[kind.name].add(PurePosixPath(path).stem)
            fields[kind.field] = ()
    for field in fields:
        fields[field] = tuple(entry for entry in getattr(site, field) if entry.path not in paths)
    marked = {kind: site.unreadable.get(kind, frozenset()) | names for kind, names in unreadable.items()}
    left_out = (*site.left_out, *(entry.file for entry in site.cases if entry.path in paths))
    smaller = replace(site, unreadable={**site.unreadable, **marked}, left_out=left_out)
    return replace(smaller, **fields)  # type: ignore[arg-type]


def named(path: str) -> str:
    """`案例 2024-004` for the file of that case."""
    kind = kind_of(path)
    title = TITLES[KEYS[kind.name]] if kind and kind.name in KEYS else path
    return f"{title} {PurePosixPath(path).stem}"


def key_of_file(path: str) -> str:
    """The key under which a manifest keeps the record of the file: `case:2024-004`."""
    kind = kind_of(path)
    return f"{KEYS[kind.name]}:{PurePosixPath(path).stem}" if kind and kind.name in KEYS else ""


def _is_draft(path: str, one: Parsed, held: Held) -> bool:
    if one.record is not None:
        return one.record.published_on is None
    return not one.dated and not held(path)
