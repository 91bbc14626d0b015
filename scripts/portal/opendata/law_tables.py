"""法律法规 and 条文要点: the instruments the site cites, and what their articles ask for in our own words."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from portal.opendata.columns import URL, column, columns
from portal.opendata.dataset import DATE, Column, Row, Table
from portal.records.law import Article, Law, Repeal

Address = Callable[[Law], str]


def laws(records: Sequence[Law], today: datetime.date, url: Address) -> Table:
    """One row for each instrument, as it stands on `today`."""

    def row(law: Law) -> Row:
        version = law.in_force(today)
        repealed = law.repealed if law.is_repealed(today) else None
        return (
            *(getattr(law, name) for name in SHOWN),
            version.id if version else None,
            version.effective if version else None,
            repealed.on if repealed else None,
            repealed.replaced_by if repealed else None,
            url(law),
        )

    return Table(
        "laws",
        "法律法规",
        "本站引用的法律、法规、规章和司法解释，以及生成当天施行的版本。不是官方文本。",
        ("id",),
        (
            *columns(Law, *SHOWN),
            Column("version", "现行版本", "生成当天施行的版本", nullable=True),
            Column("effective", "施行日期", "现行版本的施行日期", DATE, nullable=True),
            column(Repeal, "on", "repealed_on", nullable=True),
            column(Repeal, "replaced_by"),
            URL,
        ),
        lambda: [row(one) for one in records],
    )


SHOWN = (
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


def law_articles(records: Sequence[Law], url: Callable[[Law, Article], str]) -> Table:
    """One row for each article that has a paraphrase."""
    return Table(
        "law_articles",
        "条文要点",
        "引用到的条文，每条一句话说明。由本局用自己的话编写，不是条文原文，也不是官方解释。",
        ("law", "number", "inserted"),
        (
            Column("law", "法规编号", "见法律法规表"),
            column(Law, "short_title", "law_title"),
            *columns(Article, "number", "inserted", "paraphrase"),
            Column("version", "依据版本", "一句话说明依据的版本"),
            *columns(Article, "changed_in"),
            URL,
        ),
        lambda: [
            (
                law.id,
                law.short_title,
                one.number,
                one.inserted,
                one.paraphrase,
                law.paraphrased.id,
                one.changed_in,
                url(law, one),
            )
            for law in records
            for one in law.articles
        ],
    )
