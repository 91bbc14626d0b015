"""Forty periods worked out by hand (`worked_cases.yaml`): the last public day, what is open, when it may stop early."""

from __future__ import annotations

import datetime
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from portal.publication.dates import EXPIRED, WITHDRAWN, closed
from portal.publication.period import expires_on, last_day, period
from portal.publication.reckoning import ONE_DAY
from portal.publication.stopping import early_stop, open_questions
from portal.reading import read
from portal.records import Entry, Site
from portal.records.case import Case, StoppedEarly
from portal.records.publicity import Publicity
from portal.rules.publicity import may_be_published

SMALL = Path(__file__).parents[1] / "sites/small"
TABLE = YAML(typ="safe").load(Path(__file__).with_name("worked_cases.yaml").read_text("utf-8"))
ROWS: list[dict[str, Any]] = TABLE["cases"]
UNSETTLED = {6, 9, 14, 19, 23, 24, 27, 34, 35, 37, 38, 39, 40}


@pytest.fixture(scope="module")
def site() -> Site:
    site = read(SMALL).site
    assert site
    return site


@pytest.fixture(scope="module")
def publicity(site: Site) -> Publicity:
    return site.publicity.record


def case(row: dict[str, Any], **decision: Any) -> Case:
    """The named case of the small site with the decision and the party of the row."""
    data = YAML(typ="safe").load((SMALL / "content/cases/2024/2024-002.yaml").read_text("utf-8"))
    for part in ("decision", "party"):
        told = {**TABLE["defaults"][part], **row.get(part, {})}
        data[part] = {key: value for key, value in {**data[part], **told}.items() if value is not None}
    if "disclosed_on" not in row["decision"]:
        del data["decision"]["disclosed_on"]
    data["decision"] |= decision
    data["published_on"] = data["decision"].get("disclosed_on", data["decision"]["decided_on"])
    data["withdrawal"] = row.get("withdrawal")
    for step in data["review"].values():
        step["on"] = data["decision"]["decided_on"]
    return Case.model_validate(deepcopy(data))


def rows(key: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", [row for row in ROWS if key in row], ids=named)


def named(row: dict[str, Any]) -> str:
    return f"{row['no']}-{row['why']}"


def test_all_forty_are_here() -> None:
    assert [row["no"] for row in ROWS] == list(range(1, 41))
    assert {row["no"] for row in ROWS if "open" in row or "setting" in row} >= UNSETTLED


@pytest.mark.parametrize("row", [row for row in ROWS if row["last"]], ids=named)
def test_the_last_day_and_its_article(row: dict[str, Any], publicity: Publicity) -> None:
    found = period(case(row), publicity)
    assert found
    assert (found.last_day, found.basis) == (row["last"], row["by"])
    public_until = row.get("published_last", row["last"])
    assert last_day(case(row), publicity) == public_until
    assert expires_on(case(row), publicity) == public_until + ONE_DAY


@pytest.mark.parametrize("row", [row for row in ROWS if "withdrawal" not in row and row["last"]], ids=named)
def test_public_on_the_last_day_and_closed_on_the_next(row: dict[str, Any], publicity: Publicity) -> None:
    last = row.get("published_last", row["last"])
    assert closed(case(row), publicity, last) == ""
    assert closed(case(row), publicity, last + ONE_DAY) == EXPIRED


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_what_the_text_leaves_open_is_said(row: dict[str, Any], publicity: Publicity) -> None:
    expected = row.get("open", [])
    found = open_questions(case(row), publicity)
    assert len(found) == len(expected)
    assert all(part in point for part, point in zip(expected, found, strict=True))


@rows("decided")
def test_what_the_bureau_decides_counts(row: dict[str, Any], publicity: Publicity) -> None:
    for months, last in row["decided"].items():
        decided = {"months": months, "reason": "本局认定"}
        assert last_day(case(row, period=decided), publicity) == last


@rows("refused")
def test_what_is_not_published_at_all(row: dict[str, Any], site: Site) -> None:
    one = case(row)
    entry = Entry(one, site.cases[1].file)
    found = may_be_published.check(entry, site, datetime.date(2026, 11, 30))
    assert [finding.message for finding in found] == [row["refused"]]


@rows("withdrawn")
def test_a_decision_that_was_annulled_is_withdrawn(row: dict[str, Any], publicity: Publicity) -> None:
    on = row["withdrawal"]["on"]
    assert closed(case(row), publicity, on - ONE_DAY) == ""
    assert closed(case(row), publicity, on) == WITHDRAWN


def stop(row: dict[str, Any], publicity: Publicity) -> datetime.date | None:
    stopped = StoppedEarly(on=datetime.date(2028, 1, 1), basis="信用修复")
    found = early_stop(case(row), stopped, publicity)
    assert found
    return found.start


@rows("stop_from")
def test_from_when_it_may_stop_on_application(row: dict[str, Any], publicity: Publicity) -> None:
    assert stop(row, publicity) == row["stop_from"]


@rows("never")
def test_what_may_not_stop_early(row: dict[str, Any], publicity: Publicity) -> None:
    assert stop(row, publicity) is None


@rows("old_text")
def test_earlier_cases_may_stay_under_the_old_text(row: dict[str, Any], publicity: Publicity) -> None:
    old = publicity.model_copy(update={"earlier_cases": "old_text"})
    assert last_day(case(row), old) == row["old_text"]


@pytest.mark.parametrize("row", [row for row in ROWS if row["last"]], ids=named)
def test_the_day_of_disclosure_may_count(row: dict[str, Any], publicity: Publicity) -> None:
    """Then every last day is a day earlier, but for those that come from a restriction or from the eve of an early stop."""
    counted = publicity.model_copy(update={"last_day": "day_before"})
    fixed = row["no"] in (24, 26) or "published_last" in row
    public_until = row.get("published_last", row["last"])
    assert last_day(case(row), counted) == (public_until if fixed else public_until - ONE_DAY)
