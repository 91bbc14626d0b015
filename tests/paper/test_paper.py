"""A paper before it is printed: the phone's questions and order, keys in printed letters, what it says of itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.paper.made import copied, made, site_at

from portal.paper.paper import ROW, Paper
from portal.paper.wording import least_marks, marking_notes
from portal.quiz.chance import option_order
from portal.quiz.codes import parse
from portal.quiz.drawing import draw
from portal.quiz.versions import current, published
from portal.records import Site
from portal.records.blueprint import Blueprint

BANK = "quizzes/bank/personnel.yaml"


def phone_draws(site: Site, code: str) -> list[str]:
    """The keys of the questions, from nothing but the code and the published version."""
    read = parse(code)
    version = current(site)
    assert version.id == read.version
    candidates = published(version, {one.id for one in version.questions}).questions
    blueprint = version.blueprint(read.blueprint)
    assert blueprint
    return [key for section in draw(blueprint, read.version, candidates, read.form) for key in section]


@pytest.mark.parametrize("form", [1, 2, 21, 1_000_000])
def test_the_code_leads_the_phone_to_the_very_same_paper(site: Site, form: int) -> None:
    paper, known = made(site, form), current(site).by_key
    drawn = [known[key] for key in phone_draws(site, paper.code)]
    assert [one.question.id for one in paper.questions] == [one.id for one in drawn]
    for one, question in zip(paper.questions, drawn, strict=True):
        order = option_order(paper.code, question.id, question.options) if question.options else []
        assert [option.id for option in one.options] == order
        assert [option.text for option in one.options] == [question.options[letter] for letter in order]
        assert [option.mark for option in one.options] == list("ABCDEFGH")[: len(order)]


def test_the_key_names_the_letters_that_are_printed(site: Site) -> None:
    known = {one.id: one for one in current(site).questions}
    moved = 0
    for form in range(1, 21):
        for one in made(site, form).questions:
            right = known[one.question.id].answer
            if one.question.type == "judge":
                assert one.answer == {"right": "√", "wrong": "×"}[right[0]]
                continue
            assert {option.text for option in one.options if option.mark in one.answer} == {
                known[one.question.id].options[letter] for letter in right
            }
            moved += one.answer != "".join(right).upper()
    assert moved > 20  # the bank's own letters are mostly not those on paper


def test_reserved_questions_stand_on_paper(site: Site) -> None:
    papers = [made(site, form) for form in range(1, 21)]
    found = [(paper, one) for paper in papers for one in paper.questions if one.question.reserved]
    assert {one.question.id for _, one in found} == {"personnel-016"}
    assert all(paper.reserved == 1 for paper, _ in found)


def test_numbers_run_through_and_marks_add_up(paper: Paper) -> None:
    assert [one.number for one in paper.questions] == [1, 2, 3, 4, 5]
    assert [section.heading for section in paper.sections] == [
        "一、单项选择题",
        "二、多项选择题",
        "三、判断题",
    ]
    assert [section.total for section in paper.sections] == [6, 4, 1]
    assert paper.total == 11
    assert paper.address.endswith(f"quiz/paper/?code={paper.code}")


@pytest.mark.parametrize(
    ("longest", "columns"),
    [("每年一次", 4), ("2027年3月15日", 2), ("入职时做一次健康检查", 2), ("长" * 17, 1)],
)
def test_short_options_stand_beside_each_other(paper: Paper, longest: str, columns: int) -> None:
    one = next(paper.questions)
    options = (replace(one.options[0], text=longest), *one.options[1:])
    assert (
        replace(one, choices=tuple(replace(o, text=o.text[:4]) for o in options[1:]) + options[:1]).columns
        == columns
    )


def test_every_question_has_its_cell_in_the_grid(paper: Paper) -> None:
    assert [one.number for row in paper.grid for one in row.questions] == [1, 2, 3, 4, 5]
    assert all(len(row.questions) * row.span <= ROW for row in paper.grid)


def blueprint(**changes: Any) -> Blueprint:
    sections = [
        {"type": "single", "count": 10, "marks": 4},
        {"type": "multiple", "count": 4, "marks": changes.pop("marks", 6)},
    ]
    return Blueprint.model_validate(
        {
            "id": "made",
            "code": "MA",
            "title": "试卷",
            "posts": ["食品安全员"],
            "business_types": ["餐饮服务"],
            "sections": sections,
            "topics": {"主体责任": 100},
            "difficulty": {"easy": 40, "medium": 40, "hard": 20},
            "minutes": 30,
            "pass_mark": 60,
            "note": "本局自定。",
        }
        | changes
    )


@pytest.mark.parametrize(
    ("changes", "total", "least"),
    [
        ({"marking": "all"}, 84, 51),  # 50 of 84 are 59.5
        ({"marking": "half"}, 84, 51),  # halves of 6 are whole
        ({"marking": "half", "marks": 7}, 84, 50.5),
        ({"marking": "minus"}, 84, None),  # any fraction
        ({"marking": "all"}, 100, 60),
    ],
)
def test_the_fewest_marks_that_pass(changes: dict[str, Any], total: int, least: float | None) -> None:
    assert least_marks(blueprint(**changes), total) == least


@pytest.mark.parametrize(
    ("marking", "said"), [("all", "全对得分"), ("half", "全对6分，少选3分"), ("minus", "全选得0分")]
)
def test_the_key_says_how_to_mark(marking: str, said: str) -> None:
    assert said in "".join(marking_notes(blueprint(marking=marking), 84))


def test_an_old_paper_keeps_its_words_and_its_key_says_what_has_changed(tmp_path: Path) -> None:
    root = copied(tmp_path / "site")
    before = current(site_at(root))
    old = made(site_at(root), 3, before)
    first, second = [one.question for one in old.questions if one.options][:2]
    bank = (root / BANK).read_text("utf-8")
    assert first.id != second.id
    bank = bank.replace(f"- id: {first.id}", f"- id: {first.id}\n    version: 2")
    bank = bank.replace(f"- id: {second.id}", "- id: personnel-099").replace("每年做一次", "一年做一次")
    (root / BANK).write_text(bank, "utf-8")
    again = made(site_at(root), 3, before)
    assert again.code == old.code
    assert [(one.question.stem, one.options, one.answer) for one in again.questions] == [
        (one.question.stem, one.options, one.answer) for one in old.questions
    ]
    said = {one.question.id: one.caution for one in again.questions}
    assert said[first.id] == "这道题后来改过，答案以题库里的为准"
    assert said[second.id] == "题库里已经没有这道题"
    assert not any(one.caution for one in old.questions)
