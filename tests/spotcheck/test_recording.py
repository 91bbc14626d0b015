"""What one source brings is taken whole or not at all; letters stand for options in the order of their paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from portal.quiz.chance import option_order
from portal.quiz.codes import PaperCode, write
from portal.source import SourceFile
from portal.spotcheck.accepting import Desk
from portal.spotcheck.brought import Unit, Unreadable, in_text
from portal.spotcheck.day import Day
from portal.spotcheck.handed_out import HandedOut
from portal.spotcheck.papers import Papers
from portal.spotcheck.recording import record
from portal.spotcheck.shown import BadAnswers, from_letters, from_phone

VERSIONS = Path(__file__).parents[2] / "quizzes/versions"
CODE = write(PaperCode("CY", "d1583378", 40001))
DAY, UNIT = date(2026, 12, 1), Unit(1, "餐饮服务", "其他从业人员")


@pytest.fixture(scope="module")
def desk() -> Desk:
    papers = Papers({path.stem: path.read_bytes() for path in VERSIONS.glob("d1583378.json")})
    empty = Day(DAY, SourceFile("spot-checks/2026-12-01.yaml", "", ""))
    return Desk(empty, HandedOut(DAY, bytes(32), {1: CODE, 2: CODE}), papers, (), lambda day: empty)


def test_letters_are_those_printed_on_this_very_paper(desk: Desk) -> None:
    paper = desk.papers[CODE]
    written = ["A" if one.options else "√" for one, _ in paper.questions]
    chosen = from_letters(paper, written)
    for (question, _), answer in zip(paper.questions, chosen, strict=True):
        first = option_order(CODE, question.id, question.options)[0] if question.options else "right"
        assert answer == (first,)
    # Other papers print the same question with its options in another order.
    assert any(answer != ("a",) for answer in chosen if answer != ("right",))
    for sign in ("对", "√", "T", "Ｒ"):
        assert from_letters(paper, [sign, *written[1:]])[0] == ("right",) or paper.questions[0][0].options


def test_a_phone_that_shows_fewer_questions_gives_fewer_answers(desk: Desk) -> None:
    paper = desk.papers[CODE]
    ready = [one.id for one, _ in paper.questions][2:]
    shown = [one for one, _ in paper.questions if one.id in ready and not one.reserved]
    placed = from_phone(paper, ready, [one.answer for one in shown])
    assert placed[:2] == (None, None)
    assert [one for one in placed if one is not None] == [one.answer for one in shown]
    with pytest.raises(BadAnswers, match="回执里有"):
        from_phone(paper, ready, [one.answer for one in shown][:-1])


def test_of_a_source_with_a_mistake_nothing_is_taken(desk: Desk) -> None:
    blank = " ".join("-" for _ in desk.papers[CODE].questions)
    after, result = record(desk, in_text("a.txt", f"1: {blank}\n2: {blank} A\n", UNIT))
    assert (after, result.sittings, result.new) == (desk, (), ())
    assert [one.place for one in result.refusals] == ["a.txt:2"]
    after, result = record(desk, in_text("a.txt", f"1: {blank}\n1：{blank}\n", UNIT))
    assert [one.number for one in result.new] == [1]
    assert record(after, in_text("b.txt", f"1: {blank}", UNIT))[1].new == ()
    right = "A" if desk.papers[CODE].questions[0][0].options else "对"
    _, other = record(after, in_text("b.txt", f"1: {right}{blank[1:]}", UNIT))
    assert "编号 1 已经记过，内容不一样：这一次的前面" in other.refusals[0].message


@pytest.mark.parametrize("text", ["", "你好", "七号：A B C"])
def test_a_text_in_which_there_is_nothing_is_refused_with_how_to_write_it(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        in_text("a.txt", text, UNIT)
    assert "7: A BC" in refused.value.hint
