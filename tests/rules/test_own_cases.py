"""The cases that the product is shown with: they fit the months' figures and what was in force on their day."""

from __future__ import annotations

import datetime

import pytest
from tests.projects import REPOSITORY

from portal.pages.templates import money
from portal.reading import read
from portal.records import Site
from portal.records.citation import parse
from portal.records.vocabulary import FINE
from portal.rules.outcome_cases import months_carry_the_cases
from portal.rules.references import subjects_have_something

TODAY = datetime.date(2026, 11, 30)


@pytest.fixture(scope="module")
def site() -> Site:
    found = read(REPOSITORY).site
    assert found is not None
    return found


def test_no_month_reports_less_than_its_public_cases(site: Site) -> None:
    assert [one.message for one in months_carry_the_cases.check(site, TODAY)] == []


def test_nothing_from_before_the_notice_is_shown_as_its_fruit(site: Site) -> None:
    notice = site.campaign.record.issued_on
    early = [one.record.id for one in site.cases if one.record.decision.decided_on < notice]
    assert early == []


def test_the_text_of_a_case_names_the_fine_of_its_decision(site: Site) -> None:
    fined = [one.record for one in site.cases if FINE in one.record.decision.penalties]
    assert [one.id for one in fined if money(one.decision.fine_yuan or 0) not in one.facts] == []


def test_acts_are_judged_by_texts_that_were_in_force(site: Site) -> None:
    """A decision that cites rules which took effect only afterwards could not have been made."""
    found = [
        (case.record.id, text)
        for case in site.cases
        for text in (*case.record.provisions_violated, *case.record.legal_basis)
        if (citation := parse(text))
        and site.law_by_name[citation.law].record.versions[0].effective > case.record.decision.decided_on
    ]
    assert found == []


def test_all_that_the_notice_names_has_advice_and_a_case(site: Site) -> None:
    assert [one.message for one in subjects_have_something.check(site, TODAY)] == []
    named = [subject.name for focus in site.campaign.record.focuses for subject in focus.subjects]
    assert len(named) == 31
