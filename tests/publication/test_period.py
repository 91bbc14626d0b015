"""How long a named penalty stays public."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from portal.publication.period import expires_on
from portal.reading import read
from portal.records import Site
from portal.records.case import Case

SMALL = Path(__file__).parents[1] / "sites/small"
PUBLISHED = datetime.date(2024, 8, 20)
THREE_MONTHS = datetime.date(2024, 11, 20)
THREE_YEARS = datetime.date(2027, 8, 20)


@pytest.fixture(scope="module")
def site() -> Site:
    site = read(SMALL).site
    assert site
    return site


def case(site: Site, *, party: dict[str, Any] | None = None, **decision: Any) -> Case:
    """The named case of the small site, published on `PUBLISHED`, with a lower fine unless told otherwise."""
    named = next(entry.record for entry in site.cases if entry.record.id == "2024-002")
    decision = {"penalties": ("罚款",), "fine_yuan": 20_000} | decision
    return named.model_copy(
        update={
            "decision": named.decision.model_copy(update=decision),
            "party": named.party.model_copy(update=party or {}),
        }
    )


@pytest.mark.parametrize(
    ("decision", "end"),
    [
        ({}, THREE_MONTHS),
        ({"fine_yuan": 50_000}, THREE_MONTHS),
        ({"fine_yuan": 50_000.01}, THREE_YEARS),
        ({"penalties": ("警告", "罚款")}, THREE_MONTHS),
        ({"penalties": ("通报批评",), "fine_yuan": 0}, THREE_MONTHS),
        ({"penalties": ("罚款", "没收违法所得"), "confiscated_yuan": 100}, THREE_YEARS),
        ({"penalties": ("罚款", "没收非法财物")}, THREE_YEARS),
        ({"penalties": ("罚款", "责令停产停业")}, THREE_YEARS),
        ({"penalties": ("吊销许可证件",), "fine_yuan": 0}, THREE_YEARS),
        # No threshold was in force on the day of the decision.
        ({"decided_on": datetime.date(2022, 6, 30)}, THREE_YEARS),
        ({"decided_on": datetime.date(2027, 7, 1)}, THREE_YEARS),
        ({"decided_on": datetime.date(2022, 7, 1)}, THREE_MONTHS),
    ],
)
def test_only_criticism_or_a_lower_fine_is_short(
    site: Site, decision: dict[str, Any], end: datetime.date
) -> None:
    assert expires_on(case(site, **decision), site.publicity.record) == end


def test_persons_have_their_own_threshold(site: Site) -> None:
    person = {"kind": "自然人"}
    assert expires_on(case(site, party=person, fine_yuan=5_000), site.publicity.record) == THREE_MONTHS
    assert expires_on(case(site, party=person, fine_yuan=5_001), site.publicity.record) == THREE_YEARS


def test_teaching_cases_and_drafts_do_not_expire(site: Site) -> None:
    assert expires_on(case(site, party={"form": "anonymised"}), site.publicity.record) is None
    draft = case(site).model_copy(update={"published_on": None})
    assert expires_on(draft, site.publicity.record) is None
