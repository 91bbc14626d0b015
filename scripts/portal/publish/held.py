"""Whether the last site holds the page of a file's record: then the file is no draft, whatever state it is in.

Takes the folder of the site, asks its manifest; where there is none that can be read, the folder of the page itself.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from portal.publish.leaving_out import Held, key_of_file
from portal.publish.manifest import Manifest, manifest_in
from portal.records import addresses

FOLDERS = {
    "case": addresses.CASES,
    "risk": addresses.RISKS,
    "practice": addresses.PRACTICES,
    "month": addresses.OUTCOMES,
}


def held_by(site: Path) -> Held:
    """By the site in this folder, as it is now."""
    manifest = manifest_in(site)
    if manifest is None:
        return lambda path: (site / _address(path) / "index.html").is_file()
    keys = published_keys(manifest)
    return lambda path: key_of_file(path) in keys


def published_keys(manifest: Manifest) -> frozenset[str]:
    """The records that the site has, or that the last formal publication had."""
    ledger = manifest.ledger.records if manifest.ledger else {}
    return frozenset(manifest.records) | frozenset(ledger)


def _address(path: str) -> str:
    kind, _, identifier = key_of_file(path).partition(":")
    if kind == "article":
        return f"{addresses.KNOWLEDGE}{PurePosixPath(path).parent.name}/{identifier}/"
    return f"{FOLDERS.get(kind, '')}{identifier}/"
