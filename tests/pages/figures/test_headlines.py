"""The figures that matter: what they have come to, what the newest month brought, and a line for eyes and ears."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest
from tests.pages.made import changed, small_site
from tests.projects import REPOSITORY, TODAY

from portal.pages.context import Context
from portal.pages.figures.headlines import Headline, headlines
from portal.pages.templates import FOLDER, environment
from portal.publication.public_site import PublicSite
from portal.records import Site
from portal.records.month import Month


@pytest.fixture(scope="module")
def site() -> Site:
    return small_site()


def told(site: Site, until: Month | None = None) -> dict[str, Headline]:
    context = Context(PublicSite(site, datetime.date.fromisoformat(TODAY)), environment(REPOSITORY / FOLDER))
    return {one.indicator.id: one for one in headlines(context, until)}


def test_a_headline_has_value_change_and_period(site: Site) -> None:
    found = told(site)["hazards_found"]
    assert found.value is not None
    assert re.fullmatch(r"\d+月\d+个，(比上月[多少]\d+个|与上月持平)", found.change)
    assert found.since == "2024年5月至2024年7月累计"


def test_a_rate_is_of_everything_so_far_and_moves_by_points(site: Site) -> None:
    found, rate = told(site)["hazards_found"], told(site)["rectified_rate"]
    assert rate.value is not None
    assert found.value is not None
    assert re.fullmatch(r"比上月[高低][\d.]+个百分点|与上月持平", rate.change)


def test_the_line_has_a_text_of_its_own(site: Site) -> None:
    spark = told(site)["hazards_found"].spark_svg
    assert re.search(r'role="img"><title>图：发现风险隐患，2024年5月至2024年7月，[^<]+</title>', spark)
    assert " style=" not in spark


def test_up_to_a_month_later_ones_do_not_count(site: Site) -> None:
    first, all_months = told(site, Month(2024, 5))["hazards_found"], told(site)["hazards_found"]
    assert first.value is not None
    assert all_months.value is not None
    assert first.value < all_months.value
    assert first.spark_svg == ""
    assert re.fullmatch(r"\d+月\d+个", first.change)


def test_before_the_first_month_there_is_nothing_to_tell(site: Site) -> None:
    assert told(replace(site, outcomes=())) == {}


def test_a_newest_month_without_figures_keeps_what_was_counted_before(site: Site) -> None:
    empty = changed(site.outcomes, "2024-07", units=())
    found = told(replace(site, outcomes=empty))["hazards_found"]
    assert found.value == told(site, Month(2024, 6))["hazards_found"].value
    assert found.change == ""
