"""Figures in a browser: text that can be read on a phone, a bulletin on one sheet, tables that print although closed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

# What a text of the drawing measures on the screen, in CSS pixels.
SMALLEST = """() => Math.min(...[...document.querySelectorAll('.p-chart text, .p-chart tspan')]
    .filter(one => one.getClientRects().length)
    .map(one => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a))"""
WIDEST = "() => Math.max(...[...document.querySelectorAll('.p-chart svg')].map(one => one.getBoundingClientRect().right))"
ON_PAPER = """() => [...document.querySelectorAll('.p-chart__table td')].map(cell => cell.getBoundingClientRect().height)"""


@pytest.mark.parametrize(
    "page", ["outcomes/", "outcomes/2024-06/", "outcomes/units/unit-1/", "campaign/products/"]
)
def test_text_in_charts_is_large_enough_on_a_phone(phone: Page, address: str, page: str) -> None:
    phone.goto(address + page)
    assert phone.evaluate(SMALLEST) >= 12
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.goto(f"{address}{page}?mode=elder")
    assert phone.evaluate(SMALLEST) >= 18
    assert phone.evaluate(WIDEST) <= 360


def test_a_bulletin_is_one_sheet_of_paper(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "outcomes/2024-06/")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    context.close()
    assert printed.count(b"/Type /Page\n") == 1


def test_a_closed_table_is_printed(phone: Page, address: str) -> None:
    phone.goto(address + "outcomes/")
    assert not phone.locator(".p-chart__table").first.evaluate("one => one.open")
    phone.emulate_media(media="print")
    heights = phone.evaluate(ON_PAPER)
    assert heights
    assert min(heights) > 5


@pytest.mark.parametrize("scripts", [True, False])
def test_the_fields_of_a_table_open_where_the_link_leads(
    browser: Browser, address: str, scripts: bool
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address + "data/")
    page.click("#cases .p-data__more")
    fields = page.locator("#d-cases")
    expect(fields).to_be_visible()
    expect(fields).to_be_in_viewport()
    if scripts:
        # Closed by hand, and the same link once more: the address stays as it is.
        page.locator("details:has(> #d-cases) > summary").click()
        expect(fields).to_be_hidden()
        page.click("#cases .p-data__more")
        expect(fields).to_be_visible()
    context.close()


SHOWN = """() => [...document.querySelectorAll('.p-compared thead')].map(
    (head) => [...head.rows[0].cells].slice(1).filter((cell) => cell.offsetWidth).map((cell) => cell.innerText))"""


def test_two_units_stand_side_by_side_and_the_address_says_which(phone: Page, whole_address: str) -> None:
    phone.goto(f"{whole_address}outcomes/compare/?a=unit-2")
    assert phone.locator("#compare-a").input_value() == "unit-2"
    heads = phone.evaluate(SHOWN)
    assert heads[0] == ["示例一所", "示例二所"]
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    # A unit beside itself tells nothing: the two change places.
    phone.select_option("#compare-a", "unit-1")
    assert phone.locator("#compare-b").input_value() == "unit-2"
    assert phone.url.endswith("?a=unit-1&b=unit-2")
    assert phone.locator("[data-compare-said]").inner_text() == "现在看的是示例一所和示例二所"
    phone.click("[data-compare-all]")
    assert phone.url.endswith("outcomes/compare/")
    assert len(phone.evaluate(SHOWN)[0]) > 2


def test_without_scripts_every_unit_is_there(browser: Browser, whole_address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(whole_address + "outcomes/compare/")
    expect(page.locator("#compare-a")).to_be_hidden()
    assert len(page.evaluate(SHOWN)[0]) > 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
