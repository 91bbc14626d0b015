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

from portal.reading.assembling import assemble
from portal.reading.listing import Listing, absent, data_files, frozen_versions, misplaced
from portal.reading.parsed import Parsed, read_file
from portal.reading.record_kinds import BY_NAME, kind_of
from portal.reading.static_folder import static_files
from portal.records.campaign import Campaign
from portal.records.indicator import Indicators
from portal.records.site import Site
from portal.records.vocabulary import Term, Vocabulary, Words
from portal.source import Diagnostic, capped
from portal.source.progress import Progress, silent


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
    reader = _Reader(listing, earlier)
    with _collector_paused():
        words = reader.read_words()
        parsed = reader.read_rest(words, progress)
    for one in parsed.values():
        problems.extend(one.problems)
    versions, unread = frozen_versions(root)
    site, more = assemble(list(parsed.values()), words, versions, static_files(root))
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

    def __init__(self, listing: Listing, earlier: Library) -> None:
        self.listing, self.earlier = listing, earlier
        self.parsed: dict[str, Parsed] = {}
        self.same_words = True
        self.changed: set[str] = set()

    def read_words(self) -> Words:
        """Vocabulary, then campaign and indicators, give the words all other files are checked against."""
        groups: dict[str, tuple[Term, ...]] = {}
        vocabulary = self._one(BY_NAME["vocabulary"].place, Words())
        if isinstance(vocabulary, Vocabulary):
            groups = {name: getattr(vocabulary, name) for name in Vocabulary.groups()}
        first = Words.of(groups)
        known = self.earlier.words.groups
        self.same_words = all(known.get(name) == first.groups.get(name) for name in Vocabulary.groups())
        indicators = self._one(BY_NAME["indicators"].place, first)
        campaign = self._one(BY_NAME["campaign"].place, first)
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
        self.parsed[path] = read_file(self.listing, path, kind, words)
        if known is None or self.parsed[path].problems != known.problems or signature is not None:
            self.changed.add(path)
        return self.parsed[path].record
