"""What had come together by the end of each month, and whether the closed loop may be told at all."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
from tests.projects import SMALL

from portal.outcomes import Figures, figures_of, loop_of
from portal.publication.public_site import PublicSite
from portal.reading import read
from portal.records import Entry, Site
from portal.records.indicator import Ratio
from portal.records.month import Month
from portal.records.outcome import Outcome, UnitReport


@pytest.fixture(scope="module")
def site() -> Site:
    site = read(SMALL).site
    assert site is not None
    return site


def month(name: str, **figures: float) -> Outcome:
    report = UnitReport.model_construct(unit="示例一所", reported_on=None, figures=figures, breakdowns=())
    return Outcome.model_construct(month=Month.parse(name), status="final", units=(report,), revisions=())


def changed(site: Site, identifier: str, **fields: Any) -> Site:
    record = site.indicators.record
    ones = [one.model_copy(update=fields) if one.id == identifier else one for one in record.indicators]
    return replace(
        site,
        indicators=Entry(record.model_copy(update={"indicators": tuple(ones)}), site.indicators.file),
    )


def counted(site: Site, *months: Outcome) -> Figures:
    entries = tuple(Entry(one, site.campaign.file) for one in months)
    return figures_of(PublicSite(replace(site, outcomes=entries), datetime.date(2025, 1, 1), drafts=True))


def test_sums_grow_from_month_to_month_and_go_on_after_a_gap(site: Site) -> None:
    figures = counted(site, month("2024-05", hazards_found=4), month("2024-07", hazards_found=6))
    assert figures.values("hazards_found", figures.running) == [4, None, 10]


def test_a_stock_is_what_the_month_says(site: Site) -> None:
    stock = changed(site, "hazards_found", over_months="last")
    figures = counted(stock, month("2024-05", hazards_found=4), month("2024-06", hazards_found=3))
    assert figures.values("hazards_found", figures.running) == [4, 3, None]


def test_a_rate_so_far_is_the_quotient_of_sums_so_far(site: Site) -> None:
    rate = changed(site, "officers", ratio=Ratio(numerator="hazards_rectified", denominator="hazards_found"))
    figures = counted(
        rate,
        month("2024-05", hazards_found=10, hazards_rectified=2),
        month("2024-06", hazards_found=2, hazards_rectified=7),
    )
    assert figures.values("officers", figures.running) == [20, 75, None]


def test_the_loop_needs_both_its_first_steps_in_one_unit(site: Site) -> None:
    whole = loop_of(counted(site))
    assert whole is not None
    assert [one.id for one in whole.steps] == ["hazards_found", "hazards_rectified"]
    assert loop_of(counted(changed(site, "hazards_found", public=False))) is None
    assert loop_of(counted(changed(site, "hazards_found", unit="户"))) is None
