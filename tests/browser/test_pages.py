"""On a phone, pages open without errors, without other hosts and without scrolling sideways."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
KINDS = (
    "",
    "cases/{case}/",
    "outcomes/{month}/",
    "cases/",
    "outcomes/",
    "knowledge/",
    "campaign/",
    "seasons/",
)


def first(site: Path, folder: str, pattern: str) -> str:
    return min(path.name for path in (site / folder).glob(pattern) if path.is_dir())


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens_cleanly(phone: Page, address: str, site: Path, kind: str) -> None:
    path = kind.format(case=first(site, "cases", "20*"), month=first(site, "outcomes", "20*"))
    troubles: list[str] = []
    phone.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    phone.on("pageerror", lambda error: troubles.append(str(error)))
    phone.on(
        "request",
        lambda asked: None if asked.url.startswith((address, "data:")) else troubles.append(asked.url),
    )
    phone.on("response", lambda answer: troubles.append(answer.url) if answer.status >= 400 else None)
    phone.goto(address + path, wait_until="networkidle")
    assert troubles == []
    assert phone.locator("h1").count() == 1
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_reader_finds_a_case_from_the_home_page(phone: Page, address: str) -> None:
    phone.goto(address)
    title = phone.locator(".p-card__title[href*='cases/']").first
    name = title.inner_text()
    title.click()
    assert phone.locator("h1").inner_text() == name
    assert phone.get_by_role("heading", name="怎样处罚").is_visible()
    assert phone.get_by_text("示例数据").first.is_visible()


def test_the_menu_opens_on_a_phone(phone: Page, address: str) -> None:
    phone.goto(address)
    phone.locator(".p-menu summary").click()
    phone.locator(".p-menu__panel").get_by_role("link", name="典型案例", exact=True).click()
    assert phone.locator("h1").inner_text().startswith("典型案例")
