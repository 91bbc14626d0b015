"""The search index of a site that is being built: which pages it holds, under which names.

`note` takes each body as it is rendered, `write` puts the index beside the finished pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from portal.pages import Document, Output
from portal.search.indexing import index
from portal.search.page import SearchPage, pages_of

ELSEWHERE = "本站"


@dataclass
class SearchLedger:
    """Everything that can be found, in any order."""

    output: Output
    found: list[SearchPage] = field(default_factory=list)

    @cached_property
    def _sections(self) -> dict[str, str]:
        return {entry.id: entry.title for entry in self.output.navigation}

    def note(self, document: Document, body: str) -> None:
        """Lists lead to pages that are found themselves; what search engines must not show, ours does not either."""
        if not document.searched or document.address == "":
            return
        page = SearchPage(
            address=document.address,
            title=document.title,
            section=self._sections.get(document.section, ELSEWHERE),
            business_types=document.business_types,
            keywords=document.keywords,
            day=document.published_on,
            until=document.until,
            demo=document.demo,
        )
        self.found += pages_of(page, body)

    def write(self, place: Path) -> None:
        """Raises `OSError`."""
        for path, content in index(self.found, self.output.search_words).items():
            file = place / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
