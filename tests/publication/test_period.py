"""How long a named penalty stays public by the text of 2021; what later texts, settings and odd years do to it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from portal.publication.period import expires_on, last_day, period
from portal.publication.reckoning import ONE_DAY
from portal.reading import read
from portal.records import Site
from portal.records.case import Case, DecidedPeriod, StoppedEarly

SMALL = Path(__file__).parents[1] / "sites/small"
THREE_MONTHS = datetime.date(2024, 11, 20)
THREE_YEARS = datetime.date(2027, 8, 20)
NEW_TEXT = datetime.date(2025, 12, 25)


@pytest.fixture(scope="module")
def site() -> Site:
    site = read(SMALL).site
    assert site
    return site


def case(site: Site, *, party: dict[str, Any] | None = None, **decision: Any) -> Case:
    """The named case of the small site, disclosed on 2024-08-20, with a lower fine unless told otherwise."""
    named = next(entry.record for entry in site.cases if entry.record.id == "2024-002")
    decision = {"penalties": ("罚款",), "fine_yuan": 20_000, "tier": "一般"} | decision
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
    assert last_day(case(site, **decision), site.publicity.record) == end


def test_persons_have_their_own_threshold(site: Site) -> None:
    person = {"kind": "自然人"}
    assert last_day(case(site, party=person, fine_yuan=5_000), site.publicity.record) == THREE_MONTHS
    assert last_day(case(site, party=person, fine_yuan=5_001), site.publicity.record) == THREE_YEARS


def test_teaching_cases_do_not_expire_and_what_lacks_its_day_of_disclosure_does(site: Site) -> None:
    assert expires_on(case(site, party={"form": "anonymised"}), site.publicity.record) is None
    undisclosed = case(site, disclosed_on=None)
    assert undisclosed.published_on is not None
    assert expires_on(undisclosed, site.publicity.record) is not None


def test_a_new_text_shortens_from_its_day_and_never_lengthens(site: Site) -> None:
    other = case(site, field="其他", fine_yuan=80_000)
    publicity = site.publicity.record
    # By the new text a year would have ended in August 2025, before that text took effect.
    assert last_day(other, publicity) == NEW_TEXT - ONE_DAY
    assert last_day(other, publicity.model_copy(update={"earlier_cases": "old_text"})) == THREE_YEARS
    assert last_day(case(site, fine_yuan=80_000), publicity) == THREE_YEARS
    # Lower by the amount of the old text, not by the tier of the new one.
    assert last_day(case(site, tier="一般"), publicity) == THREE_MONTHS


@pytest.mark.parametrize(
    ("until", "end"), [("2026-01-01", THREE_YEARS), ("2027-08-21", THREE_YEARS), ("2029-01-01", None)]
)
def test_the_old_text_waits_only_for_restrictions_of_more_than_three_years(
    site: Site, until: str, end: datetime.date | None
) -> None:
    restricted = case(
        site,
        penalties=("限制从业",),
        fine_yuan=0,
        restriction_from=datetime.date(2025, 1, 1),
        restriction_until=datetime.date.fromisoformat(until),
    )
    assert last_day(restricted, site.publicity.record) == (end or datetime.date.fromisoformat(until))


def test_an_open_point_that_changes_nothing_is_not_asked(site: Site) -> None:
    new: dict[str, Any] = {
        "disclosed_on": datetime.date(2026, 3, 2),
        "decided_on": datetime.date(2026, 2, 10),
    }
    closed_down = case(site, penalties=("责令关闭", "罚款"), tier=None, **new)
    found = period(closed_down, site.publicity.record)
    assert found is not None
    assert (found.open, found.basis) == ((), "第十四条第三款")


def test_what_the_bureau_decides_does_not_count_where_nothing_is_open(site: Site) -> None:
    decided = DecidedPeriod(months=120, reason="想多放几年")
    assert last_day(case(site, period=decided), site.publicity.record) == THREE_MONTHS


def test_an_early_stop_never_makes_a_period_longer(site: Site) -> None:
    late = StoppedEarly(on=datetime.date(2030, 1, 1), basis="注销")
    assert last_day(case(site, stopped_early=late), site.publicity.record) == THREE_MONTHS
    early = StoppedEarly(on=datetime.date(2024, 9, 1), basis="注销")
    assert last_day(case(site, stopped_early=early), site.publicity.record) == datetime.date(2024, 8, 31)
    teaching = case(site, party={"form": "anonymised"}, stopped_early=early)
    assert last_day(teaching, site.publicity.record) is None


@pytest.mark.parametrize("setting", ["corresponding_day", "day_before"])
@pytest.mark.parametrize("year", [1, 9999])
def test_years_at_the_ends_of_the_calendar_are_reckoned(site: Site, setting: str, year: int) -> None:
    publicity = site.publicity.record.model_copy(update={"last_day": setting})
    odd = datetime.date(year, 12, 31) if year == 9999 else datetime.date(year, 1, 1)
    stopped = StoppedEarly(on=odd, basis="信用修复")
    for one in (case(site, disclosed_on=odd), case(site, disclosed_on=odd, stopped_early=stopped)):
        assert last_day(one, publicity)
        assert year == 9999 or expires_on(one, publicity)
