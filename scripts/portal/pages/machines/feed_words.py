"""What an entry of a feed says of a record: title, summary, whole text, by whom, under which words.

A case that names its party says its title without it, a summary that does not tell who it is, and no more: a reader
keeps what it was sent, the page keeps to the period of publicity.
"""

from __future__ import annotations

from typing import NamedTuple

from portal.pages.context import Context
from portal.pages.figures import sentences, spot_check_words
from portal.pages.machines import feed_texts
from portal.publication.dates import Publishable
from portal.publication.unnamed import is_named, unnamed_title, without_party
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.outcome import Outcome
from portal.records.practice import Practice
from portal.records.risk import Risk
from portal.records.spot_check import SpotCheck


class Words(NamedTuple):
    title: str
    summary: str
    content: str
    author: str
    categories: tuple[str, ...] = ()
    demo: bool = False


def words(context: Context, record: Publishable) -> Words:
    if isinstance(record, Case):
        return _case(context, record)
    if isinstance(record, KnowledgeArticle):
        return _article(context, record)
    if isinstance(record, Risk):
        return _risk(context, record)
    if isinstance(record, SpotCheck):
        return _spot_check(context, record)
    return _practice(context, record) if isinstance(record, Practice) else _month(context, record)


def _case(context: Context, case: Case) -> Words:
    author = case.unit or context.public.settings.bureau
    kinds = tuple(dict.fromkeys((case.business_type, case.focus)))
    if is_named(case):
        return Words(unnamed_title(case), without_party(case, case.summary), "", author, kinds, case.demo)
    return Words(case.title, case.summary, feed_texts.of_case(context, case), author, kinds, case.demo)


def _article(context: Context, article: KnowledgeArticle) -> Words:
    kinds = (*article.business_types, *article.topics)
    return Words(
        article.title, article.summary, feed_texts.of_article(context, article), article.source, kinds
    )


def _risk(context: Context, risk: Risk) -> Words:
    kinds = tuple(dict.fromkeys((risk.business_type, risk.focus)))
    bureau = context.public.settings.bureau
    return Words(risk.title, risk.summary, feed_texts.of_risk(context, risk), bureau, kinds)


def _practice(context: Context, one: Practice) -> Words:
    text = feed_texts.of_practice(context, one)
    return Words(one.title, one.summary, text, one.unit, (one.focus,), one.demo)


def _month(context: Context, outcome: Outcome) -> Words:
    return Words(
        f"{outcome.month.name}月度通报",
        sentences.bulletin(context, outcome),
        feed_texts.of_month(context, outcome),
        context.public.settings.bureau,
        ("初步数" if outcome.status == "provisional" else "定稿",),
        outcome.demo or context.public.campaign.demo_units,
    )


def _spot_check(context: Context, record: SpotCheck) -> Words:
    return Words(
        record.title,
        spot_check_words.of_month(record),
        feed_texts.of_spot_check(context, record),
        context.public.settings.bureau,
        ("抽查考核",),
        record.demo,
    )
