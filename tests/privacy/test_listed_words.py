"""A list behind a label is of names where one of them is surely a name, else where all may be and are rather so."""

from __future__ import annotations

import pytest

from portal.privacy.folding import fold
from portal.privacy.listed_words import are_words
from portal.privacy.names import full_names


def names(written: str) -> list[str]:
    text = fold(written).text
    return [text[start:end] for start, end in full_names(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("验收：查重、看色、闻味，三样都过才签字。", []),
        ("验收：看日期、闻气味、查包装，不合格的退回", []),
        ("验收：王丽芳、李小红", ["王丽芳", "李小红"]),
        ("值班：白班、晚班、夜班，各有一张表。", []),
        ("值班：王丽芳、晚班、李小红", ["王丽芳", "李小红"]),
        ("店长：查到岗、查着装、查晨检。", []),
        ("执法人员：章承、窦伟一", ["章承", "窦伟一"]),
        ("又名：金瓜、番瓜、倭瓜。", []),
    ],
)
def test_lists_of_words_and_of_names(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_one_word_or_a_masked_member_is_no_list_of_words() -> None:
    assert are_words("看色、闻味", 0)
    assert not are_words("看色", 0)
    assert not are_words("章承、王某", 0)
