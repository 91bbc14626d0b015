"""普法科普: the section's index, the articles, the laws and the risk cards (一品一策)."""

from __future__ import annotations

from collections import defaultdict

from portal.pages import kinds
from portal.pages.citations import Standing, standing
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.knowledge import wall_sheets
from portal.pages.page import page, worded
from portal.records import Entry, addresses
from portal.records.article import KnowledgeArticle
from portal.records.law import Law
from portal.records.risk import Risk

CRUMB = ("普法科普", addresses.KNOWLEDGE)
LAWS_CRUMB = ("法律法规", addresses.LAWS)
RISKS_CRUMB = ("一品一策", addresses.RISKS)


def plan(context: Context) -> list[Document]:
    return [
        _index(context),
        *(_article(context, entry) for entry in context.public.articles),
        _laws(context),
        *(_law(context, entry) for entry in context.public.laws),
        _risks(context),
        *(_risk(context, entry) for entry in context.public.risks),
    ]


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
        lambda: {
            "sections": [
                (term, [e.record for e in context.public.articles if e.record.section == term.id])
                for term in sections.values()
            ],
            "risks": [entry.record for entry in context.public.risks],
            "seasons": [entry.record for entry in context.public.seasons],
            "laws": [entry.record for entry in context.public.laws],
        },
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
        lambda: {
            "article": record,
            "section_name": name,
            "citations": context.cited(record.citations),
            "stale": context.public.needs_review(entry.record),
            "cases": context.cases_by_article.get(record.id, [])[:5],
            "risks": [e.record for e in context.public.risks if record.id in e.record.knowledge],
        },
    )


def _laws(context: Context) -> Document:
    law_kinds = context.public.words.groups["law_kinds"]
    by_kind: dict[str, list[Standing]] = defaultdict(list)
    for entry in context.public.laws:
        by_kind[entry.record.kind].append(standing(entry.record, context.public.today))
    return page(
        context,
        Document(
            address=addresses.LAWS,
            title="法律法规",
            description="本站引用的法律、法规、规章和司法解释，每条附一句话说明，并指向官方数据库。",
            kind=kinds.LAWS,
            crumbs=trail(CRUMB, LAWS_CRUMB),
        ),
        "laws.html.j2",
        lambda: {"groups": [(kind, by_kind[kind]) for kind in law_kinds if by_kind[kind]]},
    )


def _law(context: Context, entry: Entry[Law]) -> Document:
    law = entry.record
    return page(
        context,
        Document(
            address=addresses.law(law),
            title=law.short_title,
            description=law.summary,
            kind=kinds.LAW,
            source=law.issuer,
            crumbs=trail(CRUMB, LAWS_CRUMB, (law.short_title, addresses.law(law))),
            sources=(entry.path,),
        ),
        "law.html.j2",
        lambda: {
            "law": law,
            "standing": standing(law, context.public.today),
            "citing": context.citing.get(law.id, {}),
        },
    )


def _risks(context: Context) -> Document:
    return page(
        context,
        Document(
            address=addresses.RISKS,
            title="一品一策",
            description="一个品种一张卡：风险在哪里、怎么控制、谁负责、多久做一次、依据哪一条。",
            kind=kinds.RISKS,
            crumbs=trail(CRUMB, RISKS_CRUMB),
        ),
        "risks.html.j2",
        lambda: {"risks": [entry.record for entry in context.public.risks]},
    )


def _risk(context: Context, entry: Entry[Risk]) -> Document:
    risk = entry.record
    return page(
        context,
        Document(
            address=addresses.risk(risk.id),
            title=risk.title,
            description=risk.summary,
            kind=kinds.RISK,
            published_on=risk.published_on,
            source=context.public.settings.bureau,
            keywords=tuple(dict.fromkeys((risk.business_type, risk.focus))),
            business_types=(risk.business_type,),
            crumbs=trail(CRUMB, RISKS_CRUMB, (risk.title, addresses.risk(risk.id))),
            draft=context.public.is_draft(entry),
            sources=(entry.path,),
        ),
        "risk.html.j2",
        lambda: {
            "risk": risk,
            "points": [(point, context.cited(point.citations)) for point in risk.points],
            "articles": context.public.linked_articles(risk.knowledge),
            "cases": [e.record for e in context.public.cases if e.record.product == risk.product][:5]
            if risk.product
            else [],
            "stale": context.public.needs_review(entry.record),
            "sheet": wall_sheets.inside(context, entry),
        },
    )
