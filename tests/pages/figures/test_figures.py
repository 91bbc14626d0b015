"""Figures on pages: only public ones, in order, with their sign, and marked when they are invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.pages.made import R, changed, everything, output, small_site, text, with_indicators

from portal.pages.templates import signed
from portal.records import Entry, Site
from portal.records.indicator import Indicators

WITH_FIGURES = (
    "",
    "campaign/",
    "campaign/products/",
    "outcomes/",
    "outcomes/2024-06/",
    "outcomes/final/",
    "outcomes/units/",
    "outcomes/units/unit-1/",
)


@pytest.fixture(scope="module")
def site() -> Site:
    return small_site()


def without_demo(site: Site) -> Site:
    """The same records as if they were real."""
    record = site.campaign.record.model_copy(update={"demo_units": False})
    return replace(
        site,
        campaign=Entry(record, site.campaign.file),
        outcomes=real(site.outcomes),
        cases=real(site.cases),
        practices=real(site.practices),
        corrections=real(site.corrections),
        spot_checks=real(site.spot_checks),
    )


def real(entries: tuple[Entry[R], ...]) -> tuple[Entry[R], ...]:
    return tuple(Entry(one.record.model_copy(update={"demo": False}), one.file, one.root) for one in entries)


def marked(site: Site) -> set[str]:
    return {document.address for document in output(site).documents if document.demo}


def test_one_invented_month_marks_every_page_with_figures(site: Site) -> None:
    genuine = without_demo(site)
    assert marked(genuine) == set()
    mixed = replace(genuine, outcomes=changed(genuine.outcomes, "2024-06", demo=True))
    assert marked(mixed) >= set(WITH_FIGURES)


def test_an_invented_month_that_is_not_published_marks_nothing(site: Site) -> None:
    genuine = without_demo(site)
    hidden = changed(genuine.outcomes, "2024-06", demo=True, published_on=None)
    assert marked(replace(genuine, outcomes=hidden)) == set()


def private(record: Indicators) -> Any:
    hidden = [
        one.model_copy(update={"public": False}) if one.id == "hazards_found" else one
        for one in record.indicators
    ]
    return record.model_copy(update={"indicators": tuple(hidden)})


def test_an_indicator_that_is_not_public_is_on_no_page(site: Site) -> None:
    assert "发现风险隐患" in everything(output(site))
    whole = everything(output(with_indicators(site, private)))
    assert '<th scope="row">发现风险隐患' not in whole
    assert "共发现风险隐患" not in whole
    assert "重点品种</th>" not in whole


def test_a_revision_of_a_figure_that_is_not_public_is_on_no_page(site: Site) -> None:
    def hide(record: Indicators) -> Any:
        hidden = [
            one.model_copy(update={"public": False}) if one.id == "hazards_rectified" else one
            for one in record.indicators
        ]
        return record.model_copy(update={"indicators": tuple(hidden)})

    made = output(with_indicators(replace(site, corrections=()), hide))
    assert "误计为完成整改" not in everything(made)
    assert "有更正" not in text(made, "outcomes/")


def test_groups_come_in_their_own_order(site: Site) -> None:
    def shuffle(record: Indicators) -> Any:
        return record.model_copy(update={"indicators": tuple(reversed(record.indicators))})

    page = text(output(with_indicators(site, shuffle)), "outcomes/2024-06/")
    places = [page.index(f">{name}</h3>") for name in ("监督检查", "案件查办", "监督抽检")]
    assert places == sorted(places)


def test_a_zero_is_a_figure(site: Site) -> None:
    def empty(report: Any) -> Any:
        splits = [
            split.model_copy(update={"parts": dict.fromkeys(split.parts, 0)}) for split in report.breakdowns
        ]
        return report.model_copy(update={"breakdowns": tuple(splits)})

    month = next(entry.record for entry in site.outcomes if entry.record.id == "2024-06")
    units = tuple(empty(report) for report in month.units)
    zeros = replace(site, outcomes=changed(site.outcomes, "2024-06", units=units))
    page = text(output(zeros), "campaign/products/")
    assert "发现风险隐患<strong>0</strong>个" in page
    assert "还没有这一重点的分类数据" not in page


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (12, 0, "+12"),
        (-3, 0, "−3"),
        (0, 0, "持平"),
        (0.4, 0, "持平"),
        (0.4, 2, "+0.40"),
        (-7200.5, 2, "−7200.50"),
    ],
)
def test_a_change_shows_as_many_decimals_as_its_figure(value: float, decimals: int, shown: str) -> None:
    assert signed(value, decimals) == shown
