"""What counts as the same: the browser is held to the same examples in tests/browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from portal.search.folding import folded, terms_of, to_arabic, to_chinese

EXAMPLES = json.loads((Path(__file__).parent / "folding.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "same"), EXAMPLES["folded"])
def test_text_is_folded(text: str, same: str) -> None:
    assert folded(text) == same


@pytest.mark.parametrize(("query", "terms"), EXAMPLES["terms"])
def test_a_query_is_its_terms(query: str, terms: list[list[str]]) -> None:
    assert [list(forms) for forms in terms_of(query)] == terms


def test_numbers_of_articles_go_there_and_back() -> None:
    assert [to_arabic(to_chinese(number)) for number in range(1, 1000)] == [str(n) for n in range(1, 1000)]
    assert to_arabic("百十") == "百十"
