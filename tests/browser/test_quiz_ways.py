"""Ways to the questions: from the home page in one tap, on from where a device was, with what was chosen once."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from tests.browser.quiz_steps import Bank, answer, wrong

pytestmark = pytest.mark.browser
QUESTION = ".p-player .p-trial"
LAST = {"query": "mode=order&topic=additives", "title": "顺序练习，食品添加剂", "at": 4, "of": 60}
# How far things moved that were not moved by the reader, as browsers measure it.
SHIFTS = """
self.moved = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => { self.moved += one.value; }))
  .observe({ type: "layout-shift", buffered: true });
"""


def remember(page: Page, name: str, value: object) -> None:
    """As `store.choose` keeps it, before any page of the site is open."""
    kept = json.dumps(json.dumps(value))
    page.add_init_script(f'localStorage.setItem("portal.quiz.v1.choice.{name}", {kept});')


def test_a_food_worker_reads_a_question_one_tap_from_home(phone: Page, whole_address: str) -> None:
    phone.goto(whole_address)
    phone.get_by_role("link", name="从业人员做题").click()
    expect(phone.locator(QUESTION)).to_be_visible()


def test_home_leads_to_where_practice_was_left(phone: Page, whole_address: str) -> None:
    remember(phone, "last-practice", LAST)
    phone.goto(whole_address)
    phone.get_by_role("link", name="从业人员做题").click()
    expect(phone.locator(".p-player__at")).to_contain_text("顺序练习，食品添加剂")


def test_the_front_page_leads_to_a_question_and_on_from_where_practice_was(
    phone: Page, whole_address: str
) -> None:
    phone.goto(f"{whole_address}quiz/")
    phone.get_by_role("link", name="开始做题").click()
    expect(phone.locator(QUESTION)).to_be_visible()
    remember(phone, "last-practice", LAST)
    phone.goto(f"{whole_address}quiz/")
    on = phone.get_by_role("link", name="接着练")
    expect(on).to_contain_text("顺序练习，食品添加剂，第5题，共60题")
    on.click()
    expect(phone.locator(".p-player__at")).to_contain_text("顺序练习，食品添加剂")


def test_an_exam_that_is_going_on_is_the_way_on(phone: Page, whole_address: str) -> None:
    phone.clock.install()
    phone.goto(f"{whole_address}quiz/exam/?blueprint=retail&time=1")
    phone.locator(f"{QUESTION} label").first.click()
    minutes = int(phone.get_by_role("timer").inner_text().removeprefix("剩余").split(":")[0])
    phone.goto(f"{whole_address}quiz/")
    on = phone.get_by_role("link", name="接着考")
    expect(on).to_contain_text("食品销售单位，已答1题，共25题")
    expect(on).to_contain_text(f"还剩{minutes}分钟")
    phone.clock.fast_forward(10 * 60 * 1000)
    expect(on).to_contain_text(f"还剩{minutes - 10}分钟")
    on.click()
    # Ten minutes are long enough to be asked whether the clock was set.
    phone.get_by_role("button", name=re.compile("^接着考，还剩")).click()
    expect(phone.locator(f"{QUESTION} input").first).to_be_checked()


def test_a_post_is_chosen_once(phone: Page, whole_address: str) -> None:
    """It is chosen in the forms of practice and exam, whose paper is one for it, and the questions are its own."""
    phone.goto(f"{whole_address}quiz/")
    phone.get_by_label("我的岗位").select_option(label="食品安全总监")
    begin = phone.get_by_role("link", name="开始做题")
    expect(begin).to_contain_text("岗位：食品安全总监")
    begin.click()
    expect(phone.locator(".p-player__at")).to_contain_text("食品安全总监")
    phone.goto(f"{whole_address}quiz/practice/")
    assert phone.get_by_label("岗位").input_value() == "director"
    phone.goto(f"{whole_address}quiz/exam/")
    assert phone.locator("[name=blueprint]:checked").input_value() == "principals"
    # A paper that was chosen is the one that is offered next time, with its time; another post is another paper.
    phone.goto(f"{whole_address}quiz/exam/?blueprint=retail&time=off")
    phone.goto(f"{whole_address}quiz/")
    phone.evaluate("localStorage.removeItem('portal.quiz.v1.exam')")
    phone.goto(f"{whole_address}quiz/exam/")
    assert phone.locator("[name=blueprint]:checked").input_value() == "retail"
    assert phone.get_by_label("时间").input_value() == "off"


def test_a_post_that_there_is_not_is_not_kept(phone: Page, whole_address: str) -> None:
    phone.goto(f"{whole_address}quiz/practice/?mode=order&post=chef")
    phone.goto(f"{whole_address}quiz/")
    expect(phone.get_by_role("link", name="开始做题")).to_have_attribute(
        "href", "../quiz/practice/?mode=order"
    )


@pytest.mark.parametrize(("mode", "most"), [("", 0.001), ("?mode=elder", 0.1)])
def test_nothing_moves_when_the_ways_on_arrive(
    phone: Page, whole_address: str, mode: str, most: float
) -> None:
    """Scripts come late, after the page has been drawn; the words may take a line more in large type."""
    late: list[Route] = []

    def wait(route: Route) -> None:
        late.append(route)

    phone.add_init_script(SHIFTS)
    remember(phone, "last-practice", {**LAST, "title": "顺序练习，食品添加剂，食品安全员，餐饮服务"})
    phone.route("**/quiz-front.js", wait)
    phone.goto(f"{whole_address}quiz/{mode}", wait_until="commit")
    begin = phone.get_by_role("link", name="开始做题")
    expect(begin).to_be_visible()
    phone.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    late[0].continue_()
    expect(phone.get_by_role("link", name="接着练")).to_be_visible()
    phone.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    assert phone.evaluate("self.moved") < most


def test_the_end_of_a_round_leads_on(phone: Page, whole_address: str, whole_site: Path) -> None:
    """To what was wrong, to the topic that is known least, to an exam; with what was chosen."""
    bank = Bank.read(whole_site)
    phone.goto(f"{whole_address}quiz/practice/?mode=order&topic=additives")
    answer(phone, [wrong(phone, bank.key(phone))])
    stem = phone.locator(f"{QUESTION} legend").inner_text()
    phone.goto(f"{whole_address}quiz/practice/?mode=wrong")
    answer(phone, [wrong(phone, bank.key(phone))])
    phone.keyboard.press("Enter")
    end = phone.locator(".p-verdict")
    expect(end).to_contain_text("答对0道")
    end.get_by_text("答错的1题").click()
    assert stem.endswith(end.locator("li").inner_text())
    expect(end.get_by_role("link", name="练错题（1题）")).to_be_visible()
    expect(end.get_by_role("link", name="模拟考试")).to_be_visible()
    end.get_by_role("link", name="练弱的主题：食品添加剂").click()
    expect(phone.locator(".p-player__at")).to_contain_text("顺序练习，食品添加剂")


def test_text_of_twice_the_size_is_not_cut(phone: Page, whole_address: str) -> None:
    """Fields, doors and buttons take a line each; what is chosen can be read."""
    for page in ("", "quiz/", "quiz/practice/", "quiz/exam/", "quiz/exam/?blueprint=retail", "quiz/mine/"):
        phone.goto(whole_address + page)
        if "?" in page:
            phone.get_by_role("button", name="正式模拟").wait_for()
        phone.evaluate("document.documentElement.style.fontSize = '200%'")
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360, page
        narrow = "all => all.filter((one) => one.offsetWidth && one.offsetWidth < 200).map((one) => one.outerHTML.slice(0, 80))"
        assert phone.locator("main select, .p-quiz-doors li").evaluate_all(narrow) == [], page
