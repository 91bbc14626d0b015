"""Whether every link inside the site leads somewhere.

`note` takes each page as it is written; `broken` then compares with what lies in the folder. Only
the first page that holds a broken link is named.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
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
        for link in set(LINK.findall(html)):
            if link and not OUTSIDE.match(link):
                target = self._resolve(address, link)
                self.targets.setdefault(target, address)

    @staticmethod
    def _resolve(address: str, link: str) -> tuple[str, str]:
        path, _, fragment = unescape(link).partition("#")
        path = path.partition("?")[0]
        if not path:
            return address, unquote(fragment)
        joined = posixpath.normpath(posixpath.join("/", address, unquote(path)))[1:]
        return joined + ("/" if path.endswith("/") and joined else ""), unquote(fragment)

    def broken(self, folder: Path) -> Iterator[tuple[str, str]]:
        """(page, target) for every target that is not in `folder`."""
        ids: dict[str, set[str]] = {}
        exists: dict[str, bool] = {}
        for (path, fragment), page in sorted(self.targets.items()):
            if path not in exists:
                exists[path] = _file(folder, path).is_file()
            if not exists[path]:
                yield page, path
            elif fragment and not path.endswith((".svg", ".pdf")):
                if path not in ids:
                    ids[path] = set(map(unescape, ID.findall(_file(folder, path).read_text("utf-8"))))
                if fragment not in ids[path]:
                    yield page, f"{path}#{fragment}"


def _file(folder: Path, path: str) -> Path:
    file = folder / path
    return file / "index.html" if path in ("", ".") or path.endswith("/") or file.is_dir() else file
