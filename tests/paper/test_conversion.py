"""The printed table from marks to a score of a hundred: every mark that can be had, halves where there are any."""

from __future__ import annotations

from typing import Any

import pytest
from tests.quiz.made import made_blueprint

from portal.paper.conversion import Conversion, conversion
from portal.quiz.marking import score


def made(total: int, **changes: Any) -> Conversion | None:
    return conversion(made_blueprint(**changes), total)


def test_every_mark_has_its_score_and_passes_from_one_on() -> None:
    table = made(84, marking="all")
    assert table
    assert table.columns == ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
    cells = [one for row in table.rows for one in row.cells]
    assert [(one.marks, float(one.score)) for one in cells] == [(n, score([n], [84])) for n in range(85)]
    assert [one.marks for one in cells if one.passed] == list(range(51, 85))  # 50 of 84 are 59.5
    assert [one.marks for one in cells if one.least] == [51]
    assert table.said == "，卷面51分起"
    assert [row.first for row in table.rows] == list(range(0, 90, 10))
    assert table.rows[-1].empty == 5


def test_halves_have_columns_where_the_rule_gives_halves() -> None:
    table = made(33, marking="half")  # three questions of five marks
    assert table
    assert table.columns[:4] == ("0", "0.5", "1", "1.5")
    assert [row.first for row in table.rows] == [0, 5, 10, 15, 20, 25, 30]
    last = [one for row in table.rows for one in row.cells][-1]
    assert (last.marks, last.score) == (33, "100")


@pytest.mark.parametrize(("total", "marking"), [(100, "all"), (84, "minus")])
def test_none_where_marks_are_the_score_or_any_fraction(total: int, marking: str) -> None:
    assert made(total, marking=marking) is None
