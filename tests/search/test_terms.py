"""What a query asks for: the browser is held to the same examples in tests/browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from portal.search.terms import readings, to_arabic, to_chinese

EXAMPLES = json.loads((Path(__file__).parent / "folding.json").read_text("utf-8"))


@pytest.mark.parametrize(("query", "expected"), EXAMPLES["readings"])
def test_a_query_is_read(query: str, expected: list[list[list[list[str]]]]) -> None:
    assert [[[list(forms) for forms in term] for term in one] for one in readings(query)] == expected


def test_numbers_of_articles_go_there_and_back() -> None:
    assert [to_arabic(to_chinese(number)) for number in range(1, 1000)] == [str(n) for n in range(1, 1000)]
    assert to_arabic("百十") == "百十"
