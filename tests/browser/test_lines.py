"""Where lines end in a browser: between words of titles, never between a number and its unit; copies are the text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
# The words that stand on more than one line, which only a word wider than the page may.
PARTED = """() => [...document.querySelectorAll(".p-words, bdi")].flatMap(one => [...one.childNodes])
  .filter(one => one.nodeType === Node.TEXT_NODE && one.parentElement.getClientRects().length).map(one => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return [one.data, new Set([...range.getClientRects()].map(box => Math.round(box.top))).size];
  }).filter(([text, lines]) => lines > 1 && !/[、，：；。“”《》（）—…？！·　 ]/.test(text)).map(([text]) => text)"""
COPIED = """() => { getSelection().selectAllChildren(document.querySelector("h1")); return getSelection().toString(); }"""


@pytest.mark.parametrize("page", ["", "cases/", "cases/2024-002/", "knowledge/", "laws/food-safety-law/"])
def test_no_word_of_a_title_and_no_quantity_is_parted(phone: Page, address: str, page: str) -> None:
    for width in (320, 360):
        phone.set_viewport_size({"width": width, "height": 740})
        phone.goto(address + page)
        assert phone.evaluate(PARTED) == []


def test_a_title_is_copied_as_it_is_written(phone: Page, address: str) -> None:
    phone.goto(address + "cases/2024-002/")
    assert phone.locator("h1 wbr").count() > 2
    named = phone.evaluate("document.querySelector('meta[property=\"og:title\"]').content")
    assert phone.evaluate(COPIED).strip() == named


def test_a_word_that_is_wider_than_the_page_is_parted_after_all(phone: Page, address: str) -> None:
    phone.goto(address + "cases/2024-002/")
    phone.evaluate("document.querySelector('h1 .p-words').textContent = '无'.repeat(80)")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
