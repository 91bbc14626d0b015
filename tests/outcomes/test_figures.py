"""Sums follow each indicator's own rule over units and months, and what is not public is in no table."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
from tests.projects import SMALL

from portal.outcomes import Figures, figures_of
from portal.publication.public_site import PublicSite
from portal.reading import read
from portal.records import Entry, Site
from portal.records.indicator import Ratio
from portal.records.month import Month
from portal.records.outcome import Breakdown, Outcome, UnitReport

ONE, TWO = "示例一所", "示例二所"


@pytest.fixture(scope="module")
def site() -> Site:
    site = read(SMALL).site
    assert site is not None
    return site


MAY = Month(2024, 5)


def ruled(site: Site, identifier: str, **rules: Any) -> Site:
    """The site with other rules for one indicator."""
    entry = site.indicators
    changed = [
        one.model_copy(update=rules) if one.id == identifier else one for one in entry.record.indicators
    ]
    record = entry.record.model_copy(update={"indicators": tuple(changed)})
    return replace(site, indicators=Entry(record, entry.file))


def report(unit: str, found: float, parts: dict[str, float] | None = None) -> UnitReport:
    split = (Breakdown(indicator="hazards_found", by="focus", parts=parts),) if parts else ()
    return UnitReport.model_construct(
        unit=unit, reported_on=None, figures={"hazards_found": found}, breakdowns=split
    )


def month(name: str, *reports: UnitReport) -> Outcome:
    return Outcome.model_construct(month=Month.parse(name), status="final", units=reports, revisions=())


MONTHS = [
    month("2024-05", report(ONE, 4, {"重点品种": 1, "重点环节": 3}), report(TWO, 5, {"重点品种": 5})),
    month("2024-06", report(ONE, 6, {"重点品种": 6})),
]


def counted(site: Site, months: list[Outcome]) -> Figures:
    entries = tuple(Entry(one, site.campaign.file) for one in months)
    return figures_of(PublicSite(replace(site, outcomes=entries), datetime.date(2025, 1, 1), drafts=True))


def made(site: Site, **rules: Any) -> Figures:
    return counted(ruled(site, "hazards_found", **rules), MONTHS)


def found(figures: Figures, row: Any) -> float | None:
    return figures.value("hazards_found", row)


def test_a_flow_is_added_up_over_units_and_months(site: Site) -> None:
    figures = made(site)
    assert found(figures, figures.district(MAY)) == 9
    assert found(figures, figures.of_unit(ONE)) == 10
    assert found(figures, figures.totals) == 15
    assert figures.breakdown("hazards_found", "focus").to_dict() == {"重点品种": 12, "重点环节": 3}
    assert figures.change("hazards_found", MAY.next) == -3


def test_what_is_not_summed_over_units_has_no_district_figure(site: Site) -> None:
    figures = made(site, over_units="none")
    assert found(figures, figures.district(MAY)) is None
    assert found(figures, figures.totals) is None
    assert figures.breakdown("hazards_found", "focus").empty
    assert figures.breakdown("hazards_found", "focus", MAY).empty
    assert figures.by_focus("重点品种")[1].empty
    assert found(figures, figures.of_unit(ONE)) == 10
    assert found(figures, figures.month(MAY).loc[TWO]) == 5


def test_a_stock_counts_with_each_units_last_month(site: Site) -> None:
    figures = made(site, over_months="last")
    assert found(figures, figures.of_unit(ONE)) == 6
    assert found(figures, figures.of_unit(TWO)) == 5
    assert found(figures, figures.totals) == 11
    assert figures.breakdown("hazards_found", "focus").to_dict() == {"重点品种": 11}
    assert figures.breakdown("hazards_found", "focus", MAY).to_dict() == {"重点品种": 6, "重点环节": 3}


def test_what_is_not_summed_over_months_has_no_total(site: Site) -> None:
    figures = made(site, over_months="none")
    assert found(figures, figures.totals) is None
    assert figures.breakdown("hazards_found", "focus").empty
    assert found(figures, figures.district(MAY)) == 9


def test_what_is_not_public_is_in_no_table(site: Site) -> None:
    figures = made(site, public=False)
    assert "hazards_found" not in figures.indicators
    assert figures.view(["hazards_found"]) == []
    assert figures.by_focus("重点品种")[0] is None
    tables = (figures.monthly, figures.by_unit, figures.month(MAY), figures.unit(ONE))
    assert not any("hazards_found" in table.columns for table in tables)
    assert figures.figures.empty
    assert figures.parts.empty
    assert figures.value("rectified_rate", figures.totals) is None


def test_a_campaign_without_figures_has_tables_of_gaps(site: Site) -> None:
    figures = counted(site, [])
    assert figures.value("hazards_found", figures.totals) is None
    assert figures.value("hazards_found", figures.district(MAY)) is None
    assert figures.breakdown("hazards_found", "focus").empty


def test_a_rate_is_the_quotient_of_two_sums(site: Site) -> None:
    ratio = Ratio(numerator="hazards_found", denominator="hazards_found")
    figures = counted(ruled(site, "rectified_rate", ratio=ratio), MONTHS)
    assert figures.value("rectified_rate", figures.totals) == 100
