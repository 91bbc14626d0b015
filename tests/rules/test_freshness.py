"""A column counts as filled by what readers find in it, not by files that lie in its folder."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from portal.reading import read
from portal.records import Site
from portal.records.case import Withdrawal
from portal.rules import check

SMALL = Path(__file__).parents[1] / "sites/small"
TODAY = datetime.date(2024, 12, 1)


def site_with_all_cases_withdrawn_on(day: datetime.date) -> Site:
    site = read(SMALL).site
    assert site
    withdrawal = Withdrawal(on=day, reason="处罚决定变更")
    changed = [
        replace(entry, record=entry.record.model_copy(update={"withdrawal": withdrawal}))
        for entry in site.cases
    ]
    return replace(site, cases=tuple(changed))


def empty_sections(site: Site) -> list[str]:
    return [one.message for one in check(site, TODAY).all if one.code == "FRESH-EMPTY-01"]


def test_a_column_of_closed_cases_is_empty() -> None:
    site = site_with_all_cases_withdrawn_on(datetime.date(2024, 10, 8))
    assert empty_sections(site) == ["栏目“典型案例”还没有已发布的内容"]


def test_a_withdrawal_to_come_leaves_the_case_readable() -> None:
    assert empty_sections(site_with_all_cases_withdrawn_on(datetime.date(2024, 12, 2))) == []
