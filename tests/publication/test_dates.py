"""From which day a record is public, when a case closes, and when the site changes by itself."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from portal.publication.changes import next_change
from portal.publication.dates import closed, is_public, is_shown, public_from
from portal.reading import read
from portal.records import Entry, Site
from portal.records.case import Case, CaseCorrection
from portal.records.month import Month
from portal.records.review import Review, Signature

SMALL = Path(__file__).parents[1] / "sites/small"


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.fixture(scope="module")
def site() -> Site:
    site = read(SMALL).site
    assert site
    return site


def case(site: Site, identifier: str) -> Case:
    return next(entry.record for entry in site.cases if entry.record.id == identifier)


def signed(last: str) -> Review:
    dates = ("2024-08-12", "2024-08-13", last)
    drafted, checked, approved = (Signature(by=f"岗-{n}", on=day(one)) for n, one in enumerate(dates))
    return Review(drafted=drafted, checked=checked, approved=approved)


def test_public_from_its_day_when_all_three_have_signed(site: Site) -> None:
    named = case(site, "2024-002")
    assert not is_public(named, day("2024-08-19"))
    assert is_public(named, day("2024-08-20"))
    assert public_from(named.model_copy(update={"published_on": None})) is None
    assert public_from(named.model_copy(update={"review": Review()})) is None


def test_a_signature_of_a_day_to_come_does_not_count_yet(site: Site) -> None:
    later = case(site, "2024-002").model_copy(update={"review": signed("2024-09-01")})
    assert not is_public(later, day("2024-08-31"))
    assert is_public(later, day("2024-09-01"))


def test_a_month_of_figures_has_no_reviews(site: Site) -> None:
    month = site.outcome_by_month[Month(2024, 6)].record
    assert not is_public(month, day("2024-07-02"))
    assert is_public(month, day("2024-07-03"))


def test_a_case_closes_when_it_expires_or_is_withdrawn(site: Site) -> None:
    publicity = site.publicity.record
    named, withdrawn, teaching = (case(site, f"2024-00{n}") for n in (2, 3, 1))
    assert is_shown(named, publicity, day("2027-08-20"))
    assert closed(named, publicity, day("2027-08-21")) == "expired"
    assert closed(withdrawn, publicity, day("2024-09-03")) == ""
    assert closed(withdrawn, publicity, day("2024-09-04")) == "withdrawn"
    assert not is_shown(withdrawn, publicity, day("2024-09-04"))
    assert closed(teaching, publicity, day("2099-01-01")) == ""


def only(site: Site, *cases: Case) -> Site:
    """Cases and nothing else that changes with time."""
    file = site.cases[0].file
    return replace(
        site,
        cases=tuple(Entry(one, file) for one in cases),
        outcomes=(),
        articles=(),
        risks=(),
        practices=(),
        corrections=(),
        laws=(),
        seasons=(),
    )


def test_the_next_change_is_the_nearest_day_ahead(site: Site) -> None:
    named = only(site, case(site, "2024-002"))
    assert next_change(named, day("2024-08-10")) == day("2024-08-20")
    assert next_change(named, day("2024-08-20")) == day("2027-08-21")
    assert next_change(named, day("2027-08-21")) is None


def test_withdrawals_corrections_and_months_change_the_site_too(site: Site) -> None:
    withdrawn = only(site, case(site, "2024-003"))
    assert next_change(withdrawn, day("2024-08-10")) == day("2024-09-04")
    told = CaseCorrection(on=day("2024-08-25"), was="甲", now="乙", reason="写错")
    corrected = case(site, "2024-002").model_copy(update={"corrections": (told,)})
    assert next_change(only(site, corrected), day("2024-08-20")) == day("2024-08-25")
    assert next_change(only(site), day("2024-06-15")) == day("2024-07-01")
    assert next_change(only(site), day("2024-07-31")) == day("2024-08-01")


def test_a_case_that_stays_a_draft_changes_nothing(site: Site) -> None:
    draft = case(site, "2024-002").model_copy(update={"published_on": None})
    assert next_change(only(site, draft), day("2024-08-10")) is None
