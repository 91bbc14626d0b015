"""A sitting is marked from the frozen bank: by its paper's rule, and on a phone of what it showed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from portal.quiz.codes import PaperCode, write
from portal.spotcheck.marks import marked
from portal.spotcheck.papers import DrawnPaper, NoPaper, Papers
from portal.spotcheck.sitting import Chosen, Sitting

VERSIONS = Path(__file__).parents[2] / "quizzes/versions"
VERSION = "d1583378"
# 餐饮从业人员; among its first forms are papers with reserved questions.
CODES = [write(PaperCode("CY", VERSION, form)) for form in range(1, 12)]


@pytest.fixture(scope="module")
def papers() -> Papers:
    return Papers({path.stem: path.read_bytes() for path in VERSIONS.glob("*.json")})


def sat(paper: DrawnPaper, *answers: Chosen | None) -> Sitting:
    return Sitting(
        day=date(2026, 12, 1),
        number=1,
        paper=paper.code,
        firm=1,
        business="餐饮服务",
        post="厨师",
        by="paper",
        answers=answers,
    )


def test_all_right_is_a_hundred_and_nothing_is_none(papers: Papers) -> None:
    paper = papers[CODES[0]]
    all_right = marked(sat(paper, *(one.answer for one, _ in paper.questions)), papers)
    assert (all_right.score, all_right.passed) == (100, True)
    assert [one.id for one in all_right.items] == [one.id for one, _ in paper.questions]
    nothing = marked(sat(paper, *(() for _ in paper.questions)), papers)
    assert (nothing.score, nothing.passed) == (0, False)
    assert {one.got for one in nothing.items} == {0}


def test_what_a_phone_does_not_show_is_neither_marked_nor_missed(papers: Papers) -> None:
    paper = next(one for one in map(papers.__getitem__, CODES) if any(q.reserved for q, _ in one.questions))
    shown = [None if one.reserved else one.answer for one, _ in paper.questions]
    result = marked(sat(paper, *shown), papers)
    assert result.score == 100
    assert len(result.items) == sum(one is not None for one in shown) < len(paper.questions)


def test_the_score_is_percent_of_marks_not_of_questions(papers: Papers) -> None:
    paper = papers[CODES[0]]
    one_right = [(), *(one.answer for one, _ in paper.questions[1:])]
    whole = sum(worth for _, worth in paper.questions)
    assert marked(sat(paper, *one_right), papers).score == pytest.approx(
        100 * (whole - paper.questions[0][1]) / whole, abs=0.05
    )


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("CY-3K7M2Q1-1-W", "有一个字符不对"),
        (write(PaperCode("CY", "00000000", 1)), "00000000 没有封存"),
        (write(PaperCode("ZZ", VERSION, 1)), "没有代码为 ZZ 的组卷方案"),
    ],
)
def test_papers_of_others_are_refused_with_the_reason(papers: Papers, code: str, why: str) -> None:
    with pytest.raises(NoPaper, match=why):
        papers[code]
