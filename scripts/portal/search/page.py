"""What the index is made of: one record for each thing that can be found."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from portal.search.extracting import Entry, entries_of


@dataclass(frozen=True)
class SearchPage:
    """A page, or an entry inside one (`address` then has an anchor).

    `section` is the name readers know it by, `business_types` and `keywords` are words of the site.
    `until` is the last day on which it may be shown. `named` says that the title is a name: a sentence in place of one, as a question's stem, is found as text.
    """

    address: str
    title: str
    section: str = ""
    business_types: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    day: datetime.date | None = None
    until: datetime.date | None = None
    blocks: tuple[str, ...] = ()
    demo: bool = False
    named: bool = True

    @property
    def year(self) -> str:
        return str(self.day.year) if self.day else ""


def pages_of(page: SearchPage, html: str) -> list[SearchPage]:
    """`page` with the text of its body, and one more for every entry marked inside the body."""
    own, *inside = entries_of(html)
    return [replace(page, blocks=_below(page.title, own.blocks)), *(_inside(page, one) for one in inside)]


def _inside(page: SearchPage, entry: Entry) -> SearchPage:
    # A question is never news: whoever looks for 过期 wants the cases first.
    return replace(
        page,
        address=f"{page.address}#{entry.anchor}",
        title=entry.title,
        business_types=entry.types or page.business_types,
        day=page.day if entry.named else None,
        blocks=_below(entry.title, entry.blocks),
        named=entry.named,
    )


def _below(title: str, blocks: list[str]) -> tuple[str, ...]:
    """Without the heading, which is the title once more."""
    return tuple(blocks[1:] if blocks and blocks[0].endswith(title) else blocks)


def by_age(pages: list[SearchPage]) -> list[SearchPage]:
    """Newest first, then those without a date; their order is the order of results, #a9 before #a10."""
    return sorted(pages, key=lambda one: (-one.day.toordinal() if one.day else 0, _counted(one.address)))


def _counted(address: str) -> list[tuple[str, int]]:
    """For sorting: the text before each number, and the number."""
    return [(text, int(number or 0)) for text, number in re.findall(r"([^0-9]*)([0-9]*)", address)]


def entries_inside(pages: list[SearchPage]) -> dict[int, int]:
    """How many of the entries that follow a page lie inside it, where there are any."""
    found: dict[int, int] = {}
    holder = 0
    for number, page in enumerate(pages):
        if page.address.startswith(f"{pages[holder].address}#"):
            found[holder] = found.get(holder, 0) + 1
        else:
            holder = number
    return found
