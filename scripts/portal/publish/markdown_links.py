"""Where the links of pages lead once the pages are Markdown files: from file to file.

Places that only the finished site has are linked to on the site.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection
from urllib.parse import quote, unquote

from portal.pages import Document, Output
from portal.publish.verifying import OUTWARD


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
