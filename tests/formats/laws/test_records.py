"""A law's record is held against the law's text: the last article, what it explains, how many paragraphs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from portal.formats.laws.records import misfits
from portal.reading import read
from portal.records import Entry, Site
from portal.records.law import Article, Chapter

SMALL = Path(__file__).parents[2] / "sites/small"
NAME = "食品安全法(2025-09-12).md"


@pytest.fixture(scope="module")
def site() -> Site:
    found = read(SMALL).site
    assert found is not None
    return found


def explaining(site: Site, *articles: Article, last: int = 3) -> Site:
    """The one law of the site, with other articles."""
    entry = next(one for one in site.laws if one.record.id == "food-safety-law")
    record = entry.record.model_copy(update={"articles": articles, "last_article": last, "chapters": ()})
    return replace(site, laws=(Entry(record, entry.file),))


def said(site: Site, text: str) -> list[str]:
    return [one.message for one in misfits(site, {NAME: text})]


TEXT = "第一条 厨房要干净。\n\n每天要打扫。\n\n第三条 自公布之日起施行。\n\n上一篇：没有了\n"


def test_a_record_that_fits(site: Site) -> None:
    fits = explaining(
        site,
        Article(number=1, paragraphs=2, paraphrase="打扫。"),
        # What a copied page says behind the last article is no paragraph of it.
        Article(number=3, paragraphs=1, paraphrase="施行。"),
    )
    assert said(fits, TEXT) == []


def test_what_does_not_fit_is_told(site: Site) -> None:
    wrong = explaining(
        site,
        Article(number=1, paragraphs=3, paraphrase="打扫。"),
        Article(number=2, paragraphs=1, paraphrase="没有这一条。"),
        last=4,
    )
    assert said(wrong, TEXT) == [
        f"文本“{NAME}”的最后一条是第 3 条，这里写的是 4",
        f"文本“{NAME}”的第 1 条有 2 款，这里写的是 3",
        f"文本“{NAME}”里没有第 2 条",
    ]


def test_chapters_are_held_against_the_text(site: Site) -> None:
    chapters = "## 第一章　总 则\n\n第一条 厨房要干净。\n\n第二章  附则\n\n第二条 第三章的办法另行规定。\n\n第三条 施行。\n"
    [entry] = explaining(site).laws

    def with_chapters(*found: Chapter) -> Site:
        return replace(site, laws=(Entry(entry.record.model_copy(update={"chapters": found}), entry.file),))

    first = Chapter(title="总则", first=1)
    assert said(with_chapters(first, Chapter(title="附则", first=2)), chapters) == []
    assert said(with_chapters(first), chapters) == [f"文本“{NAME}”的章和这里写的不一样"]
    assert said(with_chapters(first), TEXT) == [f"文本“{NAME}”的章和这里写的不一样"]


def test_a_law_without_a_text_is_left_alone(site: Site) -> None:
    assert list(misfits(site, {"别的法(2020-01-01).md": TEXT})) == []
