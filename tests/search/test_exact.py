"""Every query finds every page that has it and no other, whatever its length."""

from __future__ import annotations

import datetime
from random import Random

import pytest
from tests.search.made import made_pages, truth_of

from portal.bench.search_queries import QUERIES, Truth
from portal.search.folding import folded
from portal.search.indexing import index
from portal.search.laying import GAP
from portal.search.lookup import Index
from portal.search.page import SearchPage, pages_of
from portal.search.terms import readings

PAGES = made_pages(700)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return index(PAGES)


@pytest.fixture(scope="module")
def asking(files: dict[str, bytes]) -> Index:
    return Index(files.__getitem__)


@pytest.fixture(scope="module")
def truth() -> Truth:
    return truth_of(PAGES)


def test_there_are_enough_queries_of_every_kind() -> None:
    lengths = {len(query) for query in QUERIES if query.isalpha()}
    assert len(set(QUERIES)) >= 60
    assert {1, 2, 3, 4, 5, 6, 7, 8} <= lengths


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_finds_all_and_nothing_else(asking: Index, truth: Truth, query: str) -> None:
    assert set(asking.search(query).pages) == truth.pages_with(query)


def test_any_stretch_of_any_text_is_found(asking: Index, truth: Truth) -> None:
    """Stretches that end a text, that begin in a frequent word and end in a rare one, and the other way round."""
    chance = Random(1)
    for _ in range(400):
        text = chance.choice(chance.choice(truth.pages).split(GAP))
        begin = chance.randrange(len(text))
        query = text[begin : begin + chance.randint(1, 24)]
        if readings(query)[0][0].forms[0] == query:
            assert set(asking.search(query).pages) == truth.pages_with(query), query


def test_the_end_of_a_text_is_not_joined_to_the_next() -> None:
    pages = [SearchPage("a/", "一", blocks=("食堂", "留样")), SearchPage("b/", "二", blocks=("食堂留样",))]
    asking = Index(index(pages).__getitem__)
    assert [asking.page(n)["address"] for n in asking.search("食堂留样").pages] == ["b/"]


def test_the_title_itself_comes_first_then_what_lies_inside_then_titles_that_begin_so() -> None:
    law = SearchPage("laws/b/", "食品安全法", blocks=("总则",))
    articles = [SearchPage(f"laws/b/#a{number}", f"食品安全法第{number}条") for number in (9, 10)]
    other = SearchPage("laws/a/", "食品安全法实施条例", blocks=("说明",))
    case = SearchPage("cases/1/", "违反食品安全法案", day=datetime.date(2026, 1, 1))
    text = SearchPage("news/", "通报", day=datetime.date(2026, 2, 1), blocks=("依据食品安全法",))
    many = [SearchPage(f"cases/{n}/", f"违反食品安全法第{n}号案") for n in range(2, 9)]
    for more in ([], many):
        asking = Index(index([text, case, other, *articles, law, *more]).__getitem__)
        answer = asking.search("食品安全法")
        found = [asking.page(number)["address"] for number in answer.pages]
        assert found[:5] == ["laws/b/", "laws/b/#a9", "laws/b/#a10", "laws/a/", "cases/1/"]
        assert (found[-1], answer.in_title) == ("news/", len(found) - 1)


@pytest.mark.parametrize(
    "query", ["食品安全法45条", "食品安全法 45条", "第四十五条 食品安全法", "食品安全法第45条第一款"]
)
def test_an_article_of_a_law_is_never_part_of_another_number(query: str) -> None:
    articles = [SearchPage(f"laws/b/#a{number}", f"食品安全法第{number}条") for number in (45, 145, 450)]
    case = SearchPage(
        "cases/1/", "某店案", blocks=("违反《食品安全法》第四十五条第一款", "另见第一百四十五条")
    )
    asking = Index(index([*articles, case]).__getitem__)
    found = [asking.page(number)["address"] for number in asking.search(query).pages]
    assert found == ["laws/b/#a45", "cases/1/"]


def test_an_article_asked_for_alone_comes_before_longer_numbers() -> None:
    articles = [SearchPage(f"laws/b/#a{number}", f"食品安全法第{number}条") for number in (45, 145)]
    asking = Index(index(articles).__getitem__)
    assert [asking.page(number)["address"] for number in asking.search("45条").pages] == [
        "laws/b/#a45",
        "laws/b/#a145",
    ]


@pytest.mark.parametrize(
    "query", ["2024-09", "2024年9月", "2024/9", "二〇二四年九月", "9月 通报", "2024年09月 通报"]
)
def test_a_month_is_found_however_it_is_written(query: str) -> None:
    months = [SearchPage(f"outcomes/{n}/", f"2024年{n}月月度通报", blocks=("本月",)) for n in (1, 9, 11)]
    asking = Index(index([*months, SearchPage("x/", "某店案", blocks=("19月饼",))]).__getitem__)
    assert [asking.page(number)["address"] for number in asking.search(query).pages] == ["outcomes/9/"]


def test_a_text_that_says_the_word_more_often_comes_first() -> None:
    pages = [
        SearchPage("once/", "甲", day=datetime.date(2026, 1, 1), blocks=("冰箱要擦。",)),
        SearchPage("often/", "乙", day=datetime.date(2024, 1, 1), blocks=("冰箱里放。", "冰箱外放。")),
    ]
    asking = Index(index(pages).__getitem__)
    assert [asking.page(number)["address"] for number in asking.search("冰箱").pages] == ["often/", "once/"]


def test_rare_characters_are_found_and_nothing_else() -> None:
    pages = [SearchPage("a/", "𠮷野家"), SearchPage("b/", "𢒷野家"), SearchPage("c/", "\ue123野家")]
    asking = Index(index(pages).__getitem__)
    for page in pages:
        assert [asking.page(n)["address"] for n in asking.search(page.title[0]).pages] == [page.address]


def test_a_question_is_found_by_its_stem_after_cases_that_say_the_word() -> None:
    newest = SearchPage("quiz/", "练一练", day=datetime.date(2026, 11, 1))
    html = '<section id="q-1" data-entry="饼干过期了怎么办？" data-titled="sentence"><h2>饼干过期了怎么办？</h2></section>'
    (_, question) = pages_of(newest, html)
    case = SearchPage("cases/1/", "某店案", day=datetime.date(2024, 6, 1), blocks=("卖过期饼干",))
    named = SearchPage("terms/#1", "过期")
    asking = Index(index([question, case, named]).__getitem__)
    found = [asking.page(number)["address"] for number in asking.search("过期").pages]
    assert found == ["terms/#1", "cases/1/", "quiz/#q-1"]
    assert [asking.page(number)["title"] for number in asking.search("怎么办").pages] == [question.title]


def test_a_long_page_is_found_to_its_end() -> None:
    blocks = (*(f"第{number}段，说的是贮存。" for number in range(900)), "最后一段写着黄鱼")
    pages = [SearchPage("long/", "长文", blocks=blocks), SearchPage("short/", "黄鱼", blocks=("短",))]
    files = index(pages)
    asking = Index(files.__getitem__)
    found = asking.search("着黄鱼")
    assert [asking.page(number)["address"] for number in found.pages] == ["long/"]
    page = asking.page(found.pages[0])
    assert page["parts"] > 1
    assert sum(len(folded(block)) for block in page["text"]) < 2000


def test_an_empty_site_answers_too() -> None:
    asking = Index(index([]).__getitem__)
    assert asking.search("食品").pages == []


def test_the_index_is_the_same_every_time_and_in_any_order(files: dict[str, bytes]) -> None:
    assert index(PAGES[::-1]) == files


def test_a_question_costs_little(files: dict[str, bytes]) -> None:
    """Not one file is so large that a weak line would feel it."""
    assert max(len(content) for path, content in files.items() if path.endswith(".bin")) < 16_000
    assert max(len(content) for path, content in files.items() if "/pages/" in path) < 8_000
