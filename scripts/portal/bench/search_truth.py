"""What a query should find: every page that has each of its terms, looked for in all texts one after the other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.records import addresses
from portal.search.folding import folded, terms_of
from portal.search.indexing import page_file, part_file
from portal.search.laying import GAP


@dataclass(frozen=True)
class Truth:
    """The folded texts of all pages, in the order of the index."""

    pages: tuple[str, ...]

    @classmethod
    def of(cls, site: Path) -> Truth:
        """Of a built site with an index."""
        return cls(tuple(folded_page(page["title"], page["text"]) for page in shown_pages(site)))

    def pages_with(self, query: str) -> set[int]:
        terms = terms_of(query)
        return {
            number
            for number, text in enumerate(self.pages)
            if terms and all(any(form in text for form in forms) for forms in terms)
        }


def folded_page(title: str, blocks: list[str]) -> str:
    """No term contains the gap, so that none reaches from one block into the next."""
    return GAP.join(map(folded, (title, *blocks)))


def shown_pages(site: Path) -> Iterator[dict[str, Any]]:
    """What the index shows of every page, with the whole text."""
    manifest = json.loads((site / addresses.SEARCH_INDEX).read_bytes())
    folder = site / manifest["folder"]
    for number in range(manifest["pages"]):
        page = json.loads((folder / page_file(number)).read_bytes())
        for part in range(1, page["parts"]):
            page["text"] += json.loads((folder / part_file(number, part)).read_bytes())
        yield page
