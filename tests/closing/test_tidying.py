"""What is left of a closed case, and how it gets into the list of stubs."""

from __future__ import annotations

import datetime

import pytest
from tests.projects import SMALL

from portal.closing.ending import CannotSplice
from portal.closing.tidying import HEADER, stubs_in, to_tidy, with_stubs
from portal.reading import read
from portal.records import Site
from portal.records.closed_case import ClosedCase

TODAY = datetime.date(2024, 12, 1)


@pytest.fixture(scope="module")
def site() -> Site:
    found = read(SMALL).site
    assert found is not None
    return found


def stub(identifier: str) -> ClosedCase:
    days = {"published_on": "2024-01-02", "closed_on": "2024-04-03"}
    return ClosedCase.model_validate({"id": identifier, "reason": "expired", **days})


def test_a_stub_holds_days_and_the_reason_and_nothing_else(site: Site) -> None:
    (found,) = to_tidy(site, TODAY)
    assert found.stub is not None
    assert found.stub.model_dump(exclude_defaults=True, mode="json") == {
        "id": "2024-003",
        "demo": True,
        "published_on": "2024-07-05",
        "closed_on": "2024-09-04",
        "reason": "withdrawn",
        "withdrawal": {
            "on": "2024-09-04",
            "decision_changed_on": "2024-09-02",
            "reason": "处罚决定经复议变更，原处罚信息撤回。",
        },
    }


def test_what_is_public_or_a_draft_stays(site: Site) -> None:
    assert to_tidy(site, datetime.date(2024, 9, 3)) == []


def test_the_first_stubs_make_the_file(site: Site) -> None:
    text = with_stubs(None, [stub("2024-001"), stub("2024-002")])
    assert text.startswith(HEADER)
    assert stubs_in(text.encode()) == (stub("2024-001"), stub("2024-002"))
    assert stubs_in(with_stubs(b"cases: []\n", [stub("2024-001")]).encode()) == (stub("2024-001"),)


def test_a_stub_is_written_once(site: Site) -> None:
    text = with_stubs(None, [stub("2024-001")])
    assert with_stubs(text.encode(), [stub("2024-001")]) == text
    assert with_stubs(text.encode(), [stub("2024-001"), stub("2024-002")]).startswith(text)


def test_a_file_that_cannot_be_read_is_not_written_over() -> None:
    with pytest.raises(CannotSplice):
        with_stubs("cases：[]\n".encode(), [stub("2024-001")])
