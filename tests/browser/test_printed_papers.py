"""Printed papers in a real browser: whole sheets where both sides are printed, strips as wide as the answer grid."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.paper.made import TEMPLATES, copied, made, site_at

from portal.paper.batch import papers_html, strips_html
from portal.paper.length import even_pages
from portal.paper.paper import Paper

pytestmark = pytest.mark.browser
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
CELLS = """selector => [...document.querySelectorAll(selector)].map(one => {
  const from = one.closest("table").getBoundingClientRect().left;
  const { left, width } = one.getBoundingClientRect();
  return [Math.round((left - from) * 2), Math.round(width * 2)];
})"""
Show = Callable[[bytes], Page]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Paper]:
    site = site_at(copied(tmp_path_factory.mktemp("printed") / "site"))
    return [made(site, form) for form in (1, 2, 999_999_999)]


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    context = browser.new_context()
    page = context.new_page()
    page.emulate_media(media="print")

    def show(html: bytes) -> Page:
        (tmp_path / "printed.html").write_bytes(html)
        page.goto((tmp_path / "printed.html").as_uri())
        return page

    yield show
    context.close()


def sheets(page: Page) -> int:
    return len(PAGE.findall(page.pdf(prefer_css_page_size=True)))


def test_each_paper_begins_on_the_front_of_a_sheet(show: Show, papers: list[Paper]) -> None:
    """None takes less than its even number of pages, and all together take no more."""
    longer = [replace(one, sections=one.sections * times) for times, one in enumerate(papers, 1)]
    pages = [even_pages(one, with_qr=False) for one in longer]
    assert len(set(pages)) > 1
    assert sheets(show(papers_html(longer, TEMPLATES, "slip", duplex=False))) < sum(pages)
    assert sheets(show(papers_html(longer, TEMPLATES, "slip", duplex=True))) == sum(pages)


def test_a_strip_lies_beside_the_answer_grid(show: Show, papers: list[Paper]) -> None:
    """Every letter stands below the cell that the answer was written into."""

    def cells(html: bytes, selector: str) -> Any:
        return show(html).evaluate(CELLS, selector)

    grid = cells(papers_html(papers, TEMPLATES, "slip", duplex=False), ".grid td")
    assert len(grid) == 15
    assert cells(strips_html(papers, TEMPLATES), ".grid td") == grid
