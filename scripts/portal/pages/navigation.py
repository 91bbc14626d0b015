"""The bar of sections: five entries, two levels; records stay out of it, lists and indexes lead to them."""

from __future__ import annotations

from portal.pages.cases.facets import BUSINESS, facets
from portal.pages.context import Context
from portal.pages.document import NavEntry
from portal.pages.quiz.topics import topics
from portal.records import addresses

# More do not fit into the second row of the bar.
TOPICS = 8


def navigation(context: Context) -> tuple[NavEntry, ...]:
    record = context.public.campaign
    by_business = [one for one in facets(context.public) if one.group == BUSINESS]
    practices = [("经验做法", addresses.PRACTICES)] if context.public.practices else []
    return (
        _entry(
            "专项行动",
            "campaign",
            addresses.CAMPAIGN,
            [*((f.name, addresses.focus(f.id)) for f in record.focuses), *practices],
        ),
        _entry(
            "整治成效",
            "outcomes",
            addresses.OUTCOMES,
            [("单位报送", addresses.UNITS), ("总结评估", addresses.FINAL), ("数据开放", addresses.DATA)],
        ),
        _entry("典型案例", "cases", addresses.CASES, [(one.title, one.address) for one in by_business]),
        _entry(
            "普法科普",
            "knowledge",
            addresses.KNOWLEDGE,
            [
                ("法律法规", addresses.LAWS),
                ("一品一策", addresses.RISKS),
                ("重点时段", addresses.SEASONS),
                ("名词解释", addresses.GLOSSARY),
            ],
        ),
        _entry(
            "练一练",
            "quiz",
            addresses.QUIZ,
            [(one.term.name, one.address) for one in topics(context)[:TOPICS]],
        ),
    )


def _entry(title: str, identifier: str, address: str, children: list[tuple[str, str]]) -> NavEntry:
    below = tuple(NavEntry(name, place) for name, place in children)
    return NavEntry(title, address, below, id=identifier)
