"""What a manifest keeps of the records that a site shows, and what whoever publishes is told it leaves out."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from tests.pages.made import changed, small_site

from portal.publication.published import in_words, published
from portal.publication.waiting import Reason, left_out, missing_steps
from portal.records import Site
from portal.records.review import Review

DAY = datetime.date(2024, 12, 1)


@pytest.fixture(scope="module")
def site() -> Site:
    return small_site()


def test_an_open_record_has_its_address_its_day_and_a_hash_of_its_title(site: Site) -> None:
    found = published(site, DAY)["case:2024-001"]
    case = next(one.record for one in site.cases if one.record.id == "2024-001")
    assert (found.address, found.state) == ("cases/2024-001/", "open")
    assert found.title
    assert case.title not in str(found)


def test_a_withdrawn_case_keeps_its_address_and_no_trace_of_its_title(site: Site) -> None:
    found = published(site, DAY)["case:2024-003"]
    assert (found.state, found.title) == ("withdrawn", "")


def test_a_renamed_record_says_where_it_has_gone(site: Site) -> None:
    renamed = replace(site, cases=changed(site.cases, "2024-001", formerly=("2023-900",)))
    found = published(renamed, DAY)["case:2023-900"]
    assert (found.state, found.to) == ("moved", "cases/2024-001/")


def test_what_is_left_out_is_told_with_its_reason(site: Site) -> None:
    waiting = replace(site, cases=changed(site.cases, "2024-001", published_on=None))
    assert "case:2024-001" in left_out(waiting, DAY)[Reason.DRAFT]
    unsigned = replace(site, cases=changed(site.cases, "2024-001", review=Review()))
    assert left_out(unsigned, DAY)[Reason.UNSIGNED] == ["case:2024-001"]
    assert missing_steps(unsigned.cases[0].record) == ["初审", "复审", "终审"]
    assert left_out(site, datetime.date(2024, 1, 1))[Reason.FUTURE]
    assert "case:2024-003" in left_out(site, DAY)[Reason.WITHDRAWN]


def test_keys_are_read_as_words() -> None:
    assert in_words("case:2024-001") == "案例 2024-001"
