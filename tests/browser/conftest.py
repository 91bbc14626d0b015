"""A real Chromium on two built sites: the small one of the tests, and the product's own with all kinds of pages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.browser.chromium import read_record
from tests.browser.visiting import Visit, visit_all
from tests.projects import BASE

from portal.bench.phone import FLAGS, RECORD
from portal.bench.serving import served

PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="session")
def site(small: Path) -> Path:
    """The small site."""
    return small / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the small site is served."""
    with served(site) as place:
        yield place.url


@pytest.fixture(scope="session")
def whole_address(whole_site: Path) -> Iterator[str]:
    """Where the whole site is served, below `BASE`."""
    with served(whole_site.parent) as place:
        yield place.url + BASE


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = read_record(Path(sys.prefix) / RECORD)
    assert found, "没有浏览器：先运行 make test，它会装好；或设 PORTAL_SKIP_BROWSER=1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def visits(browser: Browser, whole_site: Path) -> dict[str, Visit]:
    """A first visit to one page of every kind."""
    return visit_all(browser, whole_site)
