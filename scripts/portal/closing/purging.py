"""Which addresses still show a withdrawn case where the site has been copied: caches on the way, search engines.

Takes the files of the old site that told of the case, gives full addresses; a folder with many of them is named as a
whole. Compressed copies have the address of what they are copies of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from portal.records import addresses
from portal.records.case import Case

COPIES = (".gz", ".br")
MANY = 10
WHOLE = (addresses.SEARCH,)


@dataclass(frozen=True)
class Purge:
    """Pages that search engines show, and everything that caches hold."""

    engines: tuple[str, ...]
    caches: tuple[str, ...]


def tells_of(path: str, content: bytes, case: Case) -> bool:
    """Whether a file of the site, seen before the case is withdrawn, has to do with it."""
    if path.startswith((addresses.case(case.id), addresses.kit("case", case.id), *WHOLE)):
        return True
    words = (case.id, case.title) if case.party.form != "named" else (case.id, case.title, case.party.name)
    return any(word.encode() in content for word in words)


def to_purge(site_url: str, identifier: str, telling: Iterable[str]) -> Purge:
    """The addresses of the files `telling` of the case."""
    own = (addresses.case(identifier), addresses.kit("case", identifier))
    plain = list(dict.fromkeys(_address(path) for path in sorted(telling)))
    engines = tuple(site_url + path for path in plain if path in own)
    others = [path for path in plain if path not in own[:1]]
    pages = [path for path in own[:1] if path in plain]
    return Purge(engines, tuple(site_url + path for path in (*pages, *_folded(others, own))))


def _address(path: str) -> str:
    for ending in COPIES:
        path = path.removesuffix(ending)
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path


def _folded(paths: Iterable[str], own: tuple[str, ...]) -> list[str]:
    by_folder: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        folder = next(
            (one for one in own if path.startswith(one)), path.partition("/")[0] + "/" if "/" in path else ""
        )
        by_folder[folder].append(path)
    found: list[str] = []
    for folder, below in by_folder.items():
        whole = folder in WHOLE or (folder and folder not in own and len(below) > MANY)
        found += [f"{folder}*"] if whole else below
    return found
