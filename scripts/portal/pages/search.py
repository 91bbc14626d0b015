"""搜索: the box, the filters and, for whoever has no scripts or no words yet, everything that is no case by its title.

Also the empty index, so that a preview has one to say that it is empty; a finished build puts the
real one in its place.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.cases.facets import BUSINESS, facets
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.navigation import navigation
from portal.pages.page import Link, Values, page
from portal.pages.quiz.topics import topics
from portal.publication.public_site import PublicSite
from portal.records import addresses

TITLE = "搜索"
STATE = "中华人民共和国"


class LinkGroup(NamedTuple):
    """Everything of one sort that can be named in a list."""

    heading: str
    links: list[Link]


@dataclass(frozen=True)
class SearchValues(Values):
    """`popular` are words worth a try."""

    groups: list[LinkGroup]
    popular: list[str]


def plan(context: Context) -> list[Document]:
    return [
        page(
            context,
            Document(
                address=addresses.SEARCH,
                title=TITLE,
                description="在全站找案例、知识、法条、通报和题目，一两个字就能找。",
                kind=kinds.SEARCH,
                scripts=("search",),
                data=(addresses.SEARCH_INDEX,),
                crumbs=trail((TITLE, addresses.SEARCH)),
            ),
            "search.html.j2",
            lambda: SearchValues(_groups(context), _popular(context)),
        )
    ]


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    return {addresses.SEARCH_INDEX: lambda: json.dumps({"folder": "", "pages": 0}).encode("utf-8")}


def words(context: Context) -> Mapping[str, Sequence[str]]:
    """Words of the site with what people type for them: others, aliases, full names of laws, frequent misspellings."""
    found: dict[str, dict[str, None]] = {}
    for word, others in _written(context.public):
        found.setdefault(word, {}).update(dict.fromkeys(one for one in others if one != word))
    return {word: tuple(others) for word, others in sorted(found.items()) if others}


def _written(public: PublicSite) -> Iterator[tuple[str, Iterable[str]]]:
    yield from ((one.record.word, one.record.also) for one in public.search_words)
    yield from ((one.record.term, one.record.aliases) for one in public.terms)
    yield from ((one.record.right, one.record.wrong) for one in public.misspellings)
    for law in public.laws:
        names = law.record.names
        yield law.record.short_title, (*names, *(name.removeprefix(STATE) for name in names))


def _popular(context: Context) -> list[str]:
    """Words worth a try: what most cases are about."""
    by_business = (one for one in facets(context.public) if one.group == BUSINESS)
    often = sorted(by_business, key=lambda one: -one.count)
    return [*(one.title for one in often[:4]), "保质期", "留样", "12315"]


def _groups(context: Context) -> list[LinkGroup]:
    """Cases by kind of business, everything else by its title."""
    cases = [(one.title, one.address) for one in facets(context.public) if one.group == BUSINESS]
    articles = ((entry.record.title, addresses.article(entry.record)) for entry in context.public.articles)
    risks = ((entry.record.title, addresses.risk(entry.record.id)) for entry in context.public.risks)
    laws = ((entry.record.short_title, addresses.law(entry.record)) for entry in context.public.laws)
    seasons = ((entry.record.name, addresses.season(entry.record.id)) for entry in context.public.seasons)
    groups: list[tuple[str, Iterable[tuple[str, str]]]] = [
        ("栏目", ((entry.title, entry.address) for entry in navigation(context))),
        ("典型案例，按业态", cases),
        ("知识", articles),
        ("一品一策", risks),
        ("法律法规", laws),
        ("重点时段", seasons),
        ("练一练", ((topic.term.name, topic.address) for topic in topics(context))),
    ]
    made = (LinkGroup(heading, [Link(*link) for link in links]) for heading, links in groups)
    return [group for group in made if group.links]
