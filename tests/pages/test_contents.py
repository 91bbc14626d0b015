"""本页目录 is made of the headings of the page, so that none is left out and none leads nowhere."""

from __future__ import annotations

import re

import pytest
from tests.pages.made import output, small_site, text

from portal.pages import Output, kinds
from portal.pages.contents import LEVELS, MARK, Heading, filled, headings

BODY = f"""{MARK}
<h2 id="one">第一 &amp; 二<small>3条</small></h2><h3 id="in">里面</h3><h2>没有网址的</h2><h2 id="two"><a href="x">第三</a></h2>
"""


@pytest.fixture(scope="module")
def made() -> Output:
    return output(small_site())


def test_headings_are_read_without_markup_and_notes() -> None:
    one, inner, two = (
        Heading("one", "第一 & 二", False),
        Heading("in", "里面", True),
        Heading("two", "第三", False),
    )
    assert headings(BODY, 3) == [one, inner, two]
    assert headings(BODY, 2) == [one, two]


def test_a_short_page_has_no_list() -> None:
    assert MARK not in filled(BODY, kinds.DATA, lambda found: "list")
    assert "list" not in filled(BODY, kinds.DATA, lambda found: "list")
    assert "list" in filled(BODY, kinds.LAW, lambda found: "list")


@pytest.mark.parametrize(
    "address", ["outcomes/", "outcomes/2024-06/", "outcomes/final/", "data/", "laws/food-safety-law/"]
)
def test_long_pages_list_their_headings(made: Output, address: str) -> None:
    page = text(made, address)
    links = re.findall(r'<li[^>]*><a href="#([^"]+)">', page.partition("</nav>")[2].partition("</nav>")[0])
    assert len(links) >= 3
    assert links == [one.anchor for one in headings(page, LEVELS[made.by_address[address].kind])]
    assert "回到页首" in page


def test_no_page_keeps_the_mark(made: Output) -> None:
    assert [one.address for one in made.documents if MARK in text(made, one.address)] == []
