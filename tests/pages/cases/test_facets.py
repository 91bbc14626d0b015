"""Cases by business type, focus and year; and what a closed case leaves behind."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from tests.pages.made import changed, everything, output, small_site, text
from tests.projects import TODAY

from portal.pages.cases.facets import facets, grouped
from portal.pages.machines.head import head
from portal.publication.public_site import PublicSite
from portal.records import Entry, Site
from portal.records.case import CaseCorrection
from portal.records.correction import Correction

SHARED = "集体用餐配送"
NAMED = "示例餐饮有限公司"


@pytest.fixture(scope="module")
def site() -> Site:
    return small_site()


def test_a_word_that_is_both_business_and_focus_keeps_two_lists(site: Site) -> None:
    cases = changed(site.cases, "2024-001", business_type=SHARED)
    cases = changed(cases, "2024-002", focus=SHARED)
    groups = site.words.groups
    business = {**groups["business_types"], SHARED: groups["focuses"][SHARED]}
    words = replace(site.words, groups={**groups, "business_types": business})
    mixed = replace(site, cases=cases, words=words)
    shared = [
        facet
        for facet in facets(PublicSite(mixed, datetime.date.fromisoformat(TODAY)))
        if facet.title == SHARED
    ]
    assert [(one.group, [entry.record.id for entry in one.entries]) for one in shared] == [
        ("业态", ["2024-001"]),
        ("工作重点", ["2024-002"]),
    ]


def test_facets_stand_in_the_order_of_their_groups(site: Site) -> None:
    found = facets(PublicSite(site, datetime.date.fromisoformat(TODAY)))
    assert [group.title for group in grouped(found)] == ["业态", "工作重点", "品种", "年份"]


def on_named_case(site: Site) -> Site:
    """The small site with a correction in the log that names the party of case 2024-002."""
    file = site.corrections[0].file
    told = Correction(
        on=datetime.date(2024, 9, 1),
        kind="更正",
        page=f"{NAMED}经营超过保质期的食品案",
        path="cases/2024-002/",
        was=f"{NAMED}罚款6000元",
        now=f"{NAMED}罚款60000元",
        reason="录入时少写一个0",
    )
    return replace(site, corrections=(*site.corrections, Entry(told, file)))


def test_a_correction_names_the_party_while_the_case_is_shown(site: Site) -> None:
    assert f"{NAMED}罚款6000元" in text(output(on_named_case(site)), "corrections/")


def test_after_the_case_has_expired_its_correction_names_nobody(site: Site) -> None:
    log = text(output(on_named_case(site), "2027-08-21"), "corrections/")
    assert NAMED not in log
    assert "录入时少写一个0" in log
    assert "2024年9月1日" in log
    assert 'href="../cases/2024-002/"' in log


def test_a_correction_of_a_page_that_is_not_there_is_plain_text(site: Site) -> None:
    log = text(output(site, "2024-07-04"), "corrections/")
    assert "工作成效" not in log
    hidden = replace(site, outcomes=changed(site.outcomes, "2024-06", published_on=None))
    log = text(output(hidden), "corrections/")
    assert "2024年6月工作成效" in log
    assert "outcomes/2024-06/" not in log


def test_nothing_dated_in_the_future_is_shown_or_dates_a_page(site: Site) -> None:
    later = CaseCorrection(on=datetime.date(2025, 1, 2), was="旧说法", now="新说法", reason="写错")
    made = output(replace(site, cases=changed(site.cases, "2024-001", corrections=(later,))))
    assert "旧说法" not in everything(made)
    assert made.by_address["cases/2024-001/"].updated_on == datetime.date(2024, 7, 24)
    made = output(site, "2024-07-09")
    assert "误计为完成整改" not in everything(made)
    assert made.by_address["outcomes/2024-06/"].updated_on == datetime.date(2024, 7, 3)
    assert made.by_address["corrections/"].updated_on is None


def test_search_engines_are_told_to_leave_out_a_closed_case(site: Site) -> None:
    cases = changed(site.cases, "2024-003", demo=False)
    made = output(replace(site, cases=cases))
    closed = made.by_address["cases/2024-003/"]
    assert not closed.indexed
    assert '<meta name="robots" content="noindex">' in head(closed, made)
