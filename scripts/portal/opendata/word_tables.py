"""经验做法 and 名词解释: what units found out, and the words of the field in plain language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from portal.opendata.columns import URL, columns
from portal.opendata.dataset import Row, Table
from portal.records.glossary import GlossaryTerm
from portal.records.practice import Practice

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
TERM = ("id", "term", "aliases", "explanation", "citations", "see")


def practices(records: Sequence[Practice], url: Callable[[Practice], str]) -> Table:
    """One row for each practice."""

    def row(one: Practice) -> Row:
        return (*(getattr(one, name) for name in PRACTICE), url(one))

    return Table(
        "practices",
        "经验做法",
        "各单位的好办法：原来难在哪里、怎样做、效果如何。",
        ("id",),
        (*columns(Practice, *PRACTICE), URL),
        lambda: [row(one) for one in records],
        max((one.published_on for one in records if one.published_on), default=None),
    )


def glossary(records: Sequence[GlossaryTerm], url: Callable[[GlossaryTerm], str]) -> Table:
    """One row for each term."""

    def row(one: GlossaryTerm) -> Row:
        return (*(getattr(one, name) for name in TERM), url(one))

    return Table(
        "glossary",
        "名词解释",
        "食品安全常用的词，用大白话解释。",
        ("id",),
        (*columns(GlossaryTerm, *TERM), URL),
        lambda: [row(one) for one in records],
    )
