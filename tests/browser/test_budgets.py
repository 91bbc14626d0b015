"""What a first visit to a page may cost a phone: bytes over the wire, and how far the page jumps while it loads."""

from __future__ import annotations

import pytest
from tests.browser.visiting import Visit

pytestmark = pytest.mark.browser
HOME_KIB, OTHER_KIB = 120, 150
SHIFT = 0.02


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


def test_the_budget_counts_what_pages_load(visits: dict[str, Visit]) -> None:
    """A page is never alone: at least its style sheet and the script of every page come with it."""
    alone = [visit.address for kind, visit in visits.items() if kind != "wechat" and visit.requests < 3]
    assert alone == []
