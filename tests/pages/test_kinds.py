"""Every kind of page is decided about in one row, and what is decided is there."""

from __future__ import annotations

import re
from pathlib import Path

from tests.pages.made import output, small_site

from portal.pages import kinds
from portal.pages.machines.feeds import SUBJECTS
from portal.records import addresses

REPOSITORY = Path(__file__).parents[2]
STYLES = REPOSITORY / "site_config/theme/assets/styles"
SCRIPTS = REPOSITORY / "site_config/theme/assets/scripts"
# `selectors { padding-right: … var(--p-measure) …`: pages one column of text wide.
READING = re.compile(r"([^{}]+)\{\s*padding-right:[^{};]*var\(--p-measure\)")
OF_PAGE = re.compile(r"\.p-page--([a-z-]+)\s*(?:,|$)")
# A page that the theme has of its own, for addresses that lead nowhere.
MISSING = {"missing"}
LINK = re.compile(r'link\("[^"]*", "([^"?#]*)')


def test_a_kind_is_one_row() -> None:
    rows = [(one.name, one.section.id) for one in kinds.KINDS]
    assert len(rows) == len(set(rows))


def test_every_kind_has_pages() -> None:
    made = {document.kind for document in output(small_site(), "2028-01-01").documents}
    assert {one.name for one in kinds.KINDS} - {one.name for one in made} <= {"case-closed"}


def test_heads_point_to_feeds_that_are_there() -> None:
    assert {name for one in kinds.KINDS for name in one.feeds} == {subject.name for subject in SUBJECTS}


def test_pages_one_column_wide_are_so_in_the_style_sheets() -> None:
    sheets = "\n".join(file.read_text("utf-8") for file in sorted(STYLES.glob("*.css")))
    narrow = {name for selectors in READING.findall(sheets) for name in OF_PAGE.findall(selectors.strip())}
    assert narrow - MISSING == {one.name for one in kinds.KINDS if one.width == "reading"}


def test_scripts_lead_to_pages_that_are_there() -> None:
    named = {to for file in sorted(SCRIPTS.glob("*.js")) for to in LINK.findall(file.read_text("utf-8"))}
    assert named
    assert named <= {*addresses.DOCUMENTS, addresses.HOME}
