"""Pages about the law say which version is in force and which one the words on them follow."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import Any

import pytest
from tests.pages.made import changed, output, small_site, text

from portal.records import Site
from portal.records.law import Article, Repeal

LAW, REGULATION = "food-safety-law", "food-safety-law-regulation"
BEFORE, AFTER = "2025-11-30", "2025-12-01"


@pytest.fixture(scope="module")
def site() -> Site:
    return small_site()


def law(site: Site, which: str = LAW, **fields: Any) -> Site:
    return replace(site, laws=changed(site.laws, which, **fields))


def test_a_version_that_has_not_come_into_force_is_not_the_current_one(site: Site) -> None:
    assert "2021年修正</span>" in text(output(site, BEFORE), "laws/")
    assert "2025年修正</span>" in text(output(site, AFTER), "laws/")
    page = text(output(site, BEFORE), f"laws/{LAW}/")
    assert "现行的是2021年修正" in page
    assert "（尚未施行）" in page
    assert "注意版本" not in text(output(site, AFTER), f"laws/{LAW}/")


def test_readers_are_told_when_the_words_follow_an_older_version(site: Site) -> None:
    older = output(law(site, text_version="2021年修正"), AFTER)
    assert "本页的条号和要点依据2021年修正的文本；现行的是2025年修正" in text(older, f"laws/{LAW}/")
    assert "要点依据2021年修正" in text(older, "laws/")
    note = "要点依据2021年修正的文本，现行的是2025年修正"
    assert note in text(older, "knowledge/operators/staff-health/")
    assert "依据决定时的文本（2021年修正）" in text(older, "cases/2024-001/")


def test_a_case_names_both_versions_where_the_article_has_changed(site: Site) -> None:
    assert "决定时施行的是2021年修正；要点依据2025年修正的文本，这一条有修改" in text(
        output(site, AFTER), "cases/2024-001/"
    )


def test_a_law_is_repealed_from_its_day_on(site: Site) -> None:
    ends = Repeal(on=datetime.date(2025, 6, 1), replaced_by="新条例")
    repealed = law(site, REGULATION, repealed=ends)
    page = f"laws/{REGULATION}/"
    assert "将要废止" in text(output(repealed, "2025-05-31"), page)
    assert "已废止" not in text(output(repealed, "2025-05-31"), "laws/")
    assert "已废止" in text(output(repealed, "2025-06-01"), page)
    assert "已废止" in text(output(repealed, "2025-06-01"), "laws/")


def test_an_inserted_article_has_its_own_list_of_pages(site: Site) -> None:
    record = next(entry.record for entry in site.laws if entry.record.id == LAW)
    inserted = Article(number=45, inserted=1, paraphrase="新加的一条。")
    page = text(output(law(site, articles=(*record.articles, inserted))), f"laws/{LAW}/")
    whole, _, after = page.partition('id="a45-1"')
    assert "knowledge/operators/staff-health/" in whole
    assert "knowledge/operators/staff-health/" not in after


def test_articles_stand_below_their_chapter_and_are_named_both_ways(site: Site) -> None:
    page = text(output(site), f"laws/{LAW}/")
    chapters = re.findall(r'<h3 id="([^"]+)">([^<]+)<small>([^<]+)<', page)
    assert chapters == [
        ("第二章-食品生产经营", "第二章　食品生产经营", "34—54条"),
        ("第四章-法律责任", "第四章　法律责任", "124—126条"),
    ]
    assert (
        page.index("第二章　食品生产经营<small>")
        < page.index('id="a45"')
        < page.index("第四章　法律责任<small>")
    )
    assert (
        '<a href="#a45" data-article="第四十五条">第四十五条</a> <small aria-hidden="true">45</small>' in page
    )


def test_readers_are_told_why_numbers_are_missing(site: Site) -> None:
    page = text(output(site), f"laws/{LAW}/")
    assert "全文共154条，本页只写和食品安全监管、经营、消费有关的6条，所以条号不连着。" in page
    whole = tuple(Article(number=one, paraphrase="一句话。") for one in range(1, 155))
    page = text(output(law(site, articles=whole)), f"laws/{LAW}/")
    assert "全文共154条，条条都有。" in page


def test_a_law_without_chapters_has_its_articles_without_them(site: Site) -> None:
    page = text(output(law(site, chapters=())), f"laws/{LAW}/")
    assert "<h3" not in page
    assert 'id="a126"' in page
