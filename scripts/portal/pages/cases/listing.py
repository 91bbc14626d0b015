"""The index of the cases and the list of every facet, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.cases.facets import Facet, FacetGroup, facets, grouped
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import Values, page
from portal.records import addresses
from portal.records.case import Case

CRUMB = ("典型案例", addresses.CASES)
# Of many pages these are named: so many at either end, and so many around the one that is shown.
ENDS, AROUND = 2, 2


class Step(NamedTuple):
    """A page number below a list; without an address it is the page itself, or `…` for those left out."""

    label: str
    address: str = ""
    here: bool = False


@dataclass(frozen=True)
class ListingValues(Values):
    """`here` is the address of the list's first page; `filtered` says whether scripts may filter on this page."""

    heading: str
    cases: list[Case]
    groups: list[FacetGroup]
    steps: list[Step]
    total: int
    here: str
    filtered: bool


def plan(context: Context) -> list[Document]:
    found = facets(context.public)
    whole = Facet("", "典型案例", addresses.CASES, context.public.cases)
    return [one for facet in (whole, *found) for one in _listing(context, facet, found)]


def _listing(context: Context, facet: Facet, found: list[Facet]) -> Iterator[Document]:
    size = context.public.settings.cases_per_page
    pages = max(1, -(-facet.count // size))
    for number in range(1, pages + 1):
        yield _page(context, facet, found, number, pages)


def _page(context: Context, facet: Facet, found: list[Facet], number: int, pages: int) -> Document:
    size = context.public.settings.cases_per_page
    shown = facet.entries[(number - 1) * size : number * size]
    whole = facet.address == addresses.CASES
    filtered = whole and number == 1 and bool(facet.entries)
    # One word can be a focus and a kind of business: two pages of one name would not be told apart.
    twins = sum(other.title == facet.title for other in found) > 1
    group = f"（{facet.group}）" if twins else ""
    name = facet.title if whole else f"典型案例：{facet.title}{group}"
    return page(
        context,
        Document(
            address=addresses.paged(facet.address, number),
            title=name if number == 1 else f"{name}（第{number}页）",
            description=f"{name}，共{facet.count}件，写明违反了哪一条、怎样处罚、今后怎样做。",
            kind=kinds.CASE_INDEX,
            scripts=("case-filter",) if filtered else (),
            updated_on=facet.entries[0].record.published_on if facet.entries else None,
            crumbs=trail(CRUMB) if whole else trail(CRUMB, (facet.title, facet.address)),
            demo=any(entry.record.demo for entry in shown),
            sources=tuple(entry.path for entry in shown),
        ),
        "cases.html.j2",
        lambda: ListingValues(
            heading=name,
            cases=[entry.record for entry in shown],
            groups=grouped(found),
            steps=_steps(facet, number, pages),
            total=facet.count,
            here=facet.address,
            filtered=filtered,
        ),
    )


def _steps(facet: Facet, number: int, pages: int) -> list[Step]:
    """The way through the pages, seen from page `number`; none where there is but one."""
    steps = []
    for other in range(1, pages + 1):
        away = abs(other - number)
        if away == 0:
            steps.append(Step(str(other), here=True))
        elif other <= ENDS or other > pages - ENDS or away <= AROUND:
            steps.append(Step(str(other), addresses.paged(facet.address, other)))
        elif away == AROUND + 1:
            steps.append(Step("…"))
    return steps if pages > 1 else []
