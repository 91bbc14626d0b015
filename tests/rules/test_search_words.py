"""SEARCH-WORD-02 takes the names of some pages as found, because they stand in no record."""

from __future__ import annotations

from tests.pages.made import output, small_site

from portal.rules.search_words import PAGES


def test_these_are_names_of_pages() -> None:
    titles = [document.title for document in output(small_site()).documents]
    assert [name for name in PAGES if not any(name in title for title in titles)] == []
