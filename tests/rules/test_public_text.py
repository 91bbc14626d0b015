"""A stretch of a text is found again in its file, however the text was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.privacy.folding import plain
from portal.reading import read
from portal.reading.parsed import parse
from portal.reading.record_kinds import BY_NAME
from portal.records import Entry
from portal.records.case import Case
from portal.records.site import Site
from portal.rules.public_text import PublicText, public_texts, span_of

SMALL = Path(__file__).parents[1] / "sites/small"
CASE = SMALL / "content/cases/2024/2024-001.yaml"
SOUGHT = "张三"


@pytest.fixture(scope="module")
def site() -> Site:
    site = read(SMALL).site
    assert site
    return site


def entry(site: Site, significance: str) -> Entry[Case]:
    old = "significance: 库存检查不能省，出了问题马上停售。\n"
    text = CASE.read_text("utf-8")
    assert old in text
    parsed = parse("case.yaml", text.replace(old, significance).encode(), BY_NAME["case"], site.words)
    assert parsed.problems == ()
    return Entry(parsed.record, parsed.file)


@pytest.mark.parametrize(
    "written",
    [
        "significance: 店主张三在场。\n",
        "significance: '店主''张三''在场。'\n",
        'significance: "店主\\"甲\\"和张三在场。"\n',
        "significance: |\n  第一行。\n\n  店主 张三在场。\n",
        "significance: |-\n    店主张三在场。\n",
        "significance: >\n  第一行\n  店主张三在场。\n",
        "significance: 第一行\n  店主张三在场。\n",
    ],
)
def test_a_stretch_is_found_where_it_was_written(site: Site, written: str) -> None:
    record = entry(site, written)
    text = next(one for one in public_texts(record) if SOUGHT in one.value)
    start = text.value.index(SOUGHT)
    span = span_of(record, text, start, start + len(SOUGHT))
    line = record.file.lines[span.line - 1]
    assert span.end_line == span.line
    assert line[span.column - 1 : span.end_column - 1] == SOUGHT


def test_a_text_with_escapes_is_marked_as_a_whole(site: Site) -> None:
    record = entry(site, 'significance: "店主\\u5f20三在场。"\n')
    text = next(one for one in public_texts(record) if SOUGHT in one.value)
    assert span_of(record, text, 2, 4) == record.at("significance")


def test_a_stretch_in_the_body_of_an_article_is_found(site: Site) -> None:
    article = site.article_by_id["read-food-labels"]
    body = article.record.body
    start = body.index("12315")
    span = span_of(article, PublicText(("body",), body), start, start + 5)
    assert article.file.lines[span.line - 1][span.column - 1 : span.end_column - 1] == "12315"


def test_reviews_and_codes_are_not_searched(site: Site) -> None:
    paths = {text.path for record in site.cases for text in public_texts(record)}
    assert ("advice", 0) in paths
    assert ("withdrawal", "reason") in paths
    assert not [path for path in paths if {"review", "credit_code", "allowed"} & set(path)]


def test_half_width_keeps_every_character_in_its_place() -> None:
    text = "电话：０２１－５７９３\u3000１２３４（Ａ）"
    assert plain(text) == "电话:021-5793 1234(A)"
    assert len(plain(text)) == len(text)
