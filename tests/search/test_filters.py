"""Sections, business types and years: what the filters of the search page go by."""

from __future__ import annotations

import json

from tests.search.made import made_pages

from portal.records import addresses
from portal.search.coding import read_page_set
from portal.search.indexing import index
from portal.search.page import by_age

PAGES = made_pages(60)


def test_every_filter_value_has_its_pages() -> None:
    files = index(PAGES)
    manifest, order = json.loads(files[addresses.SEARCH_INDEX]), by_age(PAGES)
    raw = files[manifest["folder"] + "filters.bin"]
    seen = {}
    for name, values in manifest["filters"].items():
        for value, size in values:
            seen[name, value] = read_page_set(raw[:size])
            raw = raw[size:]
    assert raw == b""
    assert seen["section", "普法科普"] == [n for n, one in enumerate(order) if one.section == "普法科普"]
    assert seen["type", "单位食堂"] == [n for n, one in enumerate(order) if "单位食堂" in one.business_types]


def test_a_year_is_a_range() -> None:
    manifest, order = json.loads(index(PAGES)[addresses.SEARCH_INDEX]), by_age(PAGES)
    assert [year for year, _, _ in manifest["years"]] == ["2026"]
    for year, first, end in manifest["years"]:
        assert [n for n, one in enumerate(order) if one.year == year] == list(range(first, end))
