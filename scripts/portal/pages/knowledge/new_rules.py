"""新规一览: what changed in the law and for whom, from which day; what takes effect next."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import Values, page
from portal.records import addresses
from portal.records.citation import to_chinese
from portal.records.law import Law, Novelty, Version

CRUMBS = (("普法科普", addresses.KNOWLEDGE), ("新规一览", addresses.NEW_RULES))
PUBLIC = "消费者"


class Change(NamedTuple):
    """One thing that is new, the article that says it, and for whom."""

    text: str
    place: str
    address: str
    concerns: tuple[str, ...]


@dataclass(frozen=True)
class NewText:
    """A version of a law that brings something new; `replaces` is what it takes the place of."""

    law: Law
    version: Version
    replaces: str
    changes: tuple[Change, ...]

    @property
    def effective(self) -> datetime.date:
        return self.version.effective


class OnDay(NamedTuple):
    """What takes effect on one day."""

    day: datetime.date
    texts: list[NewText]


class Part(NamedTuple):
    """What is still to come, or what is in force already."""

    id: str
    title: str
    days: list[OnDay]


@dataclass(frozen=True)
class NewRulesValues(Values):
    """What is coming from the nearest day on, then what is in force from the newest back; no part is empty."""

    parted: list[Part]


def plan(context: Context) -> list[Document]:
    return [
        page(
            context,
            Document(
                address=addresses.NEW_RULES,
                title="新规一览",
                description="近年的食品安全新规：改了什么、和谁有关、从哪一天起，还有即将施行的。",
                kind=kinds.NEW_RULES,
                source=context.public.settings.bureau,
                crumbs=trail(*CRUMBS),
                sources=tuple(entry.path for entry in context.public.laws if _has_news(entry.record)),
            ),
            "new_rules.html.j2",
            lambda: _values(context),
        )
    ]


def _has_news(law: Law) -> bool:
    return any(version.news for version in law.versions)


def _values(context: Context) -> NewRulesValues:
    today = context.public.today
    texts = sorted(_texts(context), key=attrgetter("effective", "law.id"))
    coming = [one for one in texts if one.effective > today]
    present = [one for one in texts if one.effective <= today]
    parted = [
        Part("coming", "即将施行", _by_day(coming)),
        Part("present", "已经施行", _by_day(present)[::-1]),
    ]
    return NewRulesValues([part for part in parted if part.days])


def _by_day(texts: list[NewText]) -> list[OnDay]:
    return [OnDay(day, list(group)) for day, group in groupby(texts, attrgetter("effective"))]


def _texts(context: Context) -> Iterator[NewText]:
    replaced = {
        entry.record.repealed.replaced_by: entry.record.short_title
        for entry in context.public.laws
        if entry.record.repealed and entry.record.repealed.replaced_by
    }
    for entry in context.public.laws:
        law = entry.record
        replaces = next((replaced[name] for name in law.names if name in replaced), "")
        for version in law.versions:
            if version.news:
                changes = tuple(_change(law, one) for one in version.news)
                yield NewText(law, version, replaces, changes)


def _change(law: Law, one: Novelty) -> Change:
    explained = law.article(one.article) is not None
    address = addresses.law_article(law, one.article, 0) if explained else addresses.law(law)
    concerns = (*((PUBLIC,) if one.public else ()), *one.business_types)
    return Change(one.text, f"第{to_chinese(one.article)}条", address, concerns)
