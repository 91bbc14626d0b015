"""Without scripts every kind of page can be read, and nothing on it is dead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.kinds import fullest_pages

pytestmark = pytest.mark.browser
SHARE = 0.9  # of the text that is there with scripts
# Made of scripts; what it says without them is other ways to the same pages.
TOOLS = {"search", "quiz-practice", "quiz-exam", "quiz-paper", "quiz-mine"}
# A form that is sent to a page works without scripts. Choices can be ticked before the answer is unfolded,
# and a text that cannot be changed is there to be copied.
DEAD = """[...document.querySelectorAll("button, input, select, textarea, [role=button], [role=tab]")]
  .filter((one) => one.checkVisibility({visibilityProperty: true}))
  .filter((one) => !(one.form && one.form.hasAttribute("action")))
  .filter((one) => !["radio", "checkbox"].includes(one.type) && !one.readOnly)
  .map((one) => one.outerHTML.slice(0, 160))"""
# What is to be read; the tools of a page need scripts and count for much where there is little text.
TEXT = """[...document.querySelectorAll("main, main .p-tools, main .p-listen")]
  .reduce((sum, one) => sum + one.innerText.length * (one.matches("main") ? 1 : -1), 0)"""


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def usual(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def kinds(whole_site: Path) -> dict[str, str]:
    return {kind: at for kind, at in fullest_pages(whole_site).items() if kind != "wechat"}


def test_the_text_is_there(plain: Page, usual: Page, whole_address: str, kinds: dict[str, str]) -> None:
    short = {}
    for kind, address in kinds.items():
        plain.goto(whole_address + address)
        usual.goto(whole_address + address)
        without, with_scripts = plain.evaluate(TEXT), usual.evaluate(TEXT)
        enough = SHARE * with_scripts if kind not in TOOLS else 1
        if without < enough or not plain.locator("h1").is_visible():
            short[address] = (without, with_scripts)
    assert short == {}


def test_no_control_is_dead(plain: Page, whole_address: str, kinds: dict[str, str]) -> None:
    dead = {}
    for address in kinds.values():
        plain.goto(whole_address + address)
        if found := plain.evaluate(DEAD):
            dead[address] = found
    assert dead == {}
