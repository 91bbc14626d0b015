"""Every kind of page opens on a phone without errors, other hosts and scrolling sideways, and within its budget.

A budget is what a first visit may cost: bytes over the wire, and how far the page jumps while it loads.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.browser.visiting import WIDTH, Visit

pytestmark = pytest.mark.browser
HOME_KIB, OTHER_KIB = 120, 150
SHIFT = 0.02


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


def test_no_page_is_heavier_than_its_budget(visits: dict[str, Visit]) -> None:
    """The page with everything that it loads, compressed as servers send it."""
    heavy = {
        visit.address: round(visit.kib)
        for kind, visit in visits.items()
        if visit.kib > (HOME_KIB if kind == "home" else OTHER_KIB)
    }
    assert heavy == {}


def test_no_page_jumps_while_it_loads(visits: dict[str, Visit]) -> None:
    assert {visit.address: visit.shift for visit in visits.values() if visit.shift > SHIFT} == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_title_and_text_begin_at_one_line_on_every_page(visits: dict[str, Visit], width: int) -> None:
    # The copy for chats is no page of the site, the elder home is in large type, which has margins of its own.
    # Words for screen readers lie a pixel to the left of their place.
    edges = {kind: visit.edges[width] for kind, visit in visits.items() if kind not in ("wechat", "elder")}
    [line] = set(edges["law"])
    assert {kind: edge for kind, edge in edges.items() if any(abs(one - line) > 1 for one in edge)} == {}


def test_the_budget_counts_what_pages_load(visits: dict[str, Visit]) -> None:
    """A page is never alone: at least its style sheet and the script of every page come with it."""
    alone = [visit.address for kind, visit in visits.items() if kind != "wechat" and visit.requests < 3]
    assert alone == []


def test_a_reader_finds_a_case_from_the_home_page(phone: Page, address: str) -> None:
    phone.goto(address)
    link = phone.locator("main a[href*='cases/20']").first
    place = link.get_attribute("href")
    link.click()
    assert phone.url == address + str(place)
    expect(phone.locator("h1")).to_have_count(1)
    expect(phone.get_by_text("示例数据").first).to_be_visible()


def test_the_menu_leads_to_every_section(phone: Page, address: str) -> None:
    phone.goto(address)
    phone.locator(".p-menu summary").click()
    phone.locator(".p-menu__panel").get_by_role("link", name="典型案例", exact=True).click()
    assert phone.locator("h1").inner_text().startswith("典型案例")
