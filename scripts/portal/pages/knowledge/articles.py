"""普法科普: the section's index and the articles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.citations import CitedArticle
from portal.pages.context import Context, once, trail
from portal.pages.document import Document
from portal.pages.page import Values, page, worded
from portal.records import Entry, addresses
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.law import Law
from portal.records.risk import Risk
from portal.records.season import Season
from portal.records.vocabulary import Term

CRUMB = ("普法科普", addresses.KNOWLEDGE)
# Of the cases that link to an article, so many stand below it.
CASES = 5


class ArticlesOfSection(NamedTuple):
    """One section of the index: 给消费者, 给经营者."""

    section: Term
    articles: list[KnowledgeArticle]


@dataclass(frozen=True)
class KnowledgeValues(Values):
    sections: list[ArticlesOfSection]
    risks: list[Risk]
    seasons: list[Season]
    laws: list[Law]


@dataclass(frozen=True)
class ArticleValues(Values):
    """What stands before and after an article's text."""

    article: KnowledgeArticle
    section_name: str
    citations: list[CitedArticle]
    stale: bool
    cases: list[Case]
    risks: list[Risk]


def plan(context: Context) -> list[Document]:
    return [_index(context), *(_article(context, entry) for entry in context.public.articles)]


def _index(context: Context) -> Document:
    sections = context.public.words.groups["knowledge_sections"]
    return page(
        context,
        Document(
            address=addresses.KNOWLEDGE,
            title="普法科普",
            description="给消费者和经营者的食品安全知识、法律法规、一品一策和重点时段提示。",
            kind=kinds.ADVICE,
            updated_on=context.public.articles[0].record.published_on if context.public.articles else None,
            crumbs=trail(CRUMB),
        ),
        "knowledge.html.j2",
        lambda: KnowledgeValues(
            sections=[
                ArticlesOfSection(
                    term, [e.record for e in context.public.articles if e.record.section == term.id]
                )
                for term in sections.values()
            ],
            risks=[entry.record for entry in context.public.risks],
            seasons=[entry.record for entry in context.public.seasons],
            laws=[entry.record for entry in context.public.laws],
        ),
    )


def _article(context: Context, entry: Entry[KnowledgeArticle]) -> Document:
    record = entry.record
    section = context.public.words.groups["knowledge_sections"]
    name = next((term.name for term in section.values() if term.id == record.section), record.section)
    return worded(
        context,
        Document(
            address=addresses.article(record),
            title=record.title,
            description=record.summary,
            kind=kinds.ARTICLE,
            published_on=record.published_on,
            updated_on=context.public.updated_on(record),
            source=record.source,
            keywords=tuple(dict.fromkeys((*record.business_types, *record.topics))),
            business_types=tuple(record.business_types),
            crumbs=trail(
                CRUMB,
                (name, addresses.knowledge_section(record.section)),
                (record.title, addresses.article(record)),
            ),
            draft=context.public.is_draft(entry),
            sources=(entry.path,),
            markdown_path=addresses.article_file(record),
        ),
        context.public_text(record),
        ("article_before.html.j2", "article_after.html.j2"),
        lambda: ArticleValues(
            article=record,
            section_name=name,
            citations=context.cited(record.citations),
            stale=context.public.needs_review(record),
            cases=_cases_by_article(context).get(record.id, [])[:CASES],
            risks=[e.record for e in context.public.risks if record.id in e.record.knowledge],
        ),
    )


@once
def _cases_by_article(context: Context) -> dict[str, list[Case]]:
    """The public cases by the articles that they link to."""
    by_article: dict[str, list[Case]] = defaultdict(list)
    for entry in context.public.cases:
        for identifier in set(entry.record.knowledge):
            by_article[identifier].append(entry.record)
    return by_article
