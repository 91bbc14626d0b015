"""What readers may see on a day is decided once, and a `Site` is no way around it."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from tests.pages.made import changed, small_site, with_indicators

from portal.publication.public_site import PublicSite
from portal.records import Site
from portal.records.case import CaseCorrection

DAY = datetime.date(2024, 12, 1)


@pytest.fixture(scope="module")
def site() -> Site:
    return small_site()


def with_cases(site: Site, which: str, **fields: object) -> Site:
    return replace(site, cases=changed(site.cases, which, **fields))


def test_a_draft_is_nowhere_but_in_a_preview(site: Site) -> None:
    drafted = with_cases(site, "2024-001", published_on=None)
    assert "2024-001" not in [entry.record.id for entry in PublicSite(drafted, DAY).cases]
    preview = PublicSite(drafted, DAY, drafts=True)
    entry = next(one for one in preview.cases if one.record.id == "2024-001")
    assert preview.is_draft(entry)


def test_a_withdrawn_case_keeps_its_address_only(site: Site) -> None:
    public = PublicSite(site, DAY)
    closed = {one.entry.record.id: one for one in public.closed_cases}
    assert closed["2024-003"].reason == "withdrawn"
    assert "2024-003" not in [entry.record.id for entry in public.cases]
    assert "2024-003" in public.hidden_case_ids


def test_a_correction_counts_from_its_day(site: Site) -> None:
    made = CaseCorrection(on=DAY + datetime.timedelta(days=1), was="二十", now="三十", reason="数字写错")
    corrected = with_cases(site, "2024-001", corrections=(made,))
    case = next(one.record for one in corrected.cases if one.record.id == "2024-001")
    before, after = PublicSite(corrected, DAY), PublicSite(corrected, made.on)
    assert (before.shown_corrections(case), before.updated_on(case)) == ([], case.published_on)
    assert (after.shown_corrections(case), after.updated_on(case)) == ([made], made.on)


def test_reserved_questions_and_drafts_of_questions_are_not_there(site: Site) -> None:
    shown = PublicSite(site, DAY, drafts=True).bank.ready
    assert {entry.record.status for entry in shown} == {"ready"}


def test_indicators_that_are_not_public_are_left_out(site: Site) -> None:
    first, *others = site.indicators.record.indicators
    hidden = first.model_copy(update={"public": False})
    file = with_indicators(site, lambda one: one.model_copy(update={"indicators": (hidden, *others)}))
    assert first.id in PublicSite(site, DAY).indicators
    assert first.id not in PublicSite(file, DAY).indicators
