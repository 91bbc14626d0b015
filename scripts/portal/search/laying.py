"""All texts one behind the other, so that a number says which page and which place on it.

Every page gets one or more slots of `SLOT` characters. The title stands at the beginning of its
first slot between two marks, the text begins at `TITLE` at the earliest, with the title where that is no name;
between two blocks lies a gap. No query contains a mark or a gap, but what looks for titles that begin with it does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from portal.search.coding import Numbers
from portal.search.folding import folded
from portal.search.page import SearchPage

SLOT, TITLE = 2048, 64
GAP = "\0"
# Around a title that is a name.
START, END = "\1", "\2"


@dataclass(frozen=True)
class Laid:
    """`codes` are UTF-16 units, `page_of` tells the page of each slot, `longer` the extra slots of some pages."""

    codes: NDArray[np.uint16]
    page_of: Numbers
    longer: dict[int, int]

    def pages(self, places: Numbers) -> Numbers:
        """The different pages of rising places."""
        found: Numbers = self.page_of[places // SLOT]
        kept: Numbers = found[np.diff(found, prepend=-1) != 0]
        return kept

    def in_titles(self, places: Numbers) -> Numbers:
        """Those of the places that lie in a title."""
        slots = places // SLOT
        starts = np.concatenate([[True], self.page_of[1:] != self.page_of[:-1]])
        titled: Numbers = places[(places % SLOT < TITLE) & starts[slots]]
        return titled


def lay(pages: Iterable[SearchPage]) -> Laid:
    texts: list[str] = []
    slots: list[int] = []
    for page in pages:
        text = _text(page)
        count = -(-(len(text) + 1) // SLOT)
        texts.append(text.ljust(count * SLOT, GAP))
        slots.append(count)
    codes = np.frombuffer("".join(texts).encode("utf-16-le"), np.uint16)
    page_of = np.repeat(np.arange(len(slots), dtype=np.int64), slots)
    return Laid(codes, page_of, {page: count - 1 for page, count in enumerate(slots) if count > 1})


def _text(page: SearchPage) -> str:
    title = folded(page.title)
    text = GAP.join(map(folded, page.blocks))
    if not page.named:
        return GAP * TITLE + title + GAP + text
    marked = START + title + END
    return marked.ljust(max(TITLE, len(marked) + 1), GAP) + text
