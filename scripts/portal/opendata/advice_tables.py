"""普法科普, 一品一策, 经验做法 and 重点时段: what people, firms and units can do, and when it matters most."""

from __future__ import annotations

from typing import NamedTuple

from portal.opendata.columns import column, columns, page_of, within
from portal.opendata.dataset import DATE, INTEGER, Column, Dataset, DatasetOf, latest
from portal.publication.public_site import PublicSite
from portal.records import addresses
from portal.records.article import KnowledgeArticle
from portal.records.practice import Practice
from portal.records.risk import Risk, RiskPoint
from portal.records.season import Occurrence, Season

SORTED_BY = ("business_types", "products", "focuses", "topics", "citations", "standards", "source")
POINT = ("risk", "measure", "responsible", "frequency", "citations")
PRACTICE = (
    "id",
    "demo",
    "title",
    "summary",
    "unit",
    "focus",
    "business_type",
    "problem",
    "method",
    "result",
    "published_on",
)


class NumberedPoint(NamedTuple):
    """A risk point of a card and its place on it, from 1."""

    card: Risk
    number: int
    point: RiskPoint


class Dated(NamedTuple):
    """A period in one year."""

    season: Season
    occurrence: Occurrence


def knowledge(public: PublicSite) -> Dataset:
    """One row for each article."""
    sections = {term.id: term.name for term in public.words.groups["knowledge_sections"].values()}
    return DatasetOf[KnowledgeArticle](
        "knowledge",
        "普法科普",
        "给消费者和经营者的文章：标题、说明、讲哪些业态和主题、依据哪些条文。正文见网页。",
        ("id",),
        (
            Column("id", "编号", "文章编号，也是网址的一部分", value=lambda one: one.id),
            Column(
                "section", "栏目", "文章所在的栏目", value=lambda one: sections.get(one.section, one.section)
            ),
            *columns(KnowledgeArticle, "title", "summary", *SORTED_BY, "published_on"),
            column(KnowledgeArticle, "updated_on").of(public.changed_on),
            column(KnowledgeArticle, "verified_on"),
            page_of(public, addresses.article),
        ),
        lambda: [entry.record for entry in public.articles],
        updated_on=latest(entry.record.published_on for entry in public.articles),
        timed_by="published_on",
    )


def risks(public: PublicSite) -> Dataset:
    """One row for each risk point of each card."""
    return DatasetOf[NumberedPoint](
        "risks",
        "一品一策",
        "风险卡上的每一个风险点：怎么控制、谁负责、多久一次、依据哪一条。",
        ("id", "point"),
        (
            *within(lambda row: row.card, columns(Risk, "id", "title", "business_type", "product", "focus")),
            Column("point", "序号", "卡上的第几个风险点", INTEGER, value=lambda row: row.number),
            *within(lambda row: row.point, columns(RiskPoint, *POINT)),
            *within(lambda row: row.card, columns(Risk, "published_on")),
            Column(
                "verified_on",
                "核对日期",
                "最近一次对照法规核对的日期",
                DATE,
                value=lambda row: row.card.verified_on,
            ),
            page_of(public, lambda row: addresses.risk(row.card.id)),
        ),
        lambda: [
            NumberedPoint(entry.record, number, point)
            for entry in public.risks
            for number, point in enumerate(entry.record.points, 1)
        ],
        updated_on=latest(entry.record.published_on for entry in public.risks),
        timed_by="published_on",
    )


def practices(public: PublicSite) -> Dataset:
    """One row for each practice."""
    return DatasetOf[Practice](
        "practices",
        "经验做法",
        "各单位的好办法：原来难在哪里、怎样做、效果如何。",
        ("id",),
        (*columns(Practice, *PRACTICE), page_of(public, lambda one: addresses.practice(one.id))),
        lambda: [entry.record for entry in public.practices],
        updated_on=latest(entry.record.published_on for entry in public.practices),
        timed_by="published_on",
    )


def seasons(public: PublicSite) -> Dataset:
    """One row for each year's dates of a period."""
    return DatasetOf[Dated](
        "seasons",
        "重点时段",
        "节日、开学、重大活动和高温季节各年的提示日期，首尾两天都算在内。",
        ("id", "start"),
        (
            *within(lambda row: row.season, columns(Season, "id", "name", "kind", "summary")),
            *within(lambda row: row.occurrence, columns(Occurrence, "start", "end", "day", "certainty")),
            page_of(public, lambda row: addresses.season(row.season.id)),
        ),
        lambda: [Dated(e.record, occurrence) for e in public.seasons for occurrence in e.record.dates],
        timed_by="start",
    )
