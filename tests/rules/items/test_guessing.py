"""What blind choice earns under each marking rule."""

from __future__ import annotations

import pytest
from tests.rules.items.made import question

from portal.records.question import Question
from portal.rules.items.guessing import by_guessing

FOUR = {letter: f"选项{letter}" for letter in "abcd"}


def choice(kind: str, answer: str) -> Question:
    return question(type=kind, options=FOUR, answer=list(answer))


@pytest.mark.parametrize(
    ("kind", "marking", "answer", "share"),
    [
        ("single", "half", "a", 1 / 4),
        ("multiple", "all", "abc", 1 / 11),  # 2^4 - 4 - 1 sets of two options or more
        ("multiple", "half", "abc", 3 / 4 / 2),  # one option: right three times in four, for half the marks
        ("multiple", "minus", "abc", 3 / 4 / 3),
        ("multiple", "minus", "ab", 2 / 4 / 2),
    ],
)
def test_the_best_guess(kind: str, marking: str, answer: str, share: float) -> None:
    assert by_guessing(marking, [choice(kind, answer)]) == pytest.approx(share)


def test_a_judgement_is_a_coin() -> None:
    assert by_guessing("all", [question()]) == 1 / 2


def test_the_average_over_questions_with_more_and_fewer_options() -> None:
    three = question(type="single", options={"a": "甲", "b": "乙", "c": "丙"}, answer=["a"])
    assert by_guessing("all", [choice("single", "b"), three]) == pytest.approx((1 / 4 + 1 / 3) / 2)
