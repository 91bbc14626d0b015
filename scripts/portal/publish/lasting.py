"""What a site takes along from the one that it replaces, for people who are in the middle of something.

A running exam, a result or a printed code asks for its version of the bank, an old copy of a page for its scripts: the last
ones of each stay for some publications more. Takes the folder of the old site and the new one beside it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.records import addresses

VERSIONS, ASSETS = "quiz/versions/", "assets/"
# Of what was formally published, and again of what was only tried.
MOST = {VERSIONS: 5, ASSETS: 2}
NAME = re.compile("[0-9a-f]{8,}")
COPIES = (".gz", ".br")

# Room → names, the newest first, and whether each was formally published.
Names = Mapping[str, Mapping[str, bool]]
# The files of a version as the old site has them, by name → those that may stand today.
Renewed = Callable[[Mapping[str, bytes]], Mapping[str, bytes]]


@dataclass(frozen=True)
class Last:
    """The site that is replaced: where it lies, its files with their hashes, what it held for those who came before."""

    folder: Path
    files: Mapping[str, str]
    names: Names
    production: bool

    def known(self, room: str) -> Mapping[str, bool]:
        """An earlier program wrote no names: then all that is there, in no order."""
        there = {path.removeprefix(room).split("/")[0] for path in self.files if path.startswith(room)}
        return self.names.get(room) or {
            name: self.production for name in sorted(there) if NAME.fullmatch(name)
        }

    def read(self, folder: str) -> dict[str, bytes]:
        """The files in a folder below the root by their names; of one that is not as it was built, none."""
        found = {
            path: (self.folder / path).read_bytes()
            for path in self.files
            if path.startswith(folder) and (self.folder / path).is_file()
        }
        same = all(hashlib.sha256(content).hexdigest() == self.files[path] for path, content in found.items())
        return {path.removeprefix(folder): content for path, content in found.items()} if same else {}


def its_own(place: Path, last: Last | None, *, production: bool) -> Names:
    """What the new site at `place` would have without the `last` one: today's version, today's assets."""
    known = {room: last.known(room) if last else {} for room in MOST}
    return {
        room: {name: production or known[room].get(name, False) for name in _of_its_own(place, room)}
        for room in MOST
    }


def take_along(last: Last | None, place: Path, renewed: Renewed, *, production: bool, packed: bool) -> Names:
    """Write the lasting files of the `last` site into the new one at `place`; what it holds now. Raises `OSError`.

    A formal publication takes along nothing that was only tried. Compressed copies come along where the site
    has its own (`packed`).
    """
    own = its_own(place, last, production=production)
    if last is None:
        return own
    return {
        room: {**own[room]} | _taken(last, place, room, renewed, production=production, packed=packed)
        for room in MOST
    }


def _of_its_own(place: Path, room: str) -> list[str]:
    if room == VERSIONS:
        papers = place / addresses.QUIZ_PAPERS
        return [json.loads(papers.read_bytes())["version"]] if papers.is_file() else []
    return sorted(_names_in(place / room))


def _names_in(folder: Path) -> Iterator[str]:
    if folder.is_dir():
        yield from (one.name for one in folder.iterdir() if NAME.fullmatch(one.name))


def _taken(
    last: Last, place: Path, room: str, renewed: Renewed, *, production: bool, packed: bool
) -> dict[str, bool]:
    here = set(_names_in(place / room))
    earlier = {name: formal for name, formal in last.known(room).items() if name not in here}
    some = {
        formal: [name for name in earlier if earlier[name] is formal][: MOST[room]]
        for formal in (True, False)
    }
    wanted = [name for name in earlier if name in some[True] or (name in some[False] and not production)]
    taken = {}
    for name in wanted:
        files: Mapping[str, bytes] = last.read(f"{room}{name}/")
        files = renewed(files) if room == VERSIONS else files
        for path, content in files.items():
            if packed or not path.endswith(COPIES):
                _write(place / room / name / path, content)
                taken[name] = earlier[name]
    return taken


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
