"""The result of an exam: what it came to and what one can do next stand together, questions are folded, paper is readable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser
EXAM = "quiz/exam/?blueprint=catering-workers&time=1.5&form=3"
QUESTIONS = 20
SECONDS = 95


@pytest.fixture(scope="module")
def handed_in(browser: Browser, whole_address: str) -> Iterator[Any]:
    """What a device keeps after an exam of 95 seconds, of which the first question was answered right or wrong."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.clock.install()
    page.goto(whole_address + EXAM)
    page.locator(".p-player .p-trial").wait_for()
    for _ in range(QUESTIONS - 1):
        page.keyboard.press("1")
        page.keyboard.press("Enter")
    page.clock.fast_forward(SECONDS * 1000)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="确定交卷").click()
    page.locator(".p-score").wait_for()
    yield context.storage_state()
    context.close()


@pytest.fixture
def context(browser: Browser, handed_in: Any) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, storage_state=handed_in)  # type: ignore[arg-type]
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, whole_address: str) -> Page:
    """The result, seen again, from the list of exams."""
    page = context.new_page()
    page.goto(f"{whole_address}quiz/mine/#exams")
    page.locator(".p-history a").click()
    page.locator(".p-score").wait_for()
    return page


def top(place: Locator) -> float:
    return float(place.evaluate("one => one.getBoundingClientRect().top + scrollY"))


def missed(page: Page) -> int:
    return page.locator(".p-review > .is-missed").count()


def test_what_it_came_to_and_what_is_next_stand_together(page: Page) -> None:
    """Within a screen of the score; the whole page is a few screens, not twenty."""
    facts = page.locator(".p-tally").inner_text().replace("\n", " ")
    assert re.match(r"用时 1分[345]\d秒", facts)
    right, wrong, none = (int(one) for one in re.findall(r"(\d+)题", facts))
    assert (right + wrong + none, none) == (QUESTIONS, 1)
    score = top(page.locator(".p-score"))
    for name in ("先练：", "只看错题", "再考一次", "错题本", "考过的试"):
        way = page.locator(".p-result").get_by_text(name).first
        assert 0 < top(way) - score < PHONE["height"], name
    weakest = page.locator(".p-result tbody tr").first.locator("a").inner_text()
    expect(page.get_by_role("link", name=f"先练：{weakest}")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollHeight") < 6 * PHONE["height"]


def test_only_what_was_missed_is_left_and_open(page: Page) -> None:
    page.get_by_role("button", name="只看错题").click()
    reviews = page.locator(".p-review")
    assert (reviews.count(), page.locator(".p-review:visible").count()) == (QUESTIONS, missed(page))
    assert page.locator(".p-review[open]").count() == missed(page)
    assert page.evaluate("document.activeElement.textContent") == "逐题看"
    page.get_by_label("只看错题和没答的").uncheck()
    assert page.locator(".p-review:visible").count() == QUESTIONS


def test_again_is_one_tap(page: Page) -> None:
    """The same sort of paper, with as much time, another form."""
    page.get_by_role("link", name="再考一次").click()
    expect(page.locator(".p-player__at").first).to_contain_text("第1题，共20题")
    expect(page.get_by_role("timer")).to_contain_text("剩余4")


def test_the_weakest_topic_is_practised(page: Page) -> None:
    weakest = page.locator(".p-result tbody tr").first.locator("a").inner_text()
    page.get_by_role("link", name=f"先练：{weakest}").click()
    expect(page.locator(".p-player__at")).to_contain_text(f"顺序练习，{weakest}")


def test_paper_has_day_and_paper_and_whole_questions(page: Page) -> None:
    """What is chosen is printed, opened; the switches are not."""
    page.evaluate(
        "self.opened = 0; addEventListener('beforeprint', () => { opened = document.querySelectorAll('.p-review[open]').length; })"
    )
    page.pdf()
    assert page.evaluate("opened") == QUESTIONS
    assert page.locator(".p-review[open]").count() == 0
    page.get_by_role("button", name="只看错题").click()
    page.pdf()
    assert page.evaluate("opened") == missed(page)
    page.emulate_media(media="print")
    about = page.locator(".p-result .p-about").first.inner_text()
    assert re.fullmatch(r"\d{4}年\d+月\d+日 \d+:\d\d交卷，模拟考试，抽题号CY-[\w-]+", about)
    expect(page.locator(".p-result h2")).to_have_text("餐饮从业人员：成绩")
    assert page.locator(".p-review").first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    controls = page.locator(".p-result").locator("button, input, .p-button, .p-bar")
    assert [one.inner_text() for one in controls.all() if one.is_visible()] == []


@pytest.mark.parametrize("size", [150, 200])
def test_large_text_cuts_nothing(page: Page, size: int) -> None:
    page.evaluate(f"document.documentElement.style.fontSize = '{size}%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    cut = """[...document.querySelectorAll(".p-result a, .p-result dd, .p-result summary, .p-score, .p-result button, .p-result td")]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline")
      .map((one) => one.textContent)"""
    assert page.evaluate(cut) == []


def test_exams_that_were_sat_are_listed(page: Page, whole_address: str) -> None:
    """With paper, score, day and time; one whose questions are no longer kept says so and is no link."""
    score = page.locator(".p-score").inner_text().split("分")[0]
    opened = page.url
    assert "quiz/exam/?sat=" in opened
    page.goto(f"{whole_address}quiz/exam/")
    page.get_by_role("link", name="考过的试").click()
    line = page.locator(".p-history li")
    expect(line.get_by_role("link")).to_have_text(f"餐饮从业人员，{score}分")
    expect(line).to_contain_text(re.compile(r"合格.*年\d+月\d+日 \d+:\d\d，用时1分\d+秒，模拟考试"))
    page.evaluate("id => localStorage.removeItem(`portal.quiz.v1.sat.${id}`)", opened.rpartition("=")[2])
    page.reload()
    expect(line).to_contain_text(f"餐饮从业人员，{score}分")
    expect(line).to_contain_text("只留了成绩")
    assert line.get_by_role("link").count() == 0


def test_where_no_exam_was_sat_the_way_to_one_is_shown(phone: Page, whole_address: str) -> None:
    phone.goto(f"{whole_address}quiz/mine/")
    expect(phone.locator("#exams")).to_contain_text("还没有考过")
    phone.locator("#exams").get_by_role("link", name="去考一次").click()
    expect(phone.get_by_role("button", name="开始考试")).to_be_visible()
