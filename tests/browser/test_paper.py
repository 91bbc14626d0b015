"""A case, a bulletin and a risk card print on one A4 page each; what only a screen needs stays off the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.kinds import fullest_pages

pytestmark = pytest.mark.browser
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
A4 = {"width": 794, "height": 1123}  # in CSS pixels: what a browser lays a sheet out for
MILLIMETRE = 96 / 25.4  # the same
OF_ONE_SHEET = ("case", "month", "risk")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=A4)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", OF_ONE_SHEET)
def test_it_is_one_sheet(page: Page, whole_site: Path, whole_address: str, kind: str) -> None:
    """Even the longest of its kind, as a browser prints it when nobody changes anything."""
    page.goto(whole_address + fullest_pages(whole_site)[kind])
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(PAGE.findall(paper)) == 1


def test_the_bars_of_the_screen_are_not_printed(page: Page, whole_site: Path, whole_address: str) -> None:
    page.goto(whole_address + fullest_pages(whole_site)["case"])
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    shown = [one for one in page.locator("button, nav, form, input").all() if one.is_visible()]
    assert [one.evaluate("one => one.outerHTML.slice(0, 200)") for one in shown] == []
    page.emulate_media(media="screen")


def test_dark_pages_are_printed_on_white(page: Page, whole_address: str) -> None:
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(whole_address)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    page.emulate_media(color_scheme="light", media="screen")


def test_paper_says_where_it_comes_from(page: Page, whole_address: str) -> None:
    """The browser that prints fills in the day; on the screen nothing of it is seen."""
    page.goto(whole_address + "laws/food-safety-law/")
    assert not page.locator(".p-printed").is_visible()
    page.pdf()
    page.emulate_media(media="print")
    assert re.search(
        r"/laws/food-safety-law/ 打印日期：\d{4}年\d+月\d+日", page.locator(".p-printed").inner_text()
    )
    code = page.locator(".p-printed svg").bounding_box()
    assert code is not None
    assert code["width"] >= MILLIMETRE * 14.9
    page.emulate_media(media="screen")


def test_search_results_are_printed_with_what_was_asked_for(page: Page, whole_address: str) -> None:
    page.goto(whole_address + "search/?q=过期")
    page.locator(".p-results li").first.wait_for()
    page.pdf()
    page.emulate_media(media="print")
    assert page.locator(".p-results li").first.is_visible()
    assert page.locator(".p-printed").inner_text().count("search/?q=过期") == 1
    assert [one for one in page.locator("form, .p-browse, main button").all() if one.is_visible()] == []
    page.emulate_media(media="screen")
