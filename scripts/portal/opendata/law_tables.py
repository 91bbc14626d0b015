"""法律法规, 条文要点 and 名词解释: what the site cites, what it asks for in our own words, and the words of the field."""

from __future__ import annotations

from typing import NamedTuple

from portal.opendata.columns import column, columns, page_of, within
from portal.opendata.dataset import DATE, Column, Dataset, DatasetOf
from portal.publication.public_site import PublicSite
from portal.records import addresses
from portal.records.glossary import GlossaryTerm
from portal.records.law import Article, Law, Repeal, Version

LAW = (
    "id",
    "title",
    "short_title",
    "kind",
    "issuer",
    "document_number",
    "official_url",
    "last_article",
    "summary",
)
TERM = ("id", "term", "aliases", "explanation", "citations", "see")


class Paraphrase(NamedTuple):
    """An article that is explained in a sentence."""

    law: Law
    article: Article


def laws(public: PublicSite) -> Dataset:
    """One row for each instrument, as it stands today."""

    def version(law: Law) -> Version | None:
        return law.in_force(public.today)

    def repeal(law: Law) -> Repeal | None:
        return law.repealed if law.is_repealed(public.today) else None

    return DatasetOf[Law](
        "laws",
        "法律法规",
        "本站引用的法律、法规、规章和司法解释，以及生成当天施行的版本。不是官方文本。",
        ("id",),
        (
            *columns(Law, *LAW),
            Column(
                "version",
                "现行版本",
                "生成当天施行的版本",
                nullable=True,
                value=lambda law: found.id if (found := version(law)) else None,
            ),
            Column(
                "effective",
                "施行日期",
                "现行版本的施行日期",
                DATE,
                nullable=True,
                value=lambda law: found.effective if (found := version(law)) else None,
            ),
            column(Repeal, "on", "repealed_on", nullable=True).of(
                lambda law: found.on if (found := repeal(law)) else None
            ),
            column(Repeal, "replaced_by").of(
                lambda law: found.replaced_by if (found := repeal(law)) else None
            ),
            page_of(public, addresses.law),
        ),
        lambda: [entry.record for entry in public.laws],
    )


def law_articles(public: PublicSite) -> Dataset:
    """One row for each article that has a paraphrase."""
    return DatasetOf[Paraphrase](
        "law_articles",
        "条文要点",
        "引用到的条文，每条一句话说明。由本局用自己的话编写，不是条文原文，也不是官方解释。",
        ("law", "number", "inserted"),
        (
            Column("law", "法规编号", "见法律法规表", value=lambda row: row.law.id),
            *within(lambda row: row.law, [column(Law, "short_title", "law_title")]),
            *within(lambda row: row.article, columns(Article, "number", "inserted", "paraphrase")),
            Column("version", "依据版本", "一句话说明依据的版本", value=lambda row: row.law.paraphrased.id),
            *within(lambda row: row.article, columns(Article, "changed_in")),
            page_of(
                public, lambda row: addresses.law_article(row.law, row.article.number, row.article.inserted)
            ),
        ),
        lambda: [Paraphrase(e.record, article) for e in public.laws for article in e.record.articles],
    )


def glossary(public: PublicSite) -> Dataset:
    """One row for each term."""
    return DatasetOf[GlossaryTerm](
        "glossary",
        "名词解释",
        "食品安全常用的词，用大白话解释。",
        ("id",),
        (*columns(GlossaryTerm, *TERM), page_of(public, lambda term: addresses.term(term.id))),
        lambda: [entry.record for entry in public.terms],
    )
