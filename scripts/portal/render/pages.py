"""Documents as MkDocs files and pages."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy as copy_of
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from portal.pages import Document, Html, Markdown
from portal.records.remarks import REMARK
from portal.render.tables import with_headers

TEMPLATE = "framed.html"


class DocumentFile(File):
    """A file that exists only in memory; `wanted` says whether this build renders it."""

    def __init__(self, document: Document, config: MkDocsConfig, *, in_nav: bool, wanted: bool) -> None:
        inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
        source = document.markdown_path or f"{document.address}index.md"
        super().__init__(source, None, config.site_dir, config.use_directory_urls, inclusion=inclusion)
        self.generated_by = "portal"
        self.content_string = ""
        self.wanted = wanted

    def is_modified(self) -> bool:
        return self.wanted


class SuppliedFile(File):
    """A file that is no page; its bytes are made when it is written, so that all of them never lie in memory at once."""

    def __init__(self, path: str, content: Callable[[], bytes], config: MkDocsConfig) -> None:
        super().__init__(path, None, config.site_dir, config.use_directory_urls)
        self.generated_by = "portal"
        self.make = content

    def copy_file(self, dirty: bool = False) -> None:
        place = Path(self.abs_dest_path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(self.make())

    def is_modified(self) -> bool:
        return True


class DocumentPage(Page):
    """A page whose body a document supplies; only Markdown goes through Python-Markdown."""

    def __init__(self, document: Document, file: File, config: MkDocsConfig) -> None:
        self.document = document
        super().__init__(document.title, file, config)
        # Never the clock, which MkDocs has put here: what has no day of its own says none.
        changed = document.updated_on or document.published_on
        self.update_date = changed.isoformat() if changed else ""

    def read_source(self, config: MkDocsConfig) -> None:
        self.meta = {"title": self.document.title, "template": TEMPLATE}
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Finished HTML waits until the page is written; Markdown needs the other files for its links."""
        self.toc = TableOfContents([AnchorLink("正文", "main", 1)])
        self.content = ""
        self._body: Html | Markdown | None = None
        if self.document.markdown_path:
            body = self.document.body()
            if isinstance(body, Markdown):
                self.markdown = body.text
                super().render(config, files)
                # Whatever a remark hid behind, in finished HTML it cannot be code any more.
                text = with_headers(REMARK.sub("", self.content), self.document.title)
                body = Html(f"{body.before}{text}{body.after}")
            self._body = body

    def html(self) -> str:
        """The finished body."""
        body = self._body or self.document.body()
        if not isinstance(body, Html):
            raise TypeError(f"{self.document.address}: a Markdown body needs a markdown_path")
        return body.html

    def stand_in(self, title: str) -> Any:
        """A copy of this page under another title, for rendering a frame."""
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__)
        copy.meta = {"title": title}
        # It shares no folder with any real page, so that its links lead by way of the root and are
        # right on every page at this depth.
        copy.file = copy_of(self.file)
        copy.file.url = "-/" * self.document.depth
        copy.toc = TableOfContents([AnchorLink("正文", "main", 1)])
        return copy
