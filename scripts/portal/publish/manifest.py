"""`build.json` at the root of a built site: its manifest, and the ledger that the next build is held to.

What made the site, for which day, from which commit; every other file with its SHA-256; every record with its
address and state. A site that is no formal publication carries the ledger of the last formal one along, so that
trying something out does not make the program forget what the public has seen.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from portal import __version__
from portal.disk.writing import write_whole
from portal.publication.published import Published, published
from portal.publish.commit import commit_of
from portal.publish.lasting import Last, Names, its_own
from portal.publish.staging import GENERATOR, MARKER
from portal.records import Site


@dataclass(frozen=True)
class Ledger:
    """What the public has seen: the day of a site, and its records by key."""

    day: datetime.date
    records: Mapping[str, Published] = field(default_factory=dict)


@dataclass(frozen=True)
class Manifest:
    """`pages` counts pages, `files` holds path → SHA-256 of all but the manifest itself."""

    generator: str
    day: datetime.date
    production: bool
    pages: int
    commit: str
    files: Mapping[str, str]
    records: Mapping[str, Published]
    # Of the last formal publication, where this site is none.
    earlier: Ledger | None = None
    # What it holds for those who came before (`publish.lasting`).
    lasting: Names = field(default_factory=dict)

    def last(self, folder: Path) -> Last:
        """The site in `folder` as one that is going to be replaced."""
        return Last(folder, self.files, self.lasting, self.production)

    @property
    def ledger(self) -> Ledger | None:
        """The last formal publication; `None` while there has been none."""
        return Ledger(self.day, self.records) if self.production else self.earlier

    def write(self, folder: Path) -> None:
        """Raises `OSError`."""
        said = dataclasses.asdict(self)
        said["counts"] = {"pages": said.pop("pages"), "files": len(self.files)}
        text = json.dumps(said, ensure_ascii=False, indent=1, default=str)
        write_whole(folder / MARKER, f"{text}\n".encode())


def manifest_of(
    folder: Path,
    site: Site,
    root: Path,
    day: datetime.date,
    pages: int,
    *,
    before: Manifest | None = None,
    production: bool = False,
) -> Manifest:
    """The manifest of the finished site in `folder`, built from the project at `root`; `before` is the one it replaces."""
    return Manifest(
        f"{GENERATOR}{__version__}",
        day,
        production,
        pages,
        commit_of(root),
        {path: digest(folder / path) for path in files_below(folder)},
        published(site, day),
        None if production or before is None else before.ledger,
        its_own(folder, before.last(folder) if before else None, production=production),
    )


def manifest_in(folder: Path) -> Manifest | None:
    """The manifest of the site in `folder`; `None` where there is none, or one that this program cannot read."""
    try:
        said: dict[str, Any] = json.loads((folder / MARKER).read_bytes())
        pages = said.pop("counts")["pages"]
        said["earlier"] = _ledger(said["earlier"])
        said |= {"pages": pages, "day": _day(said["day"]), "records": _records(said["records"])}
        return Manifest(**said)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _ledger(said: dict[str, Any] | None) -> Ledger | None:
    return Ledger(_day(said["day"]), _records(said["records"])) if said else None


def _records(said: dict[str, dict[str, str]]) -> dict[str, Published]:
    return {
        key: Published(one["address"], one["state"], _day(one["on"]), one["title"], one["to"])  # type: ignore[arg-type]
        for key, one in said.items()
    }


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def files_below(folder: Path) -> Iterator[str]:
    """The path of every file but the manifest, in order."""
    found = []
    for place, _, names in os.walk(folder):
        below = os.path.relpath(place, folder).replace(os.sep, "/")
        found += names if below == "." else [f"{below}/{name}" for name in names]
    return (path for path in sorted(found) if path != MARKER)


def digest(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


@dataclass(frozen=True)
class Differences:
    """Paths in which a folder differs from its manifest."""

    missing: tuple[str, ...]
    added: tuple[str, ...]
    changed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.added or self.changed)


def compared(folder: Path, manifest: Manifest, *, quick: bool = False) -> Differences:
    """How the files in `folder` differ from `manifest`; `quick` looks at their names only. Raises `OSError`."""
    present = set(files_below(folder))
    both = sorted(present & manifest.files.keys())
    return Differences(
        tuple(sorted(manifest.files.keys() - present)),
        tuple(sorted(present - manifest.files.keys())),
        () if quick else tuple(path for path in both if digest(folder / path) != manifest.files[path]),
    )
