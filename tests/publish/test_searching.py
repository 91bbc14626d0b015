"""A finished site finds what it shows, and nothing that it must not show."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import build

from portal.records import addresses
from portal.search.lookup import Index


@pytest.fixture(scope="module")
def asking(small: Path) -> Index:
    return Index(lambda path: (small / "site" / path).read_bytes())


def found_by(asking: Index, query: str) -> list[str]:
    return [asking.page(number)["address"] for number in asking.search(query).pages]


def test_a_case_is_found_with_what_filters_go_by(asking: Index) -> None:
    found = [asking.page(number) for number in asking.search("罚款").pages]
    case = next(page for page in found if page["address"].startswith("cases/"))
    assert case["section"] == "典型案例"
    assert case["types"]
    assert case["day"]
    assert case["demo"]


def test_every_result_leads_to_a_page_and_a_place_on_it(asking: Index, small: Path) -> None:
    for number in range(asking.manifest["pages"]):
        address, _, anchor = asking.page(number)["address"].partition("#")
        html = (small / "site" / address / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in html


def test_a_question_is_found_by_how_it_begins(asking: Index) -> None:
    assert [one.partition("#")[2] for one in found_by(asking, "哪些人要有健康")] == ["q-personnel-002"]


def test_questions_that_are_kept_back_are_not_found(asking: Index) -> None:
    assert found_by(asking, "戴好口罩就可以") == []
    assert found_by(asking, "凉菜间人员应当每年") == []


def test_a_withdrawn_case_is_not_found(asking: Index) -> None:
    assert found_by(asking, "未查验供货者许可证案") == []
    assert found_by(asking, "本案例已撤回") == []


def test_an_article_of_a_law_is_a_result_of_its_own(asking: Index) -> None:
    assert "laws/food-safety-law/#a45" in found_by(asking, "食品安全法第四十五条")


def test_lists_and_what_every_page_repeats_are_not_found(asking: Index) -> None:
    assert "cases/" not in found_by(asking, "案")
    assert found_by(asking, "投诉举报12315") == []
    assert found_by(asking, "分享链接") == []


def test_a_fast_build_has_an_empty_index(small: Path, tmp_path: Path) -> None:
    fast = tmp_path / "fast"
    assert build(small, "--fast", "--site-dir", str(fast)).returncode == 0
    assert b'"folder": ""' in (fast / addresses.SEARCH_INDEX).read_bytes()
    assert [path.name for path in (fast / "search").iterdir() if path.is_dir()] == []
