"""Project folder → `Site` and everything that is wrong with its files.

`read(root)` reads all; given the `Library` of an earlier reading it parses only what has changed.
Every file is read even when others are broken, so that one run shows all there is to mend.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from portal.reading.assembling import assemble
from portal.reading.errors import diagnostics
from portal.reading.listing import (
    Listing,
    Signature,
    absent,
    data_files,
    frozen_versions,
    misplaced,
    unreadable,
)
from portal.reading.record_kinds import KINDS, Kind, kind_of
from portal.records.campaign import Campaign
from portal.records.indicator import Indicators
from portal.records.site import Site
from portal.records.vocabulary import Term, Vocabulary, Words
from portal.source import MAX_BYTES, Diagnostic, SourceFile, capped, read_markdown, read_yaml
from portal.source.progress import Progress, silent

# Differs from the signature of every file, so that it is tried again.
NOT_READ = (-1, -1)


@dataclass(frozen=True)
class Parsed:
    """One file after reading: its record, if it could be made, and its own problems."""

    kind: Kind
    signature: Signature
    file: SourceFile
    record: Any
    problems: tuple[Diagnostic, ...]


@dataclass
class Library:
    """What an earlier reading knows: parsed files by path, and the words they were checked against."""

    words: Words = field(default_factory=Words)
    files: dict[str, Parsed] = field(default_factory=dict)


@dataclass(frozen=True)
class ReadResult:
    """`site` is `None` when one of the single files everything hangs on could not be read."""

    site: Site | None
    problems: tuple[Diagnostic, ...]
    library: Library
    changed: frozenset[str]


def read(root: Path, library: Library | None = None, progress: Progress = silent) -> ReadResult:
    """Read the project at `root`. Raises nothing for bad content or unreadable files."""
    earlier = library or Library()
    listing = data_files(root)
    problems = [*misplaced(listing), *absent(listing), *listing.unreadable.values()]
    reader = _Reader(root, listing, earlier)
    with _collector_paused():
        words = reader.read_words()
        parsed = reader.read_rest(words, progress)
    for one in parsed.values():
        problems.extend(one.problems)
    versions, unread = frozen_versions(root)
    site, more = assemble(list(parsed.values()), words, versions)
    problems += [*unread, *more]
    changed = frozenset(reader.changed | (set(earlier.files) - set(parsed)))
    return ReadResult(site, tuple(capped(problems)), Library(words, parsed), changed)


@contextmanager
def _collector_paused() -> Iterator[None]:
    # All that reading makes is kept: at 10,000 files a quarter of the time would go into looking for garbage.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Reader:
    """One pass over the files; keeps what has not changed since the earlier reading."""

    def __init__(self, root: Path, listing: Listing, earlier: Library) -> None:
        self.root, self.listing, self.earlier = root, listing, earlier
        self.parsed: dict[str, Parsed] = {}
        self.same_words = True
        self.changed: set[str] = set()

    def read_words(self) -> Words:
        """Vocabulary, then campaign and indicators, give the words all other files are checked against."""
        groups: dict[str, tuple[Term, ...]] = {}
        vocabulary = self._one(KINDS[0].place, Words())
        if isinstance(vocabulary, Vocabulary):
            groups = {name: getattr(vocabulary, name) for name in Vocabulary.model_fields}
        first = Words.of(groups)
        known = self.earlier.words.groups
        self.same_words = all(known.get(name) == first.groups.get(name) for name in Vocabulary.model_fields)
        indicators = self._one(KINDS[1].place, first)
        campaign = self._one(KINDS[2].place, first)
        if isinstance(indicators, Indicators):
            groups["indicators"] = tuple(
                Term(id="x", name=one.id, aliases=(one.name, *one.aliases))
                for one in indicators.indicators
                if not one.ratio
            )
        if isinstance(campaign, Campaign):
            groups["focuses"] = tuple(Term(id=one.id, name=one.name) for one in campaign.focuses)
            groups["units"] = tuple(Term(id=one.id, name=one.name) for one in campaign.units)
        return Words.of(groups)

    def read_rest(self, words: Words, progress: Progress) -> dict[str, Parsed]:
        self.same_words = words == self.earlier.words
        for number, path in enumerate(self.listing.files, 1):
            progress("正在读取", number, len(self.listing.files))
            if path not in self.parsed:
                self._one(path, words)
        for path in self.listing.unreadable:
            self._one(path, words)
        return dict(sorted(self.parsed.items()))

    def _one(self, path: str, words: Words) -> Any:
        kind, signature = kind_of(path), self.listing.files.get(path)
        if kind is None or (signature is None and path not in self.listing.unreadable):
            return None
        known = self.earlier.files.get(path)
        if known and known.signature == signature and self.same_words:
            self.parsed[path] = known
            return known.record
        self.parsed[path] = self._read(path, kind, words)
        if known is None or self.parsed[path].problems != known.problems or signature is not None:
            self.changed.add(path)
        return self.parsed[path].record

    def _read(self, path: str, kind: Kind, words: Words) -> Parsed:
        problem = self.listing.unreadable.get(path)
        if problem is None:
            try:
                with (self.root / path).open("rb") as file:
                    raw = file.read(MAX_BYTES + 1)
            except OSError as failure:
                problem = unreadable(path, failure)
        if problem:
            return Parsed(kind, NOT_READ, SourceFile(path, "", ""), None, (problem,))
        return parse(path, raw, kind, words, self.listing.files[path])


def parse(path: str, raw: bytes, kind: Kind, words: Words, signature: Signature = (0, 0)) -> Parsed:
    """One file's bytes → its record and problems."""
    reading = (read_markdown if path.endswith(".md") else read_yaml)(path, raw)
    problems = list(reading.problems)
    record = None
    if reading.data is not None:
        try:
            record = kind.model.model_validate(reading.data, context={"words": words})
        except ValidationError as failure:
            problems.extend(diagnostics(reading, kind.model, failure))
    if any(problem.is_error for problem in problems):
        record = None
    return Parsed(kind, signature, reading.file, record, tuple(capped(problems)))
