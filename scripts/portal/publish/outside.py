"""Whether a page would have the browser fetch anything from another host.

The last line of defence behind the content rules: it reads finished HTML and style sheets, whoever
wrote them. Links that a reader follows are not fetched and may lead anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

TAGS = "img|image|use|script|iframe|frame|embed|object|source|video|audio|track|input|link"
# Possessive, so that a tag that never closes costs no more than reading it.
LOADING = re.compile(rf"""<({TAGS})\b((?:[^>=]|=\s*(?:"[^"]*"|'[^']*')|=)*+)>""", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
FETCHED = {"src", "srcset", "poster", "data", "href", "xlink:href"}
# Links in the head that name an address instead of fetching it.
NAMING = {"canonical", "alternate", "next", "prev", "author", "license", "help", "search"}
OUTSIDE = re.compile(r"(?:^|,)\s*((?:(?!data:)[a-z][a-z0-9+.\-]*:|//)[^\s,]*)", re.IGNORECASE)
IN_STYLE = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])\s*((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)


@dataclass
class OutsideLedger:
    """Addresses on other hosts → the address of the first page that fetches them."""

    pages: dict[str, str] = field(default_factory=dict)

    def note(self, address: str, html: str) -> None:
        """Remember what the page at `address` fetches."""
        for url in fetched_from_outside(html):
            self.pages.setdefault(url, address)

    def fetched(self) -> list[tuple[str, str]]:
        """(url, page), in order."""
        return sorted(self.pages.items())


def fetched_from_outside(html: str) -> Iterator[str]:
    """The addresses on other hosts that a browser fetches to show `html`."""
    for tag in LOADING.finditer(html):
        attributes = {name.lower(): unescape(value.strip("\"'")) for name, value in ATTRIBUTE.findall(tag[2])}
        if tag[1].lower() == "link" and set(attributes.get("rel", "").lower().split()) <= NAMING:
            continue
        for name in FETCHED & attributes.keys():
            yield from OUTSIDE.findall(attributes[name].strip())


def outside_in_styles(folder: Path) -> Iterator[tuple[str, str]]:
    """(file, url) for every style sheet below `folder` that fetches from another host."""
    for file in sorted(folder.rglob("*.css")):
        for url in IN_STYLE.findall(file.read_text("utf-8", errors="replace")):
            yield file.relative_to(folder).as_posix(), url
