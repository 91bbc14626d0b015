"""Every type of question in the player, made from the types themselves: practised, read again, sat, tried in the hub."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests import every_type
from tests.browser.quiz_steps import Bank, answer, press
from tests.projects import build, small_project

from portal.bench.serving import served
from portal.records.question_type import TYPES

pytestmark = pytest.mark.browser
QUESTION = ".p-player .p-trial"
# An answer put back into a question, and one that is said in words, read back into ids.
PUT_BACK = """async (question) => {
  const shared = document.querySelector("script[src*=quiz-shared]").src;
  const { $quiz_question: { QuestionView, isRight } } = await import(shared);
  const order = question.options.map(([id]) => id).reverse();
  const view = new QuestionView(question, order);
  view.chosen = question.answer;
  const ids = new Map(order.map((id) => [view.mark(id), id]));
  const said = view.words(question.answer).split("、").map((mark) => ids.get(mark));
  return [isRight(question, view.chosen), isRight(question, said)];
}"""
COUNT = len(TYPES) * every_type.OF_EACH


@pytest.fixture(scope="module")
def types_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = small_project(tmp_path_factory.mktemp("types"))
    every_type.write(project)
    result = build(project)
    assert result.returncode == 0, result.stderr
    return project / "site"


@pytest.fixture(scope="module")
def bank(types_site: Path) -> Bank:
    return Bank.read(types_site)


@pytest.fixture(scope="module")
def types_address(types_site: Path) -> Iterator[str]:
    with served(types_site) as place:
        yield place.url


def practise(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}quiz/practice/?{query}")
    expect(page.locator(QUESTION)).to_be_visible()


def test_the_right_answer_is_right_in_practice(phone: Page, types_address: str, bank: Bank) -> None:
    practise(phone, types_address, "mode=order")
    words = set()
    for number in range(COUNT):
        expect(phone.locator(".p-player__at")).to_contain_text(f"第{number + 1}题")
        words.add(phone.locator(".p-player .p-question__type").inner_text())
        answer(phone, bank.key(phone))
        expect(phone.locator(".p-verdict")).to_contain_text("✓ 答对了")
        phone.keyboard.press("Enter")
    assert words == {one.word for one in TYPES.values()}
    expect(phone.locator(".p-verdict")).to_contain_text(f"做了{COUNT}道题，答对{COUNT}道")


def test_an_answer_that_is_put_back_or_said_is_still_the_same(phone: Page, types_address: str) -> None:
    """As it is after a reload in mid-exam, and in the verdict."""
    practise(phone, types_address, "mode=order")
    for kind in TYPES.values():
        question = every_type.written(kind)
        fixed = {one.id: one.word for one in kind.fixed}
        options = [*question.get("options", fixed).items()]
        shown = {**question, "options": options, "answer": every_type.answer_ids(kind)}
        assert phone.evaluate(PUT_BACK, shown) == [True, True], kind.name


def test_a_part_of_an_answer_is_wrong_and_is_read_again(phone: Page, types_address: str, bank: Bank) -> None:
    """What was chosen, and what is right, in the order in which it is said."""
    wrong = [kind for kind in TYPES.values() if len(every_type.answer_ids(kind)) > 1]
    practise(phone, types_address, "mode=order")
    for number in range(COUNT):
        expect(phone.locator(".p-player__at")).to_contain_text(f"第{number + 1}题")
        key = bank.key(phone)
        answer(phone, key[:-1] or key)
        expect(phone.locator(".p-verdict")).to_contain_text("✗ 答错了" if len(key) > 1 else "✓ 答对了")
        phone.keyboard.press("Enter")
    phone.goto(f"{types_address}quiz/mine/")
    phone.locator("#wrong [data-show]").click()
    questions = phone.locator("#wrong .p-question")
    expect(questions).to_have_count(len(wrong) * every_type.OF_EACH)
    for kind in wrong:
        found = questions.filter(has_text=every_type.stem(kind))
        ids = every_type.answer_ids(kind)
        found.get_by_text("答案和解析").click()
        expect(found).to_contain_text(f"上次选：{'、'.join(ids[:-1]).upper()}")
        expect(found.locator("strong").first).to_have_text(f"答案：{'、'.join(ids).upper()}")


def test_an_exam_with_all_answers_right_has_all_marks(phone: Page, types_address: str, bank: Bank) -> None:
    phone.goto(f"{types_address}quiz/exam/?blueprint=every&time=1&form=3")
    for number in range(len(TYPES)):
        expect(phone.locator(".p-player__at")).to_contain_text(f"第{number + 1}题")
        press(phone, bank.key(phone))
        phone.keyboard.press("Enter")
    phone.get_by_role("button", name="确定交卷").click()
    expect(phone.locator(".p-score")).to_contain_text("100分✓ 合格")
    expect(phone.locator(".p-review")).to_have_count(len(TYPES))


def test_the_short_test_knows_every_type(phone: Page, types_address: str) -> None:
    phone.goto(f"{types_address}quiz/#try")
    trials = phone.locator(".p-trial")
    count = trials.count()
    assert {trials.nth(at).locator(".p-question__type").inner_text() for at in range(count)} == {
        one.word for one in TYPES.values()
    }
    for at in range(count):
        trial = trials.nth(at)
        for one in (trial.locator(".p-answer").get_attribute("data-key") or "").split(","):
            trial.locator(f"label:has(input[value={one}])").click()
        trial.get_by_role("button", name="对答案").click()
        expect(trial.get_by_role("status")).to_have_text("✓ 答对了。")
    expect(phone.locator(".p-try__score")).to_contain_text(f"{count}道题答对{count}道")
