"""All steps over all files of a project: what would change, and what has to be mended by hand first.

`migrate` is pure and all or nothing: with a `refusal`, nothing may be written. A second run finds nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from portal.formats.merging.plan import unified
from portal.migrating import penalties, publicity
from portal.source import SourceFile, read_yaml
from portal.source.reading import Reading

# The new text of a file; the very text that it has where the step has nothing to do.
Step = Callable[[Reading], str]
STEPS: tuple[tuple[str, Step], ...] = (
    ("site_config/publicity.yaml", publicity.with_dated_texts),
    ("site_config/vocabulary.yaml", penalties.with_legal_words),
    ("content/cases/", penalties.with_day_of_disclosure),
)


@dataclass(frozen=True)
class Change:
    """One file: its new text, with plain line ends, and how it differs from the present one."""

    path: str
    new: str
    diff: str


@dataclass(frozen=True)
class Migration:
    """What a project needs; `refusals` are files that cannot be read, so that nothing is changed."""

    changes: tuple[Change, ...]
    refusals: tuple[str, ...]


def concerned(path: str) -> bool:
    """Whether a step looks at the file at `path` (posix, relative to the project)."""
    return any(path.startswith(place) for place, _ in STEPS)


def migrate(files: Mapping[str, bytes]) -> Migration:
    """The changes to `files`, by path."""
    changes: list[Change] = []
    refusals: list[str] = []
    for path, raw in files.items():
        reading = read_yaml(path, raw)
        found = list(_changes(reading)) if _is_sound(reading) else []
        changes += found
        # What cannot be read, or could not be read afterwards, is left to a person.
        if not all(map(_is_sound, (reading, *(read_yaml(path, one.new.encode()) for one in found)))):
            refusals.append(path)
    return Migration(tuple(changes), tuple(refusals))


def _is_sound(reading: Reading) -> bool:
    return reading.data is not None and not any(problem.is_error for problem in reading.problems)


def _changes(reading: Reading) -> Iterator[Change]:
    file: SourceFile = reading.file
    for place, step in STEPS:
        if file.path.startswith(place) and (new := step(reading)) != file.original:
            yield Change(
                file.path, new, unified(file.original, new, f"现有 {file.path}", f"迁移后 {file.path}")
            )
