"""What answers earn: the table of conformance, and what holds for every question."""

from __future__ import annotations

import json
from itertools import chain, combinations
from pathlib import Path
from typing import Any

import pytest

from portal.quiz.marking import RULES, mark, passes, score
from portal.records.question_type import MULTIPLE, TYPES, QuestionType

TABLE = json.loads((Path(__file__).parent / "vectors/marking.json").read_text("utf-8"))


def letters(kind: QuestionType, text: str) -> list[str]:
    return list(text) if kind.has_options else [text] if text else []


@pytest.mark.parametrize("row", TABLE["rows"], ids=lambda row: " ".join(map(str, row)))
def test_the_table(row: list[Any]) -> None:
    rule, name, key, chosen, marks, options, earned = row
    kind = TYPES[name]
    assert mark(rule, kind, letters(kind, key), letters(kind, chosen), marks, options) == pytest.approx(
        earned
    )


@pytest.mark.parametrize(("got", "possible", "percent"), TABLE["scores"])
def test_scores(got: list[float], possible: list[float], percent: float) -> None:
    assert score(got, possible) == percent


@pytest.mark.parametrize("rule", RULES)
def test_only_the_right_answer_earns_full_marks(rule: str) -> None:
    """Above all, choosing everything does not."""
    options = "abcde"
    answers = [list(one) for one in chain.from_iterable(combinations(options, n) for n in range(6))]
    for key in (one for one in answers if 2 <= len(one) <= 4):
        for chosen in answers:
            earned = mark(rule, MULTIPLE, key, chosen, 6, 5)
            assert (earned == 6) == (chosen == key)
            assert 0 <= earned <= 6
        assert mark(rule, MULTIPLE, key, options, 6, 5) == 0


def test_thirds_add_up_to_a_whole() -> None:
    """Three questions of which a third was earned are one earned in full, without an error of rounding."""
    thirds = [mark("minus", MULTIPLE, "abc", "a", 1, 4)] * 3
    assert score(thirds, [1, 1, 1]) == 33.3
    assert score(thirds * 200, [1] * 200) == 100


def test_the_pass_mark_itself_passes() -> None:
    assert passes(60, 60)
    assert not passes(59.9, 60)
