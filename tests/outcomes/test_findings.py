"""Facts of the figures that are true whatever was counted: several first, nothing at all, months that lack."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.outcomes.test_figures import counted, month, report
from tests.projects import SMALL

from portal.outcomes import Figures, loop_of
from portal.outcomes.findings import Split, halves, put_right, ranking, recurring, splits
from portal.reading import read
from portal.records import Site
from portal.records.outcome import Breakdown

FOUND, DONE = "hazards_found", "hazards_rectified"


@pytest.fixture(scope="module")
def site() -> Site:
    site = read(SMALL).site
    assert site is not None
    return site


def divided(site: Site, *months: dict[str, float], done: dict[str, float] | None = None) -> Figures:
    """Figures in which May, June, … were broken down so by 工作重点."""
    made = []
    for number, parts in enumerate(months, 5):
        one = report("示例一所", sum(parts.values()), parts)
        if done is not None:
            split = Breakdown(indicator=DONE, by="focus", parts=done)
            one = one.model_copy(update={"breakdowns": (*one.breakdowns, split)})
        made.append(month(f"2024-{number:02}", one))
    return counted(site, made)


def split_of(figures: Figures) -> Split:
    return next(one for one in splits(figures, loop_of(figures)) if one.indicator.id == FOUND)


def series(**values: float) -> pd.Series[float]:
    return pd.Series(values, dtype=float)


def test_all_that_are_first_are_first() -> None:
    rank = ranking(series(a=3, b=5, c=5, d=0, e=3))
    assert rank
    assert (rank.first, rank.most, rank.second, rank.next) == (("b", "c"), 5, ("a", "e"), 3)
    assert (rank.whole, rank.parts) == (16, 4), "what was not found is no part"
    assert ranking(series(a=0)) is None
    assert ranking(series()) is None


@given(st.lists(st.integers(0, 4), max_size=6))
def test_nothing_is_larger_than_the_first(values: list[int]) -> None:
    rank = ranking(series(**{f"p{place}": value for place, value in enumerate(values)}))
    assert (rank is None) == (not any(values))
    if rank:
        assert rank.most == max(values)
        assert len(rank.first) == values.count(max(values))
        assert rank.next == max((one for one in values if one < rank.most), default=0)


def test_what_came_back_is_counted_in_months(site: Site) -> None:
    figures = divided(
        site, {"重点品种": 3, "重点环节": 3}, {"重点品种": 1, "重点环节": 2}, {"重点品种": 4, "重点环节": 0}
    )
    found = recurring(figures, split_of(figures))
    assert found
    assert (found.months, found.seen) == (3, {"重点品种": 3, "重点环节": 2})
    assert found.led == {"重点品种": 2, "重点环节": 2}, "of May both"


def test_what_was_put_right_is_held_against_what_was_found(site: Site) -> None:
    figures = divided(
        site, {"重点品种": 4, "重点环节": 2, "重点时段": 0}, done={"重点品种": 3, "重点环节": 5}
    )
    loop = loop_of(figures)
    assert loop
    slow, early = put_right(figures, loop, "focus")
    assert (slow.part, slow.share, slow.rest) == ("重点品种", 0.75, 1)
    assert (early.part, early.share, early.rest) == ("重点环节", 1, 0), "some were found before"
    assert put_right(figures, loop, "product") == []


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([1, 3, 5, 7], (2, 6, (2, 2))),
        ([2, None, 2, 4, 4, 4], (2, 4, (2, 3))),
        ([1, 2, None, 3], None),
        ([], None),
    ],
)
def test_halves_leave_months_out_that_lack(values: list[float | None], found: Any) -> None:
    assert halves(values) == found
