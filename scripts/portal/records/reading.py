"""Project folder → `Site` and everything that is wrong with its files.

`read(root)` reads all; given the `Library` of an earlier reading it parses only what has changed.
Every file is read even when others are broken, so that one run shows all there is to mend.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from portal.records.assembling import assemble
from portal.records.campaign import Campaign
from portal.records.errors import diagnostics
from portal.records.indicator import Indicators
from portal.records.kinds import KINDS, ROOMS, Kind, kind_of
from portal.records.site import Site
from portal.records.vocabulary import Term, Vocabulary, Words
from portal.source import FILE_START, Diagnostic, SourceFile, error, read_markdown, read_yaml

DATA_SUFFIXES = (".yaml", ".yml", ".md")
NOT_DATA = ("site_config/templates", "site_config/theme", "site_config/schemas", "site_config/static")


@dataclass(frozen=True)
class Parsed:
    """One file after reading: its record, if it could be made, and its own problems."""

    kind: Kind
    signature: tuple[int, int]
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

    def lines(self) -> dict[str, list[str]]:
        """The lines of every file that has a problem, for showing it."""
        wanted = {problem.file for problem in self.problems}
        return {path: self.library.files[path].file.lines for path in wanted if path in self.library.files}


def read(root: Path, library: Library | None = None) -> ReadResult:
    """Read the project at `root`. Raises nothing for bad content; `OSError` for an unreadable disk."""
    earlier = library or Library()
    places = dict(_files(root))
    problems = [*_misplaced(places), *_absent(places)]
    reader = _Reader(root, places, earlier)
    words = reader.read_words()
    parsed = reader.read_rest(words)
    for one in parsed.values():
        problems.extend(one.problems)
    site, more = assemble(list(parsed.values()), words)
    problems.extend(more)
    changed = frozenset(reader.changed | (set(earlier.files) - set(parsed)))
    return ReadResult(site, tuple(sorted(set(problems))), Library(words, parsed), changed)


class _Reader:
    """One pass over the files; keeps what has not changed since the earlier reading."""

    def __init__(self, root: Path, places: dict[str, tuple[int, int]], earlier: Library) -> None:
        self.root, self.places, self.earlier = root, places, earlier
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
        indicators = self._one(KINDS[1].place, first)
        campaign = self._one(KINDS[2].place, first)
        if isinstance(indicators, Indicators):
            groups["indicators"] = tuple(
                Term(id="x", name=one.id) for one in indicators.indicators if not one.ratio
            )
        if isinstance(campaign, Campaign):
            groups["focuses"] = tuple(Term(id=one.id, name=one.name) for one in campaign.focuses)
            groups["units"] = tuple(Term(id=one.id, name=one.name) for one in campaign.units)
        return Words.of(groups)

    def read_rest(self, words: Words) -> dict[str, Parsed]:
        self.same_words = words == self.earlier.words
        for path in self.places:
            if path not in self.parsed and kind_of(path):
                self._one(path, words)
        return dict(sorted(self.parsed.items()))

    def _one(self, path: str, words: Words) -> Any:
        kind = kind_of(path)
        if kind is None or path not in self.places:
            return None
        known = self.earlier.files.get(path)
        if known and known.signature == self.places[path] and self.same_words:
            self.parsed[path] = known
            return known.record
        self.changed.add(path)
        raw = (self.root / path).read_bytes()
        self.parsed[path] = parse(path, raw, kind, words, self.places[path])
        return self.parsed[path].record


def parse(path: str, raw: bytes, kind: Kind, words: Words, signature: tuple[int, int] = (0, 0)) -> Parsed:
    """One file's bytes → its record and problems."""
    reading = (read_markdown if path.endswith(".md") else read_yaml)(path, raw)
    problems = list(reading.problems)
    record = None
    if reading.data is not None:
        try:
            record = kind.model.model_validate(reading.data, context={"words": words})
        except ValidationError as failure:
            problems.extend(diagnostics(reading.file, reading.data, kind.model, failure))
    if any(problem.is_error for problem in problems):
        record = None
    return Parsed(kind, signature, reading.file, record, tuple(problems))


def _files(root: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Data files below the rooms, each with its modification time (ns) and size; in sorted order."""
    for room in ROOMS:
        yield from _below(str(root / room), room)


def _below(folder: str, address: str) -> Iterator[tuple[str, tuple[int, int]]]:
    # Ten thousand files are looked at on every save of a preview: no Path objects, one call a file.
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        relative = f"{address}/{entry.name}"
        if entry.name.startswith((".", "~")) or relative.startswith(NOT_DATA):
            continue
        if entry.is_dir():
            yield from _below(entry.path, relative)
        elif entry.name.endswith(DATA_SUFFIXES):
            status = entry.stat()
            yield relative, (status.st_mtime_ns, status.st_size)


def _misplaced(places: dict[str, tuple[int, int]]) -> Iterator[Diagnostic]:
    for path in places:
        if kind_of(path) is None:
            hint = "改成 .yaml 结尾" if path.endswith(".yml") else "移到该放的文件夹；各类文件的位置见 README"
            yield error(path, FILE_START, "FILE-PLACE", "这个位置的文件不会被读取", hint)


def _absent(places: dict[str, tuple[int, int]]) -> Iterator[Diagnostic]:
    for kind in KINDS:
        if kind.single and kind.place not in places:
            message = f"缺少文件 {kind.place}（{kind.title}）"
            yield error(kind.place, FILE_START, "FILE-ABSENT", message, "从版本库里恢复它")
