"""What the theme makes of the pages: the sitemap, and the menu that phones open."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import build, small_project


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_project(tmp_path_factory.mktemp("theme"))
    assert build(root).returncode == 0
    return root / "site"


def test_a_withdrawn_case_is_not_in_the_sitemap(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert (site / "cases/2024-003/index.html").is_file()
    assert "cases/2024-003/" not in sitemap
    assert "<loc>https://example.invalid/food-safety/cases/2024-001/</loc>" in sitemap


def test_the_menu_of_phones_leads_to_the_hotline(site: Path) -> None:
    page = (site / "cases/index.html").read_text("utf-8")
    menu = page[page.index('class="p-menu__panel"') :]
    assert 'href="tel:12315"' in menu[: menu.index("</nav>")]
