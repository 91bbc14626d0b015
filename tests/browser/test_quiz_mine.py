"""我的练习: the wrong-answer book on the screen and on paper, the record as a file, and nothing lost by mistake."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import PHONE
from tests.browser.test_accessibility import AXE, broken_rules

pytestmark = pytest.mark.browser
SHOW = {"wrong": re.compile("看题和解析.*错题本"), "starred": re.compile("看题和解析.*收藏")}
# The small site's two questions: the first answered wrongly, the second starred.
PRACTISE = """async () => {
  const { $quiz_store: { open } } = await import(document.querySelector("script[src*='quiz-shared']").src);
  open().answered({ id: "personnel-001", v: 1 }, ["a"], false);
  open().star("personnel-002");
}"""
NO_PRINT = "window.print = () => { window.printed = document.querySelector('.is-printed').id; };"


@pytest.fixture
def mine(phone: Page, address: str) -> Page:
    """The page of somebody who has practised."""
    phone.add_init_script(NO_PRINT)
    phone.goto(f"{address}quiz/mine/")
    expect(phone.locator("#wrong [data-count]")).to_have_text("0")
    assert phone.get_by_text("现在没有错题。").is_visible()
    phone.evaluate(PRACTISE)
    return phone


def test_it_says_what_was_done_at_once(mine: Page) -> None:
    expect(mine.locator("#wrong [data-count]")).to_have_text("1")
    expect(mine.locator("#starred [data-count]")).to_have_text("1")
    line = mine.locator("#progress tbody tr").filter(has_text="人员健康与卫生")
    # What is seen as 1／2 is heard as 1题，共2.
    assert line.locator("th, td").all_text_contents() == ["人员健康与卫生", "1／题，共2", "0%", "1"]
    assert mine.get_by_role("link", name="练错题").get_attribute("href") == "../../quiz/practice/?mode=wrong"
    assert mine.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_wrong_book_is_read_and_printed_with_explanations(mine: Page) -> None:
    mine.get_by_role("button", name=SHOW["wrong"]).click()
    question = mine.locator("#wrong .p-question")
    expect(question).to_have_count(1)
    expect(mine.locator("#wrong [data-questions]")).to_be_focused()
    assert "上次选：A" in question.inner_text()
    question.get_by_text("答案和解析").click()
    assert question.locator(".p-answer strong").inner_text().startswith("答案：")
    assert question.locator(".p-citations a").first.is_visible()
    mine.get_by_role("button", name=re.compile("打印.*错题本")).click()
    mine.wait_for_load_state("networkidle")
    assert mine.evaluate("window.printed") == "wrong"
    mine.emulate_media(media="print")
    assert question.locator(".p-answer strong").is_visible()
    assert not mine.locator("#progress").is_visible()
    assert not mine.locator("#record").is_visible()


def test_axe_finds_nothing_with_everything_open(mine: Page) -> None:
    for name in SHOW.values():
        mine.get_by_role("button", name=name).click()
    expect(mine.locator(".p-question")).to_have_count(2)
    mine.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    mine.get_by_role("button", name="清空记录").click()
    mine.evaluate(AXE)
    assert broken_rules(mine) == []
    mine.emulate_media(color_scheme="dark")
    assert broken_rules(mine, of_colour=True) == []


def test_the_record_goes_out_and_comes_back(mine: Page, tmp_path: Path) -> None:
    with mine.expect_download() as waiting:
        mine.get_by_role("button", name="导出记录").click()
    assert waiting.value.suggested_filename.startswith("练习记录-20")
    file = tmp_path / "record.json"
    waiting.value.save_as(file)
    forget(mine)
    expect(mine.locator("#wrong [data-count]")).to_have_text("0")
    mine.locator("input[type=file]").set_input_files(file)
    expect(mine.locator("[data-said]")).to_contain_text("导入了2道题的记录")
    expect(mine.locator("#wrong [data-count]")).to_have_text("1")


def test_a_file_that_is_no_record_changes_nothing(mine: Page, tmp_path: Path) -> None:
    file = tmp_path / "photo.json"
    file.write_bytes(b"\xff\xd8\xff\xe0 no record")
    mine.locator("input[type=file]").set_input_files(file)
    expect(mine.locator("[data-said]")).to_contain_text("没有导入：这不是练习记录")
    expect(mine.locator("#wrong [data-count]")).to_have_text("1")


def test_iphones_are_told_what_their_browser_clears_away(browser: Browser, address: str) -> None:
    iphone = browser.new_context(
        viewport=PHONE,  # type: ignore[arg-type]
        user_agent="Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1",
    )
    page = iphone.new_page()
    page.goto(f"{address}quiz/mine/")
    expect(page.locator("[data-lasting]")).to_contain_text("七天没有来过的网站")
    # Nothing to lose yet.
    assert not page.locator(".p-notice", has_text="七天").is_visible()
    page.evaluate(PRACTISE)
    page.reload()
    notice = page.locator(".p-notice", has_text="七天")
    with page.expect_download():
        notice.get_by_role("button", name="导出记录").click()
    expect(page.locator("[data-said]")).to_be_in_viewport()
    # From the home screen the browser's rule does not hold.
    page.add_init_script("Object.defineProperty(navigator, 'standalone', { value: true });")
    page.reload()
    expect(page.locator("[data-lasting]")).to_contain_text("浏览器")
    assert not notice.is_visible()
    iphone.close()


def test_other_phones_are_told_what_the_browser_has_promised(phone: Page, address: str) -> None:
    phone.add_init_script("StorageManager.prototype.persisted = async () => window.name === 'kept';")
    phone.goto(f"{address}quiz/mine/")
    expect(phone.locator("[data-lasting]")).to_contain_text("没有答应一直留着")
    phone.evaluate("window.name = 'kept'")
    phone.reload()
    expect(phone.locator("[data-lasting]")).to_contain_text("浏览器答应一直留着这些记录")


def forget(page: Page) -> None:
    page.get_by_role("button", name="清空记录").click()
    page.get_by_role("button", name="确定清空").click()


def test_nothing_is_cleared_without_a_second_yes_by_keyboard(mine: Page) -> None:
    mine.get_by_role("button", name="清空记录").focus()
    mine.keyboard.press("Enter")
    expect(mine.locator("[data-sure]")).to_be_focused()
    mine.keyboard.press("Enter")
    expect(mine.locator("#wrong [data-count]")).to_have_text("1")
    mine.keyboard.press("Tab")
    mine.keyboard.press("Tab")
    mine.keyboard.press("Enter")
    expect(mine.get_by_role("button", name="清空记录")).to_be_focused()
    forget(mine)
    expect(mine.locator("[data-said]")).to_have_text("已清空。")
    expect(mine.locator("#wrong [data-count]")).to_have_text("0")


def test_a_device_that_keeps_nothing_is_told(phone: Page, address: str) -> None:
    phone.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
    )
    phone.goto(f"{address}quiz/mine/")
    expect(phone.locator("#wrong [data-count]")).to_have_text("0")
    phone.evaluate(PRACTISE)
    expect(phone.get_by_text("练习记录只在本页有效")).to_be_visible()
    expect(phone.locator("#wrong [data-count]")).to_have_text("1")


def test_without_scripts_the_page_leads_to_the_questions(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}quiz/mine/")
    assert page.get_by_text("我的练习要用脚本").is_visible()
    assert page.get_by_role("link", name="人员健康与卫生").last.is_visible()
    assert not page.locator("#wrong").is_visible()
    context.close()
