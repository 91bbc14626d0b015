"""One data file → its record and its own problems.

Knows the words that records are checked against, and nothing of the other files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from portal.reading.errors import diagnostics
from portal.reading.listing import Listing, Signature, unreadable
from portal.reading.record_kinds import RecordKind
from portal.records.vocabulary import Words
from portal.source import MAX_BYTES, Diagnostic, SourceFile, capped, read_markdown, read_yaml

# Differs from the signature of every file, so that it is tried again.
NOT_READ = (-1, -1)


@dataclass(frozen=True)
class Parsed:
    """One file after reading: its record, if it could be made, and its own problems.

    `dated`: whether it says a day of publication, be it in a file that no record could be made of.
    """

    kind: RecordKind
    signature: Signature
    file: SourceFile
    record: Any
    problems: tuple[Diagnostic, ...]
    dated: bool = False


def read_file(listing: Listing, path: str, kind: RecordKind, words: Words) -> Parsed:
    """The file at `path` of the project; the reason where the listing or the disk does not give it."""
    problem = listing.unreadable.get(path)
    if problem is None:
        try:
            with (listing.root / path).open("rb") as file:
                raw = file.read(MAX_BYTES + 1)
        except OSError as failure:
            problem = unreadable(path, failure)
    if problem:
        return Parsed(kind, NOT_READ, SourceFile(path, "", ""), None, (problem,))
    return parse(path, raw, kind, words, listing.files[path])


def parse(path: str, raw: bytes, kind: RecordKind, words: Words, signature: Signature = (0, 0)) -> Parsed:
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
    dated = bool(reading.data and reading.data.get("published_on"))
    return Parsed(kind, signature, reading.file, record, tuple(capped(problems)), dated)
