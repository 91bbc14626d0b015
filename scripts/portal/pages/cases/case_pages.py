"""典型案例: the index and its facets, page by page, and a page for every case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import cycle, dropwhile, islice

from portal.pages import kinds
from portal.pages.cases.facets import Facet, facets, grouped
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import page
from portal.pages.quiz.topics import topics as quiz_topics
from portal.publication.dates import WITHDRAWN, Closed
from portal.records import Entry, addresses
from portal.records.case import Case

CRUMB = ("典型案例", addresses.CASES)
# Other cases of the same kind below a case.
ALIKE = 3


def plan(context: Context) -> list[Document]:
    found = facets(context.public)
    whole = Facet("", "典型案例", addresses.CASES, context.public.cases)
    return [
        *(page for facet in (whole, *found) for page in _listing(context, facet, found)),
        *(_case(context, entry) for entry in context.public.cases),
        *(_closed(context, closed) for closed in context.public.closed_cases),
    ]


def _listing(context: Context, facet: Facet, found: list[Facet]) -> Iterator[Document]:
    size = context.public.settings.cases_per_page
    pages = max(1, -(-facet.count // size))
    for number in range(1, pages + 1):
        yield _listing_page(context, facet, found, number, pages)


def _listing_page(context: Context, facet: Facet, found: list[Facet], number: int, pages: int) -> Document:
    size = context.public.settings.cases_per_page
    shown = facet.entries[(number - 1) * size : number * size]
    whole = facet.address == addresses.CASES
    filtered = whole and number == 1 and bool(facet.entries)
    name = facet.title if whole else f"典型案例：{facet.title}"
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
        lambda: {
            "heading": name,
            "cases": [entry.record for entry in shown],
            "groups": grouped(found),
            "number": number,
            "pages": [(n, addresses.paged(facet.address, n)) for n in range(1, pages + 1)],
            "total": facet.count,
            "here": facet.address,
            "filtered": filtered,
        },
    )


def _case(context: Context, entry: Entry[Case]) -> Document:
    case = entry.record
    corrections = context.public.shown_corrections(case)
    decided_on = case.decision.decided_on
    return page(
        context,
        Document(
            address=addresses.case(case.id),
            title=case.title,
            description=case.summary,
            kind=kinds.CASE,
            published_on=case.published_on,
            updated_on=context.public.updated_on(case),
            source=case.unit or "",
            keywords=tuple(dict.fromkeys(filter(None, (case.business_type, case.focus, case.product)))),
            business_types=(case.business_type,),
            scripts=("terms",),
            crumbs=trail(CRUMB, (case.title, addresses.case(case.id))),
            demo=case.demo,
            draft=context.public.is_draft(entry),
            sources=(entry.path,),
        ),
        "case.html.j2",
        lambda: {
            "case": case,
            "violated": context.cited(case.provisions_violated, decided_on),
            "basis": context.cited(case.legal_basis, decided_on),
            "corrections": corrections,
            "articles": context.public.linked_articles(case.knowledge),
            "focus_id": context.public.words.slug("focuses", case.focus),
            "topics": [topic for topic in quiz_topics(context) if topic.term.name in case.topics],
            "alike": _alike(context, case),
            "product_id": context.public.words.slug("products", case.product) if case.product else "",
            "business_id": context.public.words.slug("business_types", case.business_type),
            "authority": context.public.authority(case),
        },
    )


def _alike(context: Context, case: Case) -> list[Case]:
    """The next older cases of the same kind of food, or of the same business; after the oldest, the newest."""
    by_kind = context.once("cases by kind", lambda: _by_kind(context))
    same = by_kind[_kind(case)]
    following = islice(dropwhile(lambda one: one is not case, cycle(same)), 1, min(len(same), ALIKE + 1))
    return list(following)


def _by_kind(context: Context) -> dict[str, list[Case]]:
    found: dict[str, list[Case]] = defaultdict(list)
    for entry in context.public.cases:
        found[_kind(entry.record)].append(entry.record)
    return found


def _kind(case: Case) -> str:
    return case.product or case.business_type


def _closed(context: Context, closed: Closed) -> Document:
    """The page keeps its address but no party and no facts (公示规定 Art. 11 and 13)."""
    case = closed.entry.record
    withdrawal = case.withdrawal if closed.reason == WITHDRAWN else None
    return page(
        context,
        Document(
            address=addresses.case(case.id),
            title="本案例已撤回" if withdrawal else "本案例公示期已满",
            description="本页保留网址，不再显示案例内容。",
            kind=kinds.CASE_CLOSED,
            published_on=case.published_on,
            updated_on=closed.on,
            crumbs=trail(CRUMB),
            demo=case.demo,
            draft=context.public.is_draft(closed.entry),
            sources=(closed.entry.path,),
        ),
        "case_closed.html.j2",
        lambda: {"withdrawal": withdrawal},
    )
