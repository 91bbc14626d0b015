"""Impatient thumbs: second taps hit nothing, a touch marks nothing, a slip is taken back, the next step is within reach."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.quiz_steps import Bank, answer, choose, focused, option, wrong
from tests.browser.voice import VOICE

pytestmark = pytest.mark.browser
AT = ".p-player__at"
QUESTION = ".p-player .p-trial"
VERDICT, WHY = ".p-verdict", ".p-why"
EXAM = "quiz/exam/?blueprint=catering-workers&time=1&form=3"
SETTLED = re.compile(r"^((?!is-settling).)*$")
# 200 % is what browsers give at most by their own setting of the size of text.
SIZES = {"standard": "", "elder": "elder", "150 %": "150%", "200 %": "200%"}
BOXES = """() => ["html", ".p-verdict", ".p-trial legend", ".p-bar", ".p-bar__tools .p-button"].map((one) => {
  const { top, bottom, left, right } = document.querySelector(one).getBoundingClientRect();
  return [top, bottom, left, right].map(Math.round);
})"""


@pytest.fixture(scope="module")
def bank(whole_site: Path) -> Bank:
    return Bank.read(whole_site)


def practise(page: Page, address: str, query: str = "mode=order") -> None:
    page.goto(f"{address}quiz/practice/?{query}")
    expect(page.locator(QUESTION)).to_be_visible()


def twice(page: Page, place: Locator) -> None:
    """A double tap: the second one where the first one was, whatever is there now."""
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box
    page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def settled(page: Page) -> None:
    expect(page.locator("html")).to_have_class(SETTLED)


def test_a_double_tap_grades_no_question_and_follows_no_link(
    phone: Page, whole_address: str, bank: Bank
) -> None:
    practise(phone, whole_address)
    for number in range(1, 4):
        choose(phone, bank.key(phone))
        twice(phone, button(phone, "对答案"))
        expect(phone.locator(AT)).to_contain_text(f"第{number}题")
        expect(phone.locator(VERDICT)).to_be_visible()
        settled(phone)
        twice(phone, button(phone, "下一题"))
        expect(phone.locator(AT)).to_contain_text(f"第{number + 1}题")
        expect(phone.locator(VERDICT)).to_be_hidden()
        assert phone.locator(f"{QUESTION} input:checked").count() == 0
        settled(phone)
    assert "/quiz/practice/" in phone.url


def test_a_double_tap_leaves_no_question_of_an_exam_unseen(phone: Page, whole_address: str) -> None:
    phone.goto(whole_address + EXAM)
    expect(phone.locator(QUESTION)).to_be_visible()
    settled(phone)
    for number in range(1, 3):
        twice(phone, button(phone, "下一题"))
        expect(phone.locator(AT)).to_contain_text(f"第{number + 1}题")
        assert phone.locator(f"{QUESTION} input:checked").count() == 0
        settled(phone)
    # 交卷 asks, and no haste says yes to it.
    twice(phone, button(phone, "交卷"))
    expect(phone.get_by_role("region", name="交卷之前")).to_be_visible()
    settled(phone)
    twice(phone, button(phone, "接着做"))
    expect(phone.locator(QUESTION)).to_be_visible()


def test_a_double_tap_in_the_trial_follows_no_link(phone: Page, whole_address: str) -> None:
    phone.goto(f"{whole_address}quiz/")
    trial = phone.locator(".p-try .p-trial").first
    trial.locator("label").first.click()
    twice(phone, trial.get_by_role("button", name="对答案"))
    settled(phone)
    assert phone.url.endswith("/quiz/")
    expect(trial.locator(".p-answer")).to_have_attribute("open", "")


def test_what_begins_anew_says_first_what_ends(phone: Page, whole_address: str, bank: Bank) -> None:
    practise(phone, whole_address)
    answer(phone, bank.key(phone))
    button(phone, "下一题").click()
    phone.get_by_text("设置", exact=True).click()
    button(phone, "从头开始").click()
    expect(phone.locator(".p-notice:focus")).to_contain_text("现在做到第2题，重新从第1题做起？")
    expect(phone.locator(AT)).to_contain_text("第2题")
    button(phone, "从第1题做起").click()
    expect(phone.locator(AT)).to_contain_text("第1题")


def test_a_touch_chooses_and_marks_nothing_unless_that_is_switched_on(
    phone: Page, whole_address: str, bank: Bank
) -> None:
    practise(phone, whole_address)
    key = bank.key(phone)
    option(phone, wrong(phone, key)).click()
    expect(phone.locator(VERDICT)).to_be_hidden()
    choose(phone, key)
    expect(phone.locator(f"{QUESTION} .is-chosen")).to_have_count(1)
    expect(phone.locator(VERDICT)).to_be_hidden()
    phone.get_by_label("点了选项就对答案").check()
    option(phone, wrong(phone, key)).click()
    expect(phone.locator(VERDICT)).to_contain_text("答错了")
    phone.reload()
    expect(phone.get_by_label("点了选项就对答案")).to_be_checked()


def test_a_slip_is_taken_back_as_if_it_had_not_been(phone: Page, whole_address: str, bank: Bank) -> None:
    practise(phone, whole_address)
    answer(phone, [wrong(phone, bank.key(phone))])
    button(phone, "改一下").click()
    expect(phone.locator(VERDICT)).to_be_hidden()
    assert focused(phone) == "p-trial"
    answer(phone, bank.key(phone))
    expect(phone.locator(VERDICT)).to_contain_text("答对了")
    button(phone, "下一题").click()
    button(phone, "上一题").click()
    # What was gone on from stays.
    expect(phone.locator(VERDICT)).to_contain_text("答对了")
    expect(button(phone, "改一下")).to_have_count(0)
    phone.goto(f"{whole_address}quiz/practice/?mode=wrong")
    expect(phone.locator(VERDICT)).to_contain_text("错题本是空的")


def test_the_next_question_comes_by_itself_after_a_right_answer_only(
    phone: Page, whole_address: str, bank: Bank
) -> None:
    phone.clock.install()
    practise(phone, whole_address)
    phone.get_by_label("答对了自动下一题").check()
    answer(phone, bank.key(phone))
    phone.clock.run_for(2000)
    expect(phone.locator(AT)).to_contain_text("第2题")
    phone.clock.run_for(500)
    answer(phone, [wrong(phone, bank.key(phone))])
    phone.clock.run_for(20_000)
    expect(phone.locator(AT)).to_contain_text("第2题")


@pytest.mark.parametrize("size", SIZES)
def test_verdict_stem_and_next_step_are_seen_at_every_size_of_text(
    phone: Page, whole_address: str, bank: Bank, size: str
) -> None:
    practise(phone, whole_address)
    if size == "elder":
        phone.get_by_role("button", name="适老版").click()
    elif SIZES[size]:
        phone.evaluate("(size) => { document.documentElement.style.fontSize = size; }", SIZES[size])
    for turn in range(2):
        key = bank.key(phone)
        answer(phone, key if turn % 2 else [wrong(phone, key)])
        page, verdict, stem, bar, step = phone.evaluate(BOXES)
        assert 0 <= verdict[0] < 120
        assert verdict[1] <= stem[0] < bar[0]
        assert stem[1] - stem[0] > bar[0] or stem[1] <= bar[0]
        assert bar[0] < step[0] < step[1] <= bar[1] <= 740
        assert page[2] == 0
        assert step[3] <= 360
        button(phone, "下一题").click()
        expect(phone.locator(VERDICT)).to_be_hidden()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_reader_is_never_on_the_page_while_the_clock_runs(phone: Page, whole_address: str) -> None:
    phone.goto(whole_address + EXAM)
    expect(phone.locator(QUESTION)).to_be_focused()
    phone.reload()
    expect(phone.locator(QUESTION)).to_be_focused()
    button(phone, "答题卡").click()
    expect(phone.get_by_role("region", name="答题卡")).to_be_focused()
    phone.get_by_role("button", name="第5题，没答").click()
    expect(phone.locator(QUESTION)).to_be_focused()
    expect(phone.locator(AT)).to_contain_text("第5题")


def test_a_question_is_read_out_with_its_options(phone: Page, whole_address: str) -> None:
    phone.add_init_script(VOICE)
    practise(phone, whole_address)
    lines = phone.locator(f"{QUESTION} legend, {QUESTION} li").all_inner_texts()
    button(phone, "读题").click()
    phone.locator("html[data-silent]").wait_for()
    heard = "".join(phone.evaluate("heard"))
    assert re.sub(r"\W", "", heard) == re.sub(r"\W", "", "".join(lines))
