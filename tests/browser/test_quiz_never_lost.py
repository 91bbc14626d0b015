"""An exam survives what devices and people do to it: two tabs, cleared storage, a changed clock, another bank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import PHONE
from tests.browser.quiz_steps import Bank, choose, focused
from tests.projects import REPOSITORY

from portal.quiz.codes import PaperCode, write
from portal.quiz.versions import current
from portal.reading import read

pytestmark = pytest.mark.browser
AT = ".p-player__at"
ASKED = ".p-player .p-verdict"
SAID = ".p-bar [role=status]"
OFFICIAL = "quiz/exam/?blueprint=catering-workers&time=1&form=3"
MINUTE = 60_000
# The device's clock, which somebody can set to another time; the steady one is not touched.
SETTABLE = "const real = Date.now; Date.now = () => real() + Number(sessionStorage.getItem('set') || 0);"
SET = "(ms) => sessionStorage.setItem('set', String(ms))"
HIDDEN = """(hidden) => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
COUNTED = """() => Object.keys(localStorage).filter((key) => key.includes(".q."))
  .map((key) => JSON.parse(localStorage.getItem(key)).seen)"""
EXAMS = "JSON.parse(localStorage.getItem('portal.quiz.v1.sat')).length"


@pytest.fixture(scope="module")
def bank(whole_site: Path) -> Bank:
    return Bank.read(whole_site)


@pytest.fixture
def tab(browser: Browser, whole_address: str) -> Iterator[Page]:
    """A phone in mid-exam whose clock can be set and whose requests all reach the network."""
    context = browser.new_context(viewport=PHONE, service_workers="block")  # type: ignore[arg-type]
    context.add_init_script(SETTABLE)
    page = context.new_page()
    begin(page, whole_address)
    yield page
    context.close()


def begin(page: Page, address: str) -> None:
    page.goto(address + OFFICIAL)
    expect(page.locator(AT)).to_contain_text("第1题，共20题")


def button(page: Page, name: str | re.Pattern[str]) -> None:
    page.get_by_role("button", name=name, exact=isinstance(name, str)).click()


def answer(page: Page, bank: Bank) -> None:
    """Rightly, and on to the next question."""
    choose(page, bank.key(page))
    button(page, "下一题")


def other(page: Page, address: str) -> Page:
    """The same exam in another tab."""
    second = page.context.new_page()
    second.goto(f"{address}quiz/exam/")
    expect(second.locator(AT)).to_contain_text("第2题")
    return second


def hand_in(page: Page) -> None:
    button(page, "交卷")
    button(page, "确定交卷")
    expect(page.locator(".p-score")).to_be_visible()


def result(page: Page) -> dict[str, str]:
    names, values = (page.locator(f".p-tally {one}").all_inner_texts() for one in ("dt", "dd"))
    return dict(zip(names, values, strict=True))


def test_two_tabs_hand_in_what_both_answered_once(tab: Page, whole_address: str, bank: Bank) -> None:
    answer(tab, bank)
    second = other(tab, whole_address)
    answer(second, bank)
    hand_in(tab)
    assert (result(tab)["答对"], result(tab)["没答"]) == ("2题", "18题")
    # The other tab shows that, whatever is touched there.
    button(second, "下一题")
    expect(second.locator(".p-score")).to_be_visible()
    assert result(second) == result(tab)
    assert (tab.evaluate(COUNTED), tab.evaluate(EXAMS)) == ([1, 1], 1)


def test_two_clocks_that_run_out_at_once_count_once(phone: Page, whole_address: str, bank: Bank) -> None:
    phone.clock.install()
    begin(phone, whole_address)
    answer(phone, bank)
    second = other(phone, whole_address)
    phone.clock.fast_forward(31 * MINUTE)
    for page in (phone, second):
        expect(page.locator(".p-result")).to_contain_text("时间到了，已经交卷。")
    assert (phone.evaluate(COUNTED), phone.evaluate(EXAMS)) == ([1], 1)


def test_cleared_storage_ends_no_exam(tab: Page, bank: Bank) -> None:
    answer(tab, bank)
    tab.evaluate("localStorage.clear()")
    choose(tab, bank.key(tab))
    expect(tab.locator(SAID)).to_contain_text("没有丢")
    tab.reload()
    button(tab, "答题卡")
    expect(tab.locator(ASKED)).to_contain_text("已答2题，共20题")


def test_an_exam_that_another_tab_gave_up_is_not_stored_again(
    tab: Page, whole_address: str, bank: Bank
) -> None:
    answer(tab, bank)
    second = other(tab, whole_address)
    second.goto(f"{whole_address}quiz/exam/?blueprint=retail&time=1")
    # What would end says what it is.
    expect(second.locator(ASKED)).to_contain_text("餐饮从业人员，已答1题，离开时还剩")
    button(second, "不考了，考新的")
    expect(second.locator(AT)).to_contain_text("第1题")
    button(tab, "下一题")
    expect(tab.locator(ASKED)).to_contain_text("在另一个页面里不考了")
    second.reload()
    expect(second.locator(".p-player h2")).not_to_have_text("餐饮从业人员")


def test_a_clock_that_is_set_does_not_touch_an_open_exam(tab: Page, bank: Bank) -> None:
    for jump in (120 * MINUTE, -120 * MINUTE):
        tab.evaluate(SET, jump)
        answer(tab, bank)
        expect(tab.get_by_role("timer")).to_have_text(re.compile("^剩余(30:00|29:)"))


@pytest.mark.parametrize(
    ("jump", "said", "choice", "left"),
    [
        (10, "离开了10分钟，现在还剩", "接着考，还剩", "剩余(20:00|19:)"),
        (10, "离开了10分钟，现在还剩", "设备的时间改过，接着考", "剩余(30:00|29:)"),
        (120, "离开了2小时，考试的时间已经到了", "设备的时间改过，接着考", "剩余(30:00|29:)"),
        (-120, "时间往回拨过", "接着考，还剩", "剩余(30:00|29:)"),
    ],
)
def test_a_long_absence_asks_whether_it_counts(
    tab: Page, bank: Bank, jump: int, said: str, choice: str, left: str
) -> None:
    answer(tab, bank)
    leave_for(tab, jump)
    panel = tab.locator(ASKED)
    expect(panel).to_contain_text("餐饮从业人员没有考完，已答1题，离开时还剩")
    expect(panel).to_contain_text(said)
    assert focused(tab) == "p-verdict"
    expect(panel).to_be_in_viewport(ratio=1)
    panel.get_by_role("button", name=re.compile(f"^{choice}")).click()
    expect(tab.get_by_role("timer")).to_have_text(re.compile(f"^{left}"))
    expect(tab.locator(AT)).to_contain_text("第2题")
    assert focused(tab) == "p-trial"


def leave_for(page: Page, minutes: int) -> None:
    """The page is closed, the device's clock goes on so far, and the page is opened again."""
    page.evaluate(SET, 0)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    page.add_init_script(f"sessionStorage.setItem('set', '{minutes * MINUTE}')")
    page.reload()


def test_a_phone_that_was_locked_asks_too(tab: Page, bank: Bank) -> None:
    """Its steady clock may have stood still meanwhile."""
    answer(tab, bank)
    tab.evaluate(HIDDEN, True)
    tab.evaluate(SET, 10 * MINUTE)
    tab.evaluate(HIDDEN, False)
    expect(tab.locator(ASKED)).to_contain_text("离开了10分钟，现在还剩")
    button(tab, re.compile("^接着考"))
    expect(tab.get_by_role("timer")).to_have_text(re.compile("^剩余(20:00|19:)"))


def test_without_a_limit_nobody_is_asked(phone: Page, whole_address: str) -> None:
    phone.add_init_script(SETTABLE)
    phone.goto(whole_address + OFFICIAL.replace("time=1", "time=off"))
    button(phone, "下一题")
    leave_for(phone, 600)
    expect(phone.locator(AT)).to_contain_text("第2题")


def test_an_exam_keeps_its_paper_over_a_publication(tab: Page, whole_address: str, bank: Bank) -> None:
    answer(tab, bank)
    tab.route("**/quiz/versions/**", lambda route: route.fulfill(status=404))
    tab.reload()
    expect(tab.locator(AT)).to_contain_text("第2题")
    answer(tab, bank)
    hand_in(tab)
    assert result(tab)["答对"] == "2题"
    tab.reload()
    expect(tab.locator(".p-score")).to_be_visible()
    assert "?sat=" in tab.url


def test_time_is_said_and_leaves_when_it_is_no_longer_true(phone: Page, whole_address: str) -> None:
    phone.clock.install()
    begin(phone, whole_address)
    phone.clock.fast_forward(25 * MINUTE + 3000)  # a tab in the background skips the very second
    expect(phone.locator(SAID)).to_have_text("还剩5分钟。")
    phone.clock.fast_forward(MINUTE)
    expect(phone.locator(SAID)).to_have_text("")


def test_an_address_that_makes_no_sense_is_refused_in_words(phone: Page, whole_address: str) -> None:
    said = {f"form={form}": "1到1073741823的整数" for form in ("-5", "1e400", "1073741824", "0x10", "")}
    for asked, words in (said | {"time=abc": "不限时"}).items():
        phone.goto(f"{whole_address}quiz/exam/?blueprint=retail&{asked}")
        expect(phone.locator("#quiz-trouble")).to_contain_text(words)


def test_a_whole_address_is_a_code_too(phone: Page, whole_address: str) -> None:
    site = read(REPOSITORY).site
    assert site is not None
    version = current(site)
    blueprint = version.blueprint("catering-workers")
    assert blueprint
    code = write(PaperCode(blueprint.code, version.id, 3)).replace("-", "%2D")
    phone.goto(f"{whole_address}quiz/paper/")
    phone.get_by_label("卷号").fill(f"扫一扫：https://example.gov.cn/quiz/paper/?code={code}")
    button(phone, "打开卷子")
    expect(phone.locator(ASKED)).to_contain_text("餐饮从业人员")
