"""Phones as they are: browsers inside chat apps, sheets that fail, dead printing, input methods."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
WECHAT = (
    "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0.2"
)
# What such apps have instead of printing and sharing: nothing that does anything.
DEAD = """
window.print = () => {};
Object.defineProperty(navigator, "share", {value: () => Promise.reject(new DOMException("no", "NotAllowedError"))});
"""


@pytest.fixture
def chat(browser: Browser) -> Iterator[Page]:
    """A page inside a chat app."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        user_agent=WECHAT,
        permissions=["clipboard-read", "clipboard-write"],
    )
    page = context.new_page()
    page.add_init_script(DEAD)
    yield page
    context.close()


def test_nothing_is_said_to_have_happened_that_did_not(chat: Page, address: str) -> None:
    chat.goto(address + "about/")
    said = chat.locator(".p-dateline .p-said")
    chat.get_by_role("button", name="打印").click()
    expect(said).to_contain_text("在浏览器中打开")
    chat.get_by_role("button", name="分享链接").click()
    expect(said).to_contain_text("网址已复制")
    assert chat.evaluate("navigator.clipboard.readText()") == address + "about/"
    # It stands in the page and covers nothing.
    assert said.evaluate("one => getComputedStyle(one).position") == "static"


def test_a_file_that_cannot_be_taken_is_an_address(chat: Page, address: str) -> None:
    chat.goto(address + "data/")
    link = chat.locator("a[download]").first
    link.click()
    expect(chat.locator(".p-said", has_text="下载不了")).to_contain_text("网址已复制")
    assert chat.evaluate("navigator.clipboard.readText()") == link.evaluate("one => one.href")


def test_a_record_goes_along_as_text(chat: Page, address: str) -> None:
    chat.goto(address + "quiz/mine/")
    chat.get_by_role("button", name="导出记录").click()
    expect(chat.locator("#mine-said")).to_contain_text("用下面的文字带走")
    chat.get_by_role("button", name="复制记录").click()
    expect(chat.locator("#mine-said")).to_contain_text("记录已复制")
    field = chat.get_by_label("记录的文字")
    field.fill("不是记录")
    chat.get_by_role("button", name="导入文字").click()
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-describedby", "mine-said")
    expect(chat.locator("#mine-said")).to_contain_text("没有导入")
    field.fill(chat.evaluate("navigator.clipboard.readText()"))
    chat.get_by_role("button", name="导入文字").click()
    expect(chat.locator("#mine-said")).to_contain_text("没有练习记录")


def test_a_filter_waits_for_words_and_for_the_typing_to_end(phone: Page, address: str) -> None:
    phone.clock.install()
    phone.goto(address + "cases/")
    box, status = phone.locator(".p-filter input"), phone.locator(".p-filter [role=status]")
    before = status.inner_text()
    typed = "(box, [text, composing]) => { box.value = text; box.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: composing})); }"
    box.evaluate(typed, ["guo'q", True])
    phone.clock.run_for(2000)
    assert (status.inner_text(), box.input_value()) == (before, "guo'q")
    for text in ("过", "过期"):
        box.evaluate(typed, [text, False])
        phone.clock.run_for(300)
        assert status.inner_text() == before
    phone.clock.run_for(600)
    expect(status).to_contain_text("找到")
    assert box.input_value() == "过期"


def test_the_keys_of_an_input_method_choose_no_answer(phone: Page, address: str) -> None:
    phone.goto(address + "quiz/practice/?mode=order")
    phone.locator("fieldset.p-trial").wait_for()
    press = "(key) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, keyCode: 229, bubbles: true}))"
    for key in ("1", "Enter"):
        phone.evaluate(press, key)
    assert phone.locator("fieldset.p-trial input:checked").count() == 0
    expect(phone.locator(".p-player__said").first).to_be_empty()


def test_a_slash_is_a_slash(phone: Page, address: str) -> None:
    phone.goto(address + "about/")
    phone.keyboard.press("/")
    assert phone.evaluate("document.activeElement.tagName") == "BODY"
