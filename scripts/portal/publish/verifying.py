"""What is verified of a site before it takes the place of the old one.

No two pages or files may lie in one place: the later one would silently replace the other. Every link inside
leads somewhere, and nothing is fetched from another host: the last line of defence behind the content rules,
which reads finished HTML and style sheets, whoever wrote them. Links that a reader follows may lead anywhere.
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

from portal.pages import Document, Output
from portal.records.static_file import STATIC
from portal.rules.link_targets import ANOTHER_HOST, foreign_scheme

LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')
OUTWARD = re.compile(r"[a-z][a-z0-9+.\-]*:|//", re.I)

TAGS = "img|image|use|script|iframe|frame|embed|object|source|video|audio|track|input|link"
# Possessive, so that a tag that never closes costs no more than reading it.
LOADING = re.compile(rf"""<({TAGS})\b((?:[^>=]|=\s*(?:"[^"]*"|'[^']*')|=)*+)>""", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
FETCHED = {"src", "srcset", "poster", "data", "href", "xlink:href"}
# Links in the head that name an address instead of fetching it.
NAMING = {"canonical", "alternate", "next", "prev", "author", "license", "help", "search"}
OUTSIDE = re.compile(r"(?:^|,)\s*((?:(?!data:)[a-z][a-z0-9+.\-]*:|//)[^\s,]*)", re.IGNORECASE)
IN_STYLE = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])\s*((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)
# Attributes that lead somewhere, and what only scripts have; the value of a link is looked at by itself.
LEADING = FETCHED | {"action", "formaction", "background", "ping", "cite", "manifest"}
SUSPICIOUS = re.compile(
    r"""[\s"'/](?:on[a-z]+|srcdoc|http-equiv)\s*=|[\s"'/](?:xlink:)?(?:"""
    r"""href|src|srcset|poster|data|action|formaction|background|ping|cite|manifest)\s*=\s*["']?[^\s"'>]*""",
    re.IGNORECASE,
)
LIVE = re.compile(r"""[\s"'/](?:on[a-z]+|srcdoc|http-equiv)\s*=""", re.IGNORECASE)
TAG = re.compile(r"""<([a-z][^\s/>]*)((?:[^>=]|=\s*(?:"[^"]*"|'[^']*')|=)*+)>""", re.IGNORECASE)


def claimed_twice(output: Output) -> Iterator[tuple[str, str, str]]:
    """(address, one source, other source); letters count as one, as on the disks of Windows and macOS."""
    first: dict[str, str] = {}
    for place, source in _claims(output):
        other = first.setdefault(place.casefold(), source)
        if other is not source:
            yield place, other, source


def _claims(output: Output) -> Iterator[tuple[str, str]]:
    for document in output.documents:
        yield document.address, _source(document)
    for path in output.generated:
        yield path.removesuffix("index.html"), f"生成的文件 {path}"
    for path in output.static:
        yield path.removesuffix("index.html"), f"{STATIC}/{path}"


def _source(document: Document) -> str:
    # Made anew for each page, so that two pages from one file are still told apart.
    return f"{'、'.join(document.sources[:1]) or '程序'}（{document.title}）"


@dataclass
class LinkLedger:
    """Targets inside the site → the address of the first page that links to them.

    `note` takes each page as it is written; `broken` then compares with what lies in the folder.
    """

    targets: dict[tuple[str, str], str] = field(default_factory=dict)

    def note(self, address: str, html: str) -> None:
        """Remember the links of the page at `address`."""
        root = "../" * address.count("/")
        for link in set(LINK.findall(html)):
            if not link or OUTWARD.match(link):
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


@dataclass
class LiveLedger:
    """What would run, or lead by a scheme that is not allowed → the address of the first page where it stands.

    No template of ours writes such a thing and no rule lets it through; here nothing gets past both.
    """

    pages: dict[str, str] = field(default_factory=dict)

    def note(self, address: str, html: str, *, leads_on: bool = False) -> None:
        """Remember what the page at `address` has of it; a page that `leads_on` may send readers to the new address."""
        suspicious = any(
            LIVE.fullmatch(found) or foreign_scheme(found.partition("=")[2].strip(" \t\r\n\"'"))
            for found in set(SUSPICIOUS.findall(html))
        )
        if suspicious:
            # Text may speak of such things; only what stands in a tag counts.
            for what in _live(html, leads_on):
                self.pages.setdefault(what, address)

    def found(self) -> list[tuple[str, str]]:
        """(what, page), in order."""
        return sorted(self.pages.items())


def _live(html: str, leads_on: bool) -> Iterator[str]:
    for tag in TAG.finditer(html):
        attributes = {name.lower(): unescape(value.strip("\"'")) for name, value in ATTRIBUTE.findall(tag[2])}
        for name, value in attributes.items():
            if name.startswith("on") or name == "srcdoc":
                yield f"{name}="
            elif _misleads(name, value, leads_on):
                yield f"{name}={value}"


def _misleads(name: str, value: str, leads_on: bool) -> bool:
    if name == "http-equiv":
        return value.lower() == "refresh" and not leads_on
    scheme = foreign_scheme(value) if name in LEADING else None
    # What is fetched from another host is another ledger's.
    return scheme is not None and not (scheme == ANOTHER_HOST and name in FETCHED - {"href"})


def outside_in_styles(folder: Path) -> Iterator[tuple[str, str]]:
    """(file, url) for every style sheet below `folder` that fetches from another host."""
    for file in sorted(folder.rglob("*.css")):
        for url in IN_STYLE.findall(file.read_text("utf-8", errors="replace")):
            yield file.relative_to(folder).as_posix(), url
