"""单位报送: in time, late or not at all, in words and not by colour alone."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import Any

import pytest
from tests.pages.made import changed, output, small_site, text

from portal.records import Site


@pytest.fixture(scope="module")
def site() -> Site:
    return small_site()


def reported(site: Site, day: str) -> Site:
    """The site in which the first unit reported June on `day`."""
    month = next(entry.record for entry in site.outcomes if entry.record.id == "2024-06")
    late: Any = month.units[0].model_copy(update={"reported_on": datetime.date.fromisoformat(day)})
    return replace(site, outcomes=changed(site.outcomes, "2024-06", units=(late, *month.units[1:])))


def plain(page: str) -> str:
    return re.sub(r"<[^>]+>", "", page)


def test_the_day_that_the_notice_sets_is_in_time_and_the_next_one_late(site: Site) -> None:
    on_time = plain(text(output(reported(site, "2024-06-23")), "outcomes/units/unit-1/"))
    assert "示例一所按时3个月。" in on_time
    late = plain(text(output(reported(site, "2024-06-24")), "outcomes/units/unit-1/"))
    assert "示例一所按时2个月，迟报1个月。" in late


def test_the_index_says_in_words_how_each_month_came(site: Site) -> None:
    page = text(output(reported(site, "2024-06-24")), "outcomes/units/")
    row = re.search(r"<tr><th scope=\"row\"><a [^>]*>示例一所</a></th>(<td>.*?)</tr>", page, re.DOTALL)
    assert row
    assert [one.strip() for one in re.findall(r"<td>(.*?)</td>", plain_cells(row[1]))] == [
        "✓按时",
        "迟报",
        "✓按时",
    ]


def plain_cells(row: str) -> str:
    return re.sub(r"<(?!/?td)[^>]+>|\s", "", row)


def test_a_bulletin_names_who_was_late_and_why_someone_is_missing(site: Site) -> None:
    late = plain(text(output(reported(site, "2024-06-24")), "outcomes/2024-06/"))
    assert "示例一所迟报，2024年6月24日才报送。" in late
    missing = plain(text(output(site), "outcomes/2024-07/"))
    assert "示例二所未报。台风期间未开展检查" in missing
