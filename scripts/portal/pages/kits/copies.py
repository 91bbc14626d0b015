"""What the 公众号 article of a record says beside its `Material`: values for the templates in `media/`.

Taken from the same places as the record's own page, so that nothing is said here that does not stand there.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from portal.media.wechat import plain
from portal.pages.citations import CitedArticle
from portal.pages.context import Context
from portal.pages.figures.series import FigureGroup, changes, table
from portal.pages.kits.words import html_of
from portal.pages.page import Values
from portal.records.article import KnowledgeArticle
from portal.records.case import Case, Decision
from portal.records.outcome import Outcome


@dataclass(frozen=True)
class CaseCopy(Values):
    case: Case
    decision: Decision
    authority: str
    violated: list[CitedArticle]
    basis: list[CitedArticle]


@dataclass(frozen=True)
class ArticleCopy(Values):
    """`text` is the article's Markdown as HTML with the few tags that the editor knows."""

    text: Markup
    citations: list[CitedArticle]
    article: KnowledgeArticle


@dataclass(frozen=True)
class MonthCopy(Values):
    """`changes` are what stands under 比上月, by indicator."""

    groups: list[FigureGroup]
    changes: dict[str, str]
    cases: list[Case]


def of_case(context: Context, case: Case) -> CaseCopy:
    decision = case.decision
    return CaseCopy(
        case=case,
        decision=decision,
        authority=context.public.authority(case),
        violated=context.cited(case.provisions_violated, decision.decided_on),
        basis=context.cited(case.legal_basis, decision.decided_on),
    )


def of_article(context: Context, article: KnowledgeArticle) -> ArticleCopy:
    return ArticleCopy(
        text=Markup(plain(html_of(context.public_text(article)))),
        citations=context.cited(article.citations),
        article=article,
    )


def of_month(context: Context, outcome: Outcome) -> MonthCopy:
    return MonthCopy(
        groups=table(context, context.figures.district(outcome.month)),
        changes=changes(context, outcome.month),
        cases=context.cases_by_month.get(outcome.month, []),
    )
