"""What plain MkDocs needs to build an exported tree: settings, navigation, links that lead from file to file.

Sections stand in the navigation, records beside it: with all of ten thousand records in it every
page would carry them all. Places that only the finished site has are linked to on the site.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import yaml

from portal.pages import Document, NavEntry, Output
from portal.publish.verifying import OUTWARD

FILE = "mkdocs.yml"
DOCS = "docs"
TAKEN_OVER = ("markdown_extensions", "validation")
THEME = {"name": "material", "language": "zh", "font": False, "features": ["navigation.indexes"]}


class UnreadableSettings(Exception):
    """The project's `mkdocs.yml` cannot be taken over; the message is for people."""


def project_settings(root: Path) -> dict[str, Any]:
    """The project's own `mkdocs.yml`: how its Markdown is written."""
    try:
        settings = yaml.safe_load((root / FILE).read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as failure:
        mark = getattr(failure, "problem_mark", None)
        place = f" 第{mark.line + 1}行" if mark else ""
        said = getattr(failure, "problem", None) or failure
        raise UnreadableSettings(f"{FILE}{place}读不出来，先改好（{said}）") from failure
    if not isinstance(settings, dict):
        raise UnreadableSettings(f"{FILE} 里要写“键: 值”，一行一项")
    return settings


def plain_settings(output: Output, project: dict[str, Any]) -> dict[str, Any]:
    """A `mkdocs.yml` without hooks and plugins."""
    return {
        "site_name": output.site_name,
        "site_url": output.site_url,
        "docs_dir": DOCS,
        "theme": THEME,
        "plugins": [],
        **{name: project[name] for name in TAKEN_OVER if name in project},
        "nav": [_for_mkdocs(output, entry) for entry in output.navigation],
        "not_in_nav": "*",
    }


def navigation(output: Output) -> list[dict[str, Any]]:
    """Title, address and file of every entry, for any other renderer."""
    return [_neutral(output, entry) for entry in output.navigation]


def _for_mkdocs(output: Output, entry: NavEntry) -> dict[str, Any]:
    file = markdown_file(output.by_address[entry.address])
    below = [_for_mkdocs(output, child) for child in entry.children]
    return {entry.title: [file, *below] if below else file}


def _neutral(output: Output, entry: NavEntry) -> dict[str, Any]:
    file = markdown_file(output.by_address[entry.address])
    below = [_neutral(output, child) for child in entry.children]
    return {"title": entry.title, "address": entry.address, "file": file} | (
        {"children": below} if below else {}
    )


def markdown_file(document: Document) -> str:
    """The path of a document's Markdown file in the tree."""
    return document.markdown_path or f"{document.address}index.md"


class MarkdownLinks:
    """The places of an `Output` and the files that hold them; `others` are files that are no pages."""

    def __init__(self, output: Output, others: Collection[str]) -> None:
        self.site_url = output.site_url
        self.files = {document.address: markdown_file(document) for document in output.documents}
        self.files |= {path: path for path in others}

    def of(self, document: Document) -> Callable[[str], str]:
        """A function from the links in a document's HTML to the links in its Markdown file."""
        folder = posixpath.dirname(markdown_file(document)) or "."

        def link(href: str) -> str:
            place, mark, fragment = href.partition("#")
            path, asked, query = place.partition("?")
            if not path or OUTWARD.match(href):
                return href
            address = _address(document, path)
            if address in self.files:
                return quote(posixpath.relpath(self.files[address], folder)) + mark + fragment
            return self.site_url + quote(address) + asked + query + mark + fragment

        return link


def _address(document: Document, path: str) -> str:
    """The address that a relative link on `document` leads to."""
    joined = posixpath.normpath(posixpath.join("/", document.address, unquote(path))).strip("/")
    is_folder = path.endswith(("/", "..")) or path == "."
    return f"{joined}/" if joined and is_folder else joined
