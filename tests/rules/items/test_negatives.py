"""Which words turn a question round."""

from __future__ import annotations

import pytest

from portal.rules.items.negatives import is_emphasised, negations


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("下面哪些做法不符合规定？", "不符合"),
        ("哪一种食品不得销售？", "不得"),
        ("下列说法错误的是", "错误"),
        ("关于晨检，说法不正确的有（　）", "不正确"),
        ("除厨师以外，下面哪些人要有证明？", "除"),
        ("下面哪些人没有健康证明也能上岗？", "没有"),
    ],
)
def test_negative_questions(stem: str, word: str) -> None:
    assert [stem[start:end] for start, end in negations(stem)] == [word]


@pytest.mark.parametrize(
    "stem",
    [
        "一袋不合格的面粉，应当怎样处理？",
        "哪个部门接收不合格食品的报告？",
        "店员没有洗手，下面哪种做法对？",
        "面粉不够了，从哪里进货？",
        "这样做对不对？",
        "哪些不锈钢容器可以盛放食品？",
        "除处罚企业外，还要处罚哪些人？",
        "从业人员应当每年做什么？",
    ],
)
def test_questions_that_only_contain_a_negation(stem: str) -> None:
    assert list(negations(stem)) == []


@pytest.mark.parametrize("stem", ["哪些做法【不符合】规定？", "哪些做法【不】符合规定？", "说法【错误】的是"])
def test_brackets_emphasise(stem: str) -> None:
    assert [is_emphasised(stem, start, end) for start, end in negations(stem)] == [True]


def test_brackets_around_something_else_do_not() -> None:
    stem = "【多选】哪些做法不符合规定？"
    assert [is_emphasised(stem, start, end) for start, end in negations(stem)] == [False]
