"""What large type asks for beside larger letters: tables as cards, a header that holds, paper in large type."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
PAPER_PT = 14  # the least that is printed in large type
CELLS = """() => [...document.querySelectorAll("main .p-scroll td")].filter(one => one.getClientRects().length)
    .map(one => [getComputedStyle(one).display, one.dataset.label || "", one.getBoundingClientRect().right])"""
PRINTED = """() => Math.min(...[...document.querySelectorAll("main p, main li, main td, main th, main dd")]
    .filter(one => one.getClientRects().length && one.textContent.trim())
    .map(one => parseFloat(getComputedStyle(one).fontSize) * .75))"""
# What of the header lies on another part of it, or beyond the screen.
BROKEN = """() => {
  const parts = [...document.querySelectorAll(".p-head__bar > *")].filter(one => one.getClientRects().length);
  const boxes = parts.map(one => one.getBoundingClientRect());
  return parts.filter((one, i) => boxes[i].right > innerWidth + 1 || boxes[i].left < -1 || one.scrollWidth > one.clientWidth + 1
    || boxes.some((box, j) => j < i && box.left < boxes[i].right - 1 && boxes[i].left < box.right - 1
        && box.top < boxes[i].bottom - 1 && boxes[i].top < box.bottom - 1)).map(one => one.className);
}"""


def test_the_address_of_the_elder_home_switches_it_on_for_all_pages(phone: Page, address: str) -> None:
    for page in ("elder/", "about/"):
        phone.goto(address + page)
        assert phone.evaluate("document.documentElement.classList.contains('elder')"), page


def test_a_row_of_a_table_is_a_card_that_says_what_each_number_is(phone: Page, address: str) -> None:
    phone.goto(address + "outcomes/2024-06/?mode=elder")
    # The module that names the cells comes after the page.
    phone.locator("td[data-label]").first.wait_for(state="attached")
    cells = phone.evaluate(CELLS)
    assert len(cells) > 5
    assert all(display == "block" and label and right <= 360 for display, label, right in cells)
    # For a listener it is a table still.
    assert phone.get_by_role("table").count() > 0
    assert phone.get_by_role("columnheader").count() > 0
    phone.set_viewport_size({"width": 1280, "height": 800})
    assert {display for display, _, _ in phone.evaluate(CELLS)} == {"table-cell"}


def test_large_type_is_printed_large(browser: Browser, address: str) -> None:
    page = browser.new_page()
    for mode, fits in (("elder", True), ("standard", False)):
        page.goto(f"{address}outcomes/2024-06/?mode={mode}")
        page.emulate_media(media="print")
        assert (page.evaluate(PRINTED) >= PAPER_PT) is fits, mode
        page.emulate_media(media="screen")
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_header_holds_when_a_reader_doubles_the_size_of_text(
    browser: Browser, address: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in ("", "cases/"):
        page.goto(address + path)
        for percent in (175, 200):
            page.evaluate(f"document.documentElement.style.fontSize = '{percent}%'")
            assert page.evaluate(BROKEN) == [], (path, percent)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, percent)
    page.close()
