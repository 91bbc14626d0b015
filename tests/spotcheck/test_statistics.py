"""Item statistics against Moodle's own example, and that sums may be added in any order."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from portal.spotcheck.statistics import (
    LEAST,
    ItemSums,
    added,
    deviation,
    discrimination,
    facility,
    item_sums,
    measured,
)

# Marks of 22 attempts at thirteen questions (one of 8 marks, twelve of 1) and what Moodle's tests expect of them:
# mod/quiz/report/statistics/tests (fixtures/mdl_question_states.csv, statistics_test.php, which has its values from
# a spreadsheet, contrib/tools/quiz_tools/stats.xls). Percentages; standard deviations of one mark in thousandths.
MOODLE = json.loads((Path(__file__).parent / "vectors/moodle.json").read_text("utf-8"))


@dataclass(frozen=True)
class Mark:
    id: str
    got: float
    worth: float = 1
    version: int = 1
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paper:
    items: Sequence[Mark]
    retake_of: object | None = None


def sums_of_slot(slot: int) -> ItemSums:
    """In whole numbers: 840ths of a mark, the rest in tenths of a mark."""
    total = ItemSums()
    for row in MOODLE["marks"]:
        total += ItemSums.one(round(840 * row[slot]), round(10 * (sum(row) - row[slot])))
    return total


@pytest.mark.parametrize("slot", range(13))
def test_the_discrimination_index_is_that_of_moodle(slot: int) -> None:
    found = discrimination(sums_of_slot(slot))
    assert found is not None
    assert 100 * found == pytest.approx(MOODLE["discrimination"][slot], abs=1e-6)


@pytest.mark.parametrize("slot", range(13))
def test_facility_and_standard_deviation_are_those_of_moodle(slot: int) -> None:
    sums, worth = sums_of_slot(slot), MOODLE["worth"][slot]
    assert 100 * facility(sums) / worth == pytest.approx(MOODLE["facility"][slot], abs=1e-6)
    assert 1000 * deviation(sums) == pytest.approx(MOODLE["deviation"][slot], abs=1e-6)


def test_a_paper_is_compared_with_the_rest_of_itself() -> None:
    """2 of 3 marks elsewhere are 66.7 % of the rest, whatever the paper was worth."""
    paper = Paper([Mark("a", 0.5, 6), Mark("b", 1, 2), Mark("c", 0, 1, chosen=("b",))])
    found = item_sums([(paper, paper)])
    assert found["a", 1] == ItemSums(1, 420, 420**2, 667, 667**2, 420 * 667, {"-": 1})
    assert found["c", 1].chosen == {"b": 1}


def test_only_first_attempts_count() -> None:
    first = Paper([Mark("a", 1), Mark("b", 0)])
    again = Paper([Mark("a", 1), Mark("b", 1)], retake_of=("2024-06-01", 3))
    assert item_sums([(first, first), (again, again)]) == item_sums([(first, first)])


def test_another_version_is_another_question() -> None:
    papers = [Paper([Mark("a", 1, version=version), Mark("b", 0)]) for version in (1, 2)]
    assert [found.n for found in item_sums((one, one) for one in papers).values()] == [1, 1, 2]


def test_days_and_months_add_up_in_any_order_to_the_very_same() -> None:
    """Ten thousand papers at once, or in months, or backwards: floats would differ in the last digits."""
    chance = random.Random(14)
    papers = [
        Paper([Mark(f"q{one}", chance.choice((0, 1 / 3, 0.5, 1)), chance.choice((2, 3))) for one in range(4)])
        for _ in range(2_000)
    ]
    whole = item_sums((one, one) for one in papers)
    months = [item_sums((one, one) for one in papers[start::7]) for start in range(7)]
    assert added(months) == added(reversed(months)) == whole


def test_many_that_are_nearly_alike_do_not_cancel() -> None:
    """One of a million was wrong, and nobody knows the rest perfectly: the textbook formula in floats loses this."""
    many = 1_000_000
    alike = ItemSums(many - 1, 840 * (many - 1), 840**2 * (many - 1), 999 * (many - 1), 999**2 * (many - 1),
                     840 * 999 * (many - 1))  # fmt: skip
    sums = alike + ItemSums.one(0, 998)
    assert discrimination(sums) == pytest.approx(1)
    exact = Fraction(many - 1, many * (many - 1))
    assert deviation(sums) == pytest.approx(math.sqrt(exact), rel=1e-12)


def test_below_thirty_nothing_is_said() -> None:
    right = ItemSums.one(840, 500)
    assert measured(sum([right] * (LEAST - 1), ItemSums())) is None
    found = measured(sum([right] * LEAST, ItemSums()))
    assert found is not None
    assert (found.facility, found.standard_error, found.discrimination) == (1, 0, None)


def test_the_standard_error_is_that_of_a_mean() -> None:
    """Half of 100 right: deviation 0.5025, by the square root of 100."""
    found = measured(sum([ItemSums.one(840, 700), ItemSums.one(0, 300)] * 50, ItemSums()))
    assert found is not None
    assert found.standard_error == pytest.approx(0.05025189)
    assert found.discrimination == pytest.approx(1)


def test_sums_that_somebody_mistyped_are_no_crash() -> None:
    """No marks have a square sum of nothing; the rules say so, whoever asks for statistics gets an answer."""
    assert measured(ItemSums(n=40, x=3360)) is not None
