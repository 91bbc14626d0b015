"""Somebody who knows nothing of food, and how far the form of the questions carries them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from portal.quiz.candidates import FrozenQuestion, key_of
from portal.quiz.guesser import mean, scores
from portal.quiz.tells import TELLS, record

BY_NAME = {tell.name: tell for tell in TELLS}
LENIENT = "判断题里说“不用、可以不、就行”的选错"
SHORTEST = "单选题选最短的"


def asked(number: int, **fields: object) -> FrozenQuestion:
    plain = FrozenQuestion(
        key=key_of(str(number)),
        type="single",
        topic=f"主题{number % 3}",
        difficulty="easy",
        posts=(),
        business_types=(),
        reserved=False,
        id=f"q-{number}",
        version=1,
        stem="冷藏的温度是多少？",
        options={"a": "零到八度之间", "b": "十到十二度间", "c": "二十度上下吧", "d": "三十度上下吧"},
        answer=("abcd"[number % 4],),
        explanation="",
        citations=(),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def judged(number: int, stem: str, answer: str) -> FrozenQuestion:
    return asked(number, type="judge", stem=stem, options={}, answer=(answer,))


def test_a_bank_without_tells_is_no_easier_than_chance() -> None:
    bank = [asked(number) for number in range(40)]
    assert mean(scores(bank)).lead == 0


def test_a_lenient_statement_that_is_always_false_is_found_out() -> None:
    bank = [judged(number, "戴了口罩就可以不体检。", "wrong") for number in range(12)]
    found = record(BY_NAME[LENIENT], bank)
    assert (found.asked, found.right, found.expected) == (12, 12, 6)
    assert mean(scores(bank)).guessed == 1


def test_lenient_statements_half_of_them_true_tell_nothing() -> None:
    bank = [judged(number, "可以不体检。", ("right", "wrong")[number // 3 % 2]) for number in range(12)]
    assert mean(scores(bank)).lead == pytest.approx(0, abs=1)


def test_the_shortest_option_counts_only_where_it_is_alone() -> None:
    one = asked(0, options={"a": "零度", "b": "十到十二度", "c": "二十度上下"}, answer=("a",))
    two = asked(1, options={"a": "零度", "b": "十度", "c": "二十度上下"}, answer=("a",))
    assert record(BY_NAME[SHORTEST], [one, two]).asked == 1


def test_what_is_learned_on_a_topic_is_not_used_on_it() -> None:
    """A tell that one topic alone has would be known only to somebody who has seen its answers."""
    tainted = [
        asked(number, topic="甲", options={"a": "零度", "b": "十到十二度", "c": "二十度上下"}, answer=("a",))
        for number in range(12)
    ]
    clean = [asked(number, topic="乙") for number in range(12)]
    assert mean(scores([*tainted, *clean])).lead == pytest.approx(0, abs=0.01)
