"""Every type of question goes the whole way: written, checked, frozen, marked, shown on pages and printed."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import docx
import pytest
import yaml
from bs4 import BeautifulSoup
from docx.oxml.ns import qn
from tests import every_type
from tests.pages.made import output, text
from tests.paper.made import TEMPLATES, TODAY
from tests.projects import SMALL

from portal.pages import Output
from portal.paper.html import key_html, paper_html
from portal.paper.paper import Paper, compose
from portal.paper.word_paper import key_docx
from portal.quiz.answers import is_right
from portal.quiz.marking import RULES, mark
from portal.quiz.versions import current
from portal.reading import read
from portal.records import Site
from portal.records.question import Question
from portal.records.question_type import TYPES, QuestionType
from portal.rules.checking import check
from portal.rules.items.guessing import by_guessing
from portal.rules.questions import answer_fits
from portal.source import Severity

CASES = Path(__file__).parent / "cases"
VECTORS = Path(__file__).parent / "quiz/vectors/marking.json"
every = pytest.mark.parametrize("kind", TYPES.values(), ids=lambda kind: kind.name)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("types") / "site"
    shutil.copytree(SMALL, root)
    every_type.write(root)
    found = read(root).site
    assert found
    return found


@pytest.fixture(scope="module")
def made(site: Site) -> Output:
    return output(site)


@pytest.fixture(scope="module")
def paper(site: Site) -> Paper:
    version = current(site)
    blueprint = version.blueprint("every")
    assert blueprint
    return compose(site, version, blueprint, 1, TODAY)


def question(kind: QuestionType) -> Question:
    return Question.model_validate(every_type.written(kind))


def test_an_answer_as_it_is_explained_is_a_right_one(site: Site) -> None:
    found = check(site, TODAY).all
    assert [one for one in found if one.severity is Severity.ERROR and one.file.startswith("quizzes/")] == []


def test_the_manual_of_answers_speaks_of_every_type() -> None:
    assert [one.called for one in TYPES.values() if one.called not in (answer_fits.check.__doc__ or "")] == []


def test_the_example_of_mistakes_has_one_of_every_type() -> None:
    written = yaml.safe_load((CASES / "err/Q-ANSWER-01.yaml").read_text("utf-8"))
    assert {one["type"] for one in written["questions"]} == set(TYPES)


@every
def test_a_frozen_answer_is_the_written_one(kind: QuestionType, site: Site) -> None:
    frozen = next(one for one in current(site).questions if one.id == every_type.identifier(kind))
    assert is_right(kind, every_type.answer_ids(kind), frozen.answer)
    assert sorted(frozen.answer) == sorted(every_type.answer_ids(kind))


@every
@pytest.mark.parametrize("rule", RULES)
def test_the_answer_earns_all_and_none_earns_nothing(kind: QuestionType, rule: str) -> None:
    key = every_type.answer_ids(kind)
    assert mark(rule, kind, key, key, 4, 4) == 4
    assert mark(rule, kind, key, [], 4, 4) == 0


def test_every_type_has_its_rows_in_the_table_of_marks() -> None:
    """By which the player is held to the same marks."""
    rows = json.loads(VECTORS.read_text("utf-8"))["rows"]
    assert {row[1] for row in rows} == set(TYPES)


@every
def test_guessing_is_worth_something_and_not_much(kind: QuestionType) -> None:
    assert 0 < by_guessing("all", [question(kind)]) <= 1 / 2


@every
def test_a_page_has_the_answer_folded_below_the_question(kind: QuestionType, made: Output) -> None:
    page = BeautifulSoup(text(made, "quiz/personnel/"), "html.parser")
    found = page.select_one(f"#q-{every_type.identifier(kind)}")
    assert found
    assert found.h2
    assert found.h2.get_text() == f"{kind.word} {every_type.stem(kind)}"
    assert len(found.select(".p-options li")) == (len(every_type.OPTIONS) if kind.has_options else 0)
    words: dict[str, str] = {option.id: option.word for option in kind.fixed}
    said = [words.get(one, one.upper()) for one in every_type.answer_ids(kind)]
    strong = found.select_one("details strong")
    assert strong
    assert strong.get_text() == f"答案：{'、'.join(said)}"


@every
def test_the_short_test_asks_it(kind: QuestionType, made: Output) -> None:
    hub = BeautifulSoup(text(made, "quiz/"), "html.parser")
    words = [one.get_text() for one in hub.select(".p-trial .p-question__type")]
    assert kind.word in words


@every
def test_phones_get_its_options_and_its_answer(kind: QuestionType, made: Output) -> None:
    files = [json.loads(content()) for path, content in made.files.items() if path.startswith("quiz/bank/")]
    questions = [one for file in files if "questions" in file for one in file["questions"]]
    found = next(one for one in questions if one["id"] == every_type.identifier(kind))
    assert found["type"] == kind.name
    assert found["answer"] == every_type.answer_ids(kind)
    fixed = {option.id: option.word for option in kind.fixed}
    assert dict(found["options"]) == (fixed or every_type.OPTIONS)


def test_a_paper_has_a_part_for_it_and_room_for_its_answer(paper: Paper) -> None:
    page = BeautifulSoup(paper_html(paper, TEMPLATES), "html.parser")
    heads = [one.get_text() for one in page.select("section > h2")]
    assert len(heads) == len(TYPES)
    for head, kind in zip(heads, TYPES.values(), strict=True):
        assert kind.title in head
        assert kind.hint in head
    assert [int(str(one.get("colspan") or 1)) for one in page.select(".grid td")] == [
        one.cells for one in TYPES.values()
    ]
    rules = "".join(paper.rules)
    assert [one.filled_in for one in TYPES.values() if one.filled_in not in rules] == []


def test_the_key_says_what_is_to_be_written(paper: Paper) -> None:
    """In printed letters, in the order in which they are to be written."""
    expected = []
    for one in paper.questions:
        marks = {choice.id: choice.mark for choice in one.choices}
        said = [marks[each] for each in one.question.answer]
        expected.append("".join(sorted(said) if one.question.kind.answer == "set" else said))
    assert [one.answer for one in paper.questions] == expected
    html = BeautifulSoup(key_html(paper, TEMPLATES), "html.parser")
    assert [one.get_text() for one in html.select(".grid td")] == expected
    word = docx.Document(io.BytesIO(key_docx(paper)))
    texts = ["".join(run.text or "" for run in p.iter(qn("w:t"))) for p in word.element.body.iter(qn("w:p"))]
    assert [one for one in expected if not any(line.endswith(f"【{one}】") for line in texts)] == []
