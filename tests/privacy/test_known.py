"""Names that are known from elsewhere are found wherever they stand, the longest where several begin at one place."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from portal.privacy.known import KnownNames

FEW = st.text(alphabet="甲乙丙", min_size=2, max_size=4)


def found(names: list[str], text: str) -> list[str]:
    return [text[start:end] for start, end in KnownNames(names).find(text)]


def test_the_longest_name_wins() -> None:
    assert found(["示例餐饮", "示例餐饮有限公司"], "向示例餐饮有限公司和示例餐饮购进") == [
        "示例餐饮有限公司",
        "示例餐饮",
    ]


def test_no_names_find_nothing() -> None:
    assert found([], "示例餐饮有限公司") == []
    assert found(["示"], "示例") == []


@given(names=st.lists(FEW, max_size=6), text=st.text(alphabet="甲乙丙丁", max_size=40))
def test_as_an_alternation_would(names: list[str], text: str) -> None:
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    expected = re.findall("|".join(map(re.escape, ordered)), text) if ordered else []
    assert found(names, text) == expected
