"""Where only a mark or a word of grammar stands before them, words are no names; whoever does something there is one."""

from __future__ import annotations

import pytest

from portal.privacy.folding import fold
from portal.privacy.names import full_names
from portal.privacy.weak_places import (
    ends_in_odd,
    goes_on_in_no_name,
    is_of_a_noun,
    is_ordinal,
    is_rather_words,
    is_said,
)


def names(written: str) -> list[str]:
    text = fold(written).text
    return [text[start:end] for start, end in full_names(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“高钙”是含量声称", []),
        ("“王丽芳”投诉该店", ["王丽芳"]),
        ("**第五分钟，数和签**", []),
        ("**张三**未按要求留样。", ["张三"]),
        ("左边写着“花生”", []),
        ("落款处写着“花木棉”三个字。", ["花木棉"]),
        ("海边人叫麦螺、海丝螺。", []),
        ("我叫王丽芳，住在附近", ["王丽芳"]),
        ("用流动的清水冲", []),
        ("每周帮老人理一次冰箱", []),
        ("周帮老人也来了", ["周帮"]),
        ("死的黄鳝、甲鱼和贝", []),
        ("顾客甲王丽芳和乙李小红", ["王丽芳", "李小红"]),
        ("标签已经印全了内容", []),
        ("货经王丽芳签收", ["王丽芳"]),
    ],
)
def test_the_word_and_the_name_in_the_same_place(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_words_of_each_kind() -> None:
    assert is_rather_words("海外版", 0.0)
    assert not is_rather_words("王丽芳", 9.0)
    assert ends_in_odd("黄泥螺")
    assert not ends_in_odd("王丽芳")
    assert is_ordinal("第五小组")
    assert not is_ordinal("第五文")
    assert is_of_a_noun("看日期")
    assert not is_of_a_noun("王建国")
    assert goes_on_in_no_name("清水冲")
    assert not goes_on_in_no_name("王建国")
    assert is_said("成交")
    assert not is_said("高明")
