"""No page breaks a rule of WCAG 2.2 A or AA or a good practice that axe knows: light, dark, elder; phone and desktop.

One page of every kind is looked at twice: on a phone in light, and once more in the dark and in light in one of the
other versions, which take turns. `make prove` looks at every kind in every version.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page
from tests.browser.kinds import fullest_pages
from tests.projects import EVERY_POINT

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
# Width and mode. The first is what most readers have.
VERSIONS = ((360, "standard"), (360, "elder"), (1280, "standard"), (1280, "elder"))
# Copied into another editor, not read here.
NOT_READ_HERE = {"wechat"}


@pytest.fixture(scope="module")
def kinds(whole_site: Path) -> dict[str, str]:
    return {kind: at for kind, at in fullest_pages(whole_site).items() if kind not in NOT_READ_HERE}


def broken_rules(page: Page, *, of_colour: bool = False) -> list[str]:
    only = {"type": "rule", "values": OF_COLOUR} if of_colour else {"type": "tag", "values": RULES}
    found: list[Any] = page.evaluate(RUN, only)
    return [str(one)[:300] for one in found]


def looked_at(kinds: dict[str, str], version: tuple[int, str]) -> list[tuple[str, bool]]:
    """The pages that are looked at in this version, and whether in the dark, too."""
    addresses, others = list(kinds.values()), VERSIONS[1:]
    if EVERY_POINT:
        return [(address, True) for address in addresses]
    if version == VERSIONS[0]:
        return [(address, False) for address in addresses]
    return [(address, True) for address in addresses[others.index(version) :: len(others)]]


@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_axe_finds_nothing(
    browser: Browser, whole_address: str, kinds: dict[str, str], version: tuple[int, str]
) -> None:
    broken, (width, mode) = {}, version
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for address, also_dark in looked_at(kinds, version):
        page.emulate_media(color_scheme="light")
        page.goto(f"{whole_address}{address}?mode={mode}")
        page.evaluate(AXE)
        broken[f"/{address} light"] = broken_rules(page)
        if also_dark:
            page.emulate_media(color_scheme="dark")
            broken[f"/{address} dark"] = broken_rules(page, of_colour=True)
    context.close()
    assert {place: rules for place, rules in broken.items() if rules} == {}


def test_every_kind_is_looked_at_twice(kinds: dict[str, str]) -> None:
    addresses = [address for version in VERSIONS for address, _ in looked_at(kinds, version)]
    assert all(addresses.count(one) >= 2 for one in kinds.values())


def test_axe_sees_what_is_wrong(phone: Page, whole_address: str) -> None:
    """The test above would be silent, too, if axe did not run."""
    phone.goto(whole_address)
    phone.evaluate(AXE)
    phone.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert any(rule.startswith("image-alt ×1 ") for rule in broken_rules(phone))
