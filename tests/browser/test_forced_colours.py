"""Where the system allows only its own colours, what colour told apart is still told apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
LOOKS = """one => {
  const style = getComputedStyle(one, one.matches(".p-key") ? "::before" : null);
  return one.ownerSVGElement ? [style.fill, style.stroke, style.strokeDasharray] : [style.backgroundColor, style.borderTopStyle];
}"""


@pytest.fixture(scope="module")
def forced(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, forced_colors="active")
    yield context.new_page()
    context.close()


def looks(page: Page, selector: str) -> tuple[str, ...]:
    return tuple(page.locator(selector).first.evaluate(LOOKS))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (".p-key--line-1", ".p-key--line-2"),
        (".p-c-1 .p-c-thread", ".p-c-2 .p-c-thread"),
        (".p-c-bar", ".p-c-track"),
        (".p-c-step-1", ".p-c-step-2"),
        (".p-c-step-2", ".p-c-rest"),
    ],
)
def test_the_parts_of_charts_differ(forced: Page, address: str, one: str, other: str) -> None:
    if not forced.url.endswith("outcomes/"):
        forced.goto(address + "outcomes/")
    assert looks(forced, one) != looks(forced, other)


def test_what_was_chosen_differs_and_can_be_read(forced: Page, address: str) -> None:
    forced.goto(address + "cases/business/catering/")
    chosen, others = ".p-facets [aria-current]", ".p-facets a:not([aria-current])"
    assert looks(forced, chosen)[0] != looks(forced, others)[0]
    colours = forced.locator(chosen).evaluate(
        "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    )
    assert colours[0] != colours[1]
    # The system's backing of text would hide it.
    assert forced.locator(chosen).evaluate("one => getComputedStyle(one).forcedColorAdjust") == "none"
