"""The Tab key reaches everything that a finger can, shows where it is, and gets stuck nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.kinds import fullest_pages

pytestmark = pytest.mark.browser
REACHABLE = """[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((one) => one.checkVisibility({visibilityProperty: true}))
  .filter((one) => !one.disabled && one.type !== "radio" && one.tabIndex >= 0)"""
# Focus shows by an outline, a shadow or, on controls drawn by the browser, by the browser.
NOW = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  window.passed = window.passed || new Set();
  const again = window.passed.has(one);
  window.passed.add(one);
  return {
    again,
    seen: box.width > 0 && box.height > 0 && (style.outlineStyle !== "none" || style.boxShadow !== "none"),
    html: one.outerHTML.slice(0, 160),
  };
}"""
KINDS = ("home", "case", "case-index", "month", "quiz", "missing")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [360, 1280])
def test_tab_goes_all_the_way(
    browser: Browser, whole_site: Path, whole_address: str, kind: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(whole_address + fullest_pages(whole_site)[kind])
    expected = page.evaluate(f"{REACHABLE}.length")
    hidden, passed = [], 0
    for _ in range(expected + 10):
        page.keyboard.press("Tab")
        now = page.evaluate(NOW)
        if now is None or now["again"]:
            break
        passed += 1
        hidden += [] if now["seen"] else [now["html"]]
    missed = page.evaluate(
        f"{REACHABLE}.filter((one) => !passed.has(one)).map((one) => one.outerHTML.slice(0, 160))"
    )
    context.close()
    assert hidden == []
    assert missed == []
    assert passed >= expected
