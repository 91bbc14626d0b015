"""Citations as staff write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.records.citation import Citation, parse, to_chinese, to_number


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("食品安全法 第四十四条", Citation("食品安全法", 44)),
        ("食品安全法第一百三十五条第二款", Citation("食品安全法", 135, paragraph=2)),
        ("食品安全法 第三十四条第（十）项", Citation("食品安全法", 34, item=10)),
        ("食品安全法 第一百二十四条第一款第(五)项", Citation("食品安全法", 124, paragraph=1, item=5)),
        ("《食品安全法》第44条", Citation("食品安全法", 44)),
        ("刑法 第一百四十条之一", Citation("刑法", 140, inserted=1)),
        ("食品安全法实施条例 第一百零一条", Citation("食品安全法实施条例", 101)),
    ],
)
def test_form(text: str, citation: Citation) -> None:
    assert parse(text) == citation


@pytest.mark.parametrize(
    "text", ["", "食品安全法", "第四十四条", "食品安全法44条", "依法处罚", "食品安全法 第四十四条等"]
)
def test_other_texts_are_no_citation(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize("text", ["食" + " " * 50_000, "食品安全法 第" + "9" * 50_000 + "条", "第" * 50_000])
def test_endless_texts_are_no_citation(text: str) -> None:
    assert parse(text) is None


@given(st.integers(1, 999))
def test_numerals_there_and_back(number: int) -> None:
    assert to_number(to_chinese(number)) == to_number(str(number)) == number
    assert parse(f"食品安全法 {Citation('食品安全法', number, paragraph=2, item=3).place}") == Citation(
        "食品安全法", number, paragraph=2, item=3
    )
