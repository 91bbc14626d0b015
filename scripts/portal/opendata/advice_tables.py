"""普法科普 and 一品一策: the articles, and the points of the risk cards."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence

from portal.opendata.columns import URL, column, columns
from portal.opendata.dataset import DATE, INTEGER, Column, Row, Table
from portal.records.article import FrontMatter, KnowledgeArticle
from portal.records.risk import Risk, RiskPoint

SORTED_BY = ("business_types", "products", "focuses", "topics", "citations", "standards", "source")
POINT = ("risk", "measure", "responsible", "frequency", "citations")


def knowledge(
    records: Sequence[KnowledgeArticle],
    sections: Mapping[str, str],
    today: datetime.date,
    url: Callable[[KnowledgeArticle], str],
) -> Table:
    """One row for each article; `sections` gives the names of the columns they stand in."""

    def row(one: KnowledgeArticle) -> Row:
        updated = one.updated_on if one.updated_on and one.updated_on <= today else None
        return (
            one.id,
            sections.get(one.section, one.section),
            one.title,
            one.summary,
            *(getattr(one, name) for name in SORTED_BY),
            one.published_on,
            updated,
            one.verified_on,
            url(one),
        )

    return Table(
        "knowledge",
        "普法科普",
        "给消费者和经营者的文章：标题、说明、讲哪些业态和主题、依据哪些条文。正文见网页。",
        ("id",),
        (
            Column("id", "编号", "文章编号，也是网址的一部分"),
            Column("section", "栏目", "文章所在的栏目"),
            *columns(
                FrontMatter, "title", "summary", *SORTED_BY, "published_on", "updated_on", "verified_on"
            ),
            URL,
        ),
        lambda: [row(one) for one in records],
        max((one.published_on for one in records if one.published_on), default=None),
    )


def risks(records: Sequence[Risk], url: Callable[[Risk], str]) -> Table:
    """One row for each risk point of each card."""
    return Table(
        "risks",
        "一品一策",
        "风险卡上的每一个风险点：怎么控制、谁负责、多久一次、依据哪一条。",
        ("id", "point"),
        (
            *columns(Risk, "id", "title", "business_type", "product", "focus"),
            Column("point", "序号", "卡上的第几个风险点", INTEGER),
            *columns(RiskPoint, *POINT),
            column(Risk, "published_on"),
            Column("verified_on", "核对日期", "最近一次对照法规核对的日期", DATE),
            URL,
        ),
        lambda: [
            (
                card.id,
                card.title,
                card.business_type,
                card.product,
                card.focus,
                number,
                *(getattr(point, name) for name in POINT),
                card.published_on,
                card.verified_on,
                url(card),
            )
            for card in records
            for number, point in enumerate(card.points, 1)
        ],
        max((one.published_on for one in records if one.published_on), default=None),
    )
