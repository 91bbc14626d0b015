"""Every kind of page opens on a phone without errors, without other hosts and without scrolling sideways."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from tests.browser.visiting import WIDTH, Visit

pytestmark = pytest.mark.browser


def test_there_is_a_page_of_every_kind(visits: dict[str, Visit]) -> None:
    """The search for kinds works: these are as old as the site."""
    assert {"home", "case", "case-closed", "month", "article", "law", "missing"} <= visits.keys()


def test_pages_open_without_errors_or_refusals(visits: dict[str, Visit]) -> None:
    """An exception, a message of the console, an answer of 400 and more, anything that the policy refuses."""
    assert {visit.address: visit.troubles for visit in visits.values() if visit.troubles} == {}


def test_nothing_is_asked_of_another_host(visits: dict[str, Visit]) -> None:
    assert {visit.address: visit.outside for visit in visits.values() if visit.outside} == {}


def test_no_page_scrolls_sideways(visits: dict[str, Visit]) -> None:
    assert {visit.address: visit.width for visit in visits.values() if visit.width > WIDTH} == {}


def test_a_reader_finds_a_case_from_the_home_page(phone: Page, address: str) -> None:
    phone.goto(address)
    link = phone.locator("main a[href*='cases/20']").first
    place = link.get_attribute("href")
    link.click()
    assert phone.url == address + str(place)
    assert phone.locator("h1").count() == 1
    assert phone.get_by_text("示例数据").first.is_visible()


def test_the_menu_leads_to_every_section(phone: Page, address: str) -> None:
    phone.goto(address)
    phone.locator(".p-menu summary").click()
    phone.locator(".p-menu__panel").get_by_role("link", name="典型案例", exact=True).click()
    assert phone.locator("h1").inner_text().startswith("典型案例")
