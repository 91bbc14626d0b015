"""No page breaks a rule of WCAG 2.2 A or AA or a good practice that axe knows: light, dark, elder; phone and desktop.

One page of every kind is opened once on each width; light and dark change in place, as they do for a reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page
from tests.browser.kinds import fullest_pages

pytestmark = pytest.mark.browser
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Light and dark differ in nothing but colours, so that in the dark only these can break.
OF_COLOUR = ["color-contrast", "link-in-text-block"]
# Rule, how often, and the place of the first is all that is needed to mend it.
RUN = """async (only) => {
  // None of these rules reads style sheets, which axe would fetch anew each time.
  const options = {runOnly: only, resultTypes: ["violations"], preload: false};
  if (only.type === "tag") options.rules = {"target-size": {enabled: true}};
  const found = await axe.run(options);
  return found.violations.map((one) => `${one.id} ×${one.nodes.length} ${one.nodes[0].target} ${one.nodes[0].html}`);
}"""
WIDTHS = (360, 1280)
MODES = ("standard", "elder")
# Copied into another editor, not read here.
NOT_READ_HERE = {"wechat"}


@pytest.fixture(scope="module")
def kinds(whole_site: Path) -> dict[str, str]:
    return {kind: at for kind, at in fullest_pages(whole_site).items() if kind not in NOT_READ_HERE}


@pytest.fixture(params=WIDTHS, scope="module")
def screen(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    yield context.new_page()
    context.close()


def broken_rules(page: Page, *, of_colour: bool = False) -> list[str]:
    only = {"type": "rule", "values": OF_COLOUR} if of_colour else {"type": "tag", "values": RULES}
    found: list[Any] = page.evaluate(RUN, only)
    return [str(one)[:300] for one in found]


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing(screen: Page, whole_address: str, kinds: dict[str, str], mode: str) -> None:
    broken = {}
    for address in kinds.values():
        screen.emulate_media(color_scheme="light")
        screen.goto(f"{whole_address}{address}?mode={mode}")
        screen.evaluate(AXE)
        broken[f"/{address} light"] = broken_rules(screen)
        screen.emulate_media(color_scheme="dark")
        broken[f"/{address} dark"] = broken_rules(screen, of_colour=True)
    assert {place: rules for place, rules in broken.items() if rules} == {}


def test_axe_sees_what_is_wrong(phone: Page, whole_address: str) -> None:
    """The test above would be silent, too, if axe did not run."""
    phone.goto(whole_address)
    phone.evaluate(AXE)
    phone.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert any(rule.startswith("image-alt ×1 ") for rule in broken_rules(phone))
