"""典型案例: a page for every case, and what is left of it when it is withdrawn or its time is over."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from itertools import cycle, dropwhile, islice

from portal.pages import kinds
from portal.pages.cases.facets import tags
from portal.pages.cases.listing import CRUMB
from portal.pages.cases.publicity import Publicity, publicity_of, until
from portal.pages.citations import CitedArticle
from portal.pages.context import Context, once, trail
from portal.pages.document import Document
from portal.pages.page import Link, Values, page
from portal.pages.quiz.topics import ReadyTopic, topics
from portal.publication.dates import WITHDRAWN, Closed
from portal.records import Entry, addresses
from portal.records.article import KnowledgeArticle
from portal.records.case import Case, CaseCorrection, Decision, Withdrawal

# Other cases of the same kind below a case.
ONE_DAY = datetime.timedelta(days=1)
ALIKE = 3


@dataclass(frozen=True)
class CaseValues(Values):
    """`tags` lead to the lists it stands in; `total` is there where both a fine and a confiscation are."""

    case: Case
    decision: Decision
    authority: str
    total: float | None
    tags: list[Link]
    violated: list[CitedArticle]
    basis: list[CitedArticle]
    corrections: list[CaseCorrection]
    articles: list[KnowledgeArticle]
    topics: list[ReadyTopic]
    alike: list[Case]
    publicity: Publicity | None


@dataclass(frozen=True)
class ClosedValues(Values):
    """Without a withdrawal it is the period of publicity that is over, since `until`."""

    withdrawal: Withdrawal | None
    until: str


def plan(context: Context) -> list[Document]:
    return [
        *(_case(context, entry) for entry in context.public.cases),
        *(_closed(context, closed) for closed in context.public.closed_cases),
    ]


def _case(context: Context, entry: Entry[Case]) -> Document:
    case = entry.record
    return page(
        context,
        Document(
            address=addresses.case(case.id),
            title=case.title,
            description=case.summary,
            kind=kinds.CASE,
            published_on=case.published_on,
            updated_on=context.public.updated_on(case),
            until=context.public.last_day(case),
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
        lambda: _case_values(context, case),
    )


def _case_values(context: Context, case: Case) -> CaseValues:
    decision, public = case.decision, context.public
    both = decision.fine_yuan and decision.confiscated_yuan
    return CaseValues(
        case=case,
        decision=decision,
        authority=public.authority(case),
        total=decision.fine_yuan + decision.confiscated_yuan if both else None,
        tags=tags(public, case),
        violated=context.cited(case.provisions_violated, decision.decided_on),
        basis=context.cited(case.legal_basis, decision.decided_on),
        corrections=public.shown_corrections(case),
        articles=public.linked_articles(case.knowledge),
        topics=[topic for topic in topics(context) if topic.term.name in case.topics],
        alike=_alike(context, case),
        publicity=publicity_of(context, case),
    )


def _alike(context: Context, case: Case) -> list[Case]:
    """The next older cases of the same kind of food, or of the same business; after the oldest, the newest."""
    same = _by_kind(context)[_kind(case)]
    following = islice(dropwhile(lambda one: one is not case, cycle(same)), 1, min(len(same), ALIKE + 1))
    return list(following)


@once
def _by_kind(context: Context) -> dict[str, list[Case]]:
    found: dict[str, list[Case]] = defaultdict(list)
    for entry in context.public.cases:
        found[_kind(entry.record)].append(entry.record)
    return found


def _kind(case: Case) -> str:
    return case.product or case.business_type


def closed_title(closed: Closed) -> str:
    """What is said in the place of the title."""
    return "本案例已撤回" if closed.reason == WITHDRAWN else "本案例已经停止公示"


def closed_values(closed: Closed) -> ClosedValues:
    withdrawal = closed.entry.record.withdrawal if closed.reason == WITHDRAWN else None
    return ClosedValues(withdrawal, until(closed.on - ONE_DAY) if closed.on else "")


def _closed(context: Context, closed: Closed) -> Document:
    """The page keeps its address but no party and no facts (公示规定 Art. 11 and 13)."""
    case = closed.entry.record
    return page(
        context,
        Document(
            address=addresses.case(case.id),
            title=closed_title(closed),
            tab=f"{closed_title(closed)}（{case.id}）",
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
        lambda: closed_values(closed),
    )
