"""What the theme makes of the pages: the sitemap, and the menu that phones open."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.projects import TODAY

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def site(small: Path) -> Path:
    return small / "site"


def test_a_withdrawn_case_is_not_in_the_sitemap(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert (site / "cases/2024-003/index.html").is_file()
    assert "cases/2024-003/" not in sitemap
    assert "<loc>https://example.invalid/food-safety/cases/2024-001/</loc>" in sitemap


def test_the_menu_of_phones_leads_to_the_hotline(site: Path) -> None:
    page = (site / "cases/index.html").read_text("utf-8")
    menu = page[page.index('class="p-menu__panel"') :]
    assert 'href="tel:12315"' in menu[: menu.index("</nav>")]


def test_the_sitemap_dates_a_page_by_its_record_and_never_by_the_clock(site: Path) -> None:
    root = ET.parse(site / "sitemap.xml").getroot()
    found = {one.findtext(f"{MAP}loc"): one.findtext(f"{MAP}lastmod") for one in root.findall(f"{MAP}url")}
    base = "https://example.invalid/food-safety/"
    assert found[f"{base}cases/2024-001/"] is not None
    assert found[f"{base}about/"] is None
    assert TODAY not in found.values()
    assert f"Sitemap: {base}sitemap.xml" in (site / "robots.txt").read_text("utf-8")
