"""Whether every link inside the site leads somewhere.

`note` takes each page as it is written; `broken` then compares with what lies in the folder. Only
the first page that holds a broken link is named.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')
OUTSIDE = re.compile(r"[a-z][a-z0-9+.\-]*:|//", re.I)


@dataclass
class LinkLedger:
    """Targets inside the site → the address of the first page that links to them."""

    targets: dict[tuple[str, str], str] = field(default_factory=dict)

    def note(self, address: str, html: str) -> None:
        """Remember the links of the page at `address`."""
        root = "../" * address.count("/")
        for link in set(LINK.findall(html)):
            if not link or OUTSIDE.match(link):
                continue
            # Nearly all links lead by way of the root, and to the same few hundred places.
            by_root = root and link.startswith(root)
            target = _resolved_from_root(link[len(root) :]) if by_root else _resolved(address, link)
            self.targets.setdefault(target, address)

    def broken(self, folder: Path) -> Iterator[tuple[str, str]]:
        """(page, target) for every target that is not in `folder`."""
        files = _files(folder)
        ids: dict[str, set[str]] = {}
        for (path, fragment), page in sorted(self.targets.items()):
            name = path if path in files else posixpath.join(path, "index.html")
            if name not in files:
                yield page, path
            elif fragment and not path.endswith((".svg", ".pdf")):
                if name not in ids:
                    ids[name] = set(map(unescape, ID.findall((folder / name).read_text("utf-8"))))
                if fragment not in ids[name]:
                    yield page, f"{path}#{fragment}"


def _resolved(address: str, link: str) -> tuple[str, str]:
    """The path below the site's root and the fragment that `link` on the page at `address` means."""
    path, _, fragment = unescape(link).partition("#")
    path = path.partition("?")[0]
    if not path:
        return address, unquote(fragment)
    joined = posixpath.normpath(posixpath.join("/", address, unquote(path)))[1:]
    return joined + ("/" if path.endswith("/") and joined else ""), unquote(fragment)


@lru_cache(maxsize=65_536)
def _resolved_from_root(link: str) -> tuple[str, str]:
    return _resolved("", link)


def _files(folder: Path) -> set[str]:
    """The paths of all files below `folder`."""
    found: set[str] = set()
    for place, _, names in os.walk(folder):
        below = os.path.relpath(place, folder).replace(os.sep, "/")
        found.update(names if below == "." else (f"{below}/{name}" for name in names))
    return found
