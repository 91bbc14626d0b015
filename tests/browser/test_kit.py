"""Media kits in a real browser: the article is copied with its looks, posters and wall sheets print on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
KIT, RISK = "kit/case/2024-001/", "risks/cold-dishes/"


@pytest.fixture
def allowed(browser: Browser) -> Iterator[Page]:
    """A desktop page that may use the clipboard."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def test_the_article_is_copied_as_it_looks(allowed: Page, address: str, site: Path) -> None:
    refused: list[str] = []
    allowed.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    allowed.goto(address + KIT)
    allowed.get_by_role("button", name="复制公众号图文").click()
    allowed.get_by_text("已复制").wait_for()
    copied = allowed.evaluate(
        "async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()"
    )
    assert re.sub(r"\s", "", copied) in re.sub(r"\s", "", (site / KIT / "wechat.html").read_text("utf-8"))
    assert 'style="' in copied
    assert refused == []


def test_the_short_text_is_copied(allowed: Page, address: str) -> None:
    allowed.goto(address + KIT)
    allowed.get_by_role("button", name="复制短文").click()
    allowed.get_by_text("已复制").wait_for()
    assert allowed.evaluate("navigator.clipboard.readText()") == allowed.locator("textarea").input_value()


def test_the_copy_file_shows_its_looks_under_its_own_policy(phone: Page, address: str) -> None:
    refused: list[str] = []
    phone.on("console", lambda said: refused.append(said.text) if "Policy" in said.text else None)
    phone.goto(f"{address}{KIT}wechat.html")
    assert phone.locator("blockquote").evaluate("one => getComputedStyle(one).color") == "rgb(15, 76, 138)"
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert refused == []


def test_what_is_copied_by_hand_is_the_article_alone(allowed: Page, address: str) -> None:
    allowed.goto(f"{address}{KIT}wechat.html")
    allowed.keyboard.press("ControlOrMeta+a")
    allowed.keyboard.press("ControlOrMeta+c")
    copied = allowed.evaluate("navigator.clipboard.readText()")
    assert copied.strip().startswith("典型案例")
    assert "编辑器" not in copied


def test_without_scripts_there_is_a_link_to_copy_from_and_no_dead_button(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + KIT)
    assert page.get_by_role("link", name="打开图文").is_visible()
    assert not page.get_by_role("button", name="复制公众号图文").is_visible()
    context.close()


@pytest.mark.parametrize("page", [KIT, RISK])
def test_what_hangs_on_walls_prints_on_one_page(allowed: Page, address: str, page: str) -> None:
    allowed.goto(address + page)
    printed = allowed.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_on_paper_a_risk_card_is_its_wall_sheet(allowed: Page, address: str) -> None:
    allowed.goto(address + RISK)
    assert not allowed.locator(".p-sheet").is_visible()
    allowed.emulate_media(media="print")
    assert allowed.locator(".p-sheet").is_visible()
    assert not allowed.locator("h1").is_visible()
