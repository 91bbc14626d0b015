"""总结评估 says what the figures come to, in sentences that change with the figures; 整治成效 has the figures themselves."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from tests.pages.made import changed, output, small_site, text

from portal.records import Site
from portal.records.outcome import Breakdown

PAGE = "outcomes/final/"


@pytest.fixture(scope="module")
def site() -> Site:
    return small_site()


def said(site: Site) -> str:
    return re.sub(r"<[^>]+>", "", text(output(site), PAGE))


def with_figures(site: Site, change: dict[str, float], only: str = "") -> Site:
    """The site in which every unit (or the one named) counted this in every month, broken down by nothing."""
    outcomes = site.outcomes
    for entry in outcomes:
        units = tuple(
            one.model_copy(update={"figures": {**one.figures, **change}, "breakdowns": ()})
            if one.figures and only in ("", one.unit)
            else one
            for one in entry.record.units
        )
        outcomes = changed(outcomes, entry.record.id, units=units, revisions=())
    return replace(site, outcomes=outcomes)


def divided(site: Site, parts: dict[str, float]) -> Site:
    """The site in which the first unit broke down what it found in each month."""
    outcomes = site.outcomes
    for entry in outcomes:
        first, *others = entry.record.units
        split: Any = Breakdown(indicator="hazards_found", by="business_type", parts=parts)
        outcomes = changed(
            outcomes, entry.record.id, units=(first.model_copy(update={"breakdowns": (split,)}), *others)
        )
    return replace(site, outcomes=outcomes)


def test_where_most_was_found_and_what_came_back(site: Site) -> None:
    page = said(divided(site, {"餐饮服务": 4, "食品销售": 1}))
    assert "最多的是餐饮服务，12个，占80.0%；其次是食品销售，3个。" in page
    assert "按业态看，每一类在3个月里每个月都有，每个月最多的都是餐饮服务。" in page


def test_equals_are_named_together(site: Site) -> None:
    page = said(divided(site, {"餐饮服务": 2, "食品销售": 2, "食品生产": 1}))
    assert "最多的是食品销售和餐饮服务，各6个" in page or "最多的是餐饮服务和食品销售，各6个" in page


def test_nothing_found_is_no_conclusion(site: Site) -> None:
    page = said(with_figures(site, {"hazards_found": 0, "hazards_rectified": 0, "samples_failed": 0}))
    assert "最多的是" not in page
    assert "nan" not in page
    assert "发现隐患0个" not in page


def test_a_site_without_figures_says_no_sentence(site: Site) -> None:
    page = said(replace(site, outcomes=()))
    assert "查出最多的是什么" not in page
    assert "None" not in page


def test_each_unit_tells_how_it_reported_and_what_it_learned(site: Site) -> None:
    page = text(output(site), PAGE)
    units = page[page.index('id="units"') :]
    for entry in site.outcomes:
        for report in entry.record.units:
            assert report.unit in units
    for practice in (entry.record for entry in site.practices if entry.record.published_on):
        assert practice.result in units
    assert "未报1个月" in units


def test_it_is_no_second_overview(site: Site) -> None:
    """Both pages had the same six charts and the same tables."""
    overview, final = (
        set(re.findall(r'<figure [^>]*id="([^"]+)"', text(output(site), page)))
        for page in ("outcomes/", PAGE)
    )
    assert final & overview <= {"chart-loop"}
    assert "全部指标累计" not in text(output(site), PAGE)
