"""最近更新: everything that happened, by week, each line with the day of the record."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from functools import cache

from tests.pages.made import changed, output, small_site, text

from portal.pages import Output
from portal.pages.updates import monday

LINE = re.compile(
    r"<span><time[^>]*>(.*?)</time></span><span>(.*?)</span><span>(.*?)</span>.*?<a href=\"(.*?)\">",
    re.DOTALL,
)
WEEK = re.compile(r'<h[23] id="w(\d{4}-\d\d-\d\d)">')


@cache
def made() -> Output:
    return output(small_site())


def lines(page: str) -> set[tuple[str, ...]]:
    return set(LINE.findall(page))


def test_every_kind_of_change_has_its_line() -> None:
    site = small_site()
    article = site.articles[0].record
    day = datetime.date(2024, 11, 27)
    page = text(
        output(replace(site, articles=changed(site.articles, article.id, updated_on=day))), "updates/"
    )
    found = lines(page)
    assert ("11月27日", "更新", "普法科普", f"../knowledge/{article.section}/{article.id}/") in found
    assert ("7月24日", "发布", "典型案例", "../cases/2024-001/") in found
    assert ("9月4日", "撤回", "典型案例", "../cases/2024-003/") in found
    assert {what for _, what, _, _ in found} >= {"发布", "更新", "更正", "撤回"}
    assert {column for _, _, column, _ in found} >= {
        "典型案例",
        "普法科普",
        "月度通报",
        "一品一策",
        "经验做法",
    }


def test_a_withdrawn_case_is_told_of_once_and_without_its_title() -> None:
    site = small_site()
    page = text(made(), "updates/")
    closed = next(one.record for one in site.cases if one.record.id == "2024-003")
    assert closed.title not in page
    assert len([one for one in lines(page) if "2024-003" in one[3]]) == 1


def test_weeks_go_from_monday_to_sunday_newest_first() -> None:
    weeks = [datetime.date.fromisoformat(one) for one in WEEK.findall(text(made(), "updates/"))]
    assert weeks == sorted(set(weeks), reverse=True)
    assert all(week.weekday() == 0 for week in weeks)
    assert monday(datetime.date(2024, 12, 1)) == datetime.date(2024, 11, 25), "a Sunday ends its week"


def test_a_named_case_leaves_the_list_with_its_last_day() -> None:
    page = text(made(), "updates/")
    until = made().by_address["cases/2024-002/"].until
    place = page.index("../cases/2024-002/")
    assert f'data-until="{until}"' in page[page.rindex("<li", 0, place) : place]


def test_home_and_feeds_lead_there() -> None:
    assert 'href="updates/"' in text(made(), "")
    assert all(
        f"../feeds/updates.{form}" in text(made(), "updates/") for form in ("atom.xml", "rss.xml", "json")
    )
    assert made().by_address["updates/"].updated_on == made().by_address[""].updated_on
