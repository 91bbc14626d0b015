"""The bar of sections: five entries, two levels; records stay out of it, lists and indexes lead to them."""

from __future__ import annotations

from portal.pages import kinds
from portal.pages.cases.facets import BUSINESS, facets
from portal.pages.context import Context
from portal.pages.document import NavEntry
from portal.pages.kinds import Section
from portal.pages.quiz.topics import topics
from portal.records import addresses

# More do not fit into the second row of the bar.
TOPICS = 8


def navigation(context: Context) -> tuple[NavEntry, ...]:
    record = context.public.campaign
    by_business = [one for one in facets(context.public) if one.group == BUSINESS]
    practices = [("经验做法", addresses.PRACTICES)] if context.public.practices else []
    spot_checks = [("抽查考核", addresses.SPOT_CHECKS)] if context.public.spot_checks else []
    below = {
        kinds.CAMPAIGN: [*((f.name, addresses.focus(f.id)) for f in record.focuses), *practices],
        kinds.OUTCOMES: [
            ("单位报送", addresses.UNITS),
            ("单位对比", addresses.COMPARED),
            ("总结评估", addresses.FINAL),
            *spot_checks,
            ("数据开放", addresses.DATA),
        ],
        # A kind of business may be a focus as well (集体用餐配送): no two entries of the menu read alike.
        kinds.CASES: [(f"{one.title}案例", one.address) for one in by_business],
        kinds.KNOWLEDGE: [
            ("新规一览", addresses.NEW_RULES),
            ("法律法规", addresses.LAWS),
            ("一品一策", addresses.RISKS),
            ("重点时段日历", addresses.SEASONS),
            ("名词解释", addresses.GLOSSARY),
        ],
        kinds.QUIZ: [(one.term.name, one.address) for one in topics(context)[:TOPICS]],
    }
    return tuple(_entry(section, below[section]) for section in kinds.MENU)


def _entry(section: Section, children: list[tuple[str, str]]) -> NavEntry:
    below = tuple(NavEntry(name, place) for name, place in children)
    return NavEntry(section.title, section.address, below, id=section.id)
