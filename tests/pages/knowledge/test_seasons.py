"""重点时段: what applies, what comes, the months of the year, and calendars to take along."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from icalendar import Calendar
from tests.pages.made import changed, output, small_site, text

from portal.pages import Output
from portal.pages.knowledge.month_grid import Dated, year_of_months
from portal.records.season import Occurrence


def events(out: Output, path: str) -> list[dict[str, object]]:
    calendar = Calendar.from_ical(out.files[path]().decode("utf-8"))
    return [
        {
            "uid": str(one["uid"]),
            "summary": str(one["summary"]),
            "start": one.decoded("dtstart"),
            "end": one.decoded("dtend"),
            "url": str(one["url"]),
        }
        for one in calendar.walk("VEVENT")
    ]


def first_season() -> tuple[str, Occurrence]:
    season = small_site().seasons[0].record
    return season.id, season.dates[0]


def test_the_page_says_what_applies_today_and_leads_to_calendars() -> None:
    identifier, dates = first_season()
    during = output(small_site(), dates.start.isoformat())
    page = text(during, "seasons/")
    assert f'href="../seasons/{identifier}/"' in page.partition('id="current"')[2].partition("<h2")[0]
    assert 'href="../calendars/seasons.ics"' in page
    own = text(during, f"seasons/{identifier}/")
    assert f'href="../../calendars/seasons/{identifier}.ics"' in own
    assert "正在进行" in own
    after = output(small_site(), (dates.end + datetime.timedelta(days=1)).isoformat())
    assert "正在进行" not in text(after, f"seasons/{identifier}/")


def test_all_twelve_months_are_there_and_this_one_stands_out() -> None:
    _, dates = first_season()
    page = text(output(small_site(), dates.start.isoformat()), "seasons/")
    months = re.findall(r'<li class="p-month[ "].*?</li>\s*(?=<li class="p-month|</ol>)', page, re.DOTALL)
    assert len(months) == 12
    now = [month for month in months if 'aria-current="date"' in month]
    assert len(now) == 1
    assert f"<h3>{dates.start.month}月<small>本月" in now[0]


def test_days_are_shaded_from_the_first_to_the_last() -> None:
    season = small_site().seasons[0].record
    once = Occurrence(
        start=datetime.date(2024, 5, 30), end=datetime.date(2024, 6, 2), day=datetime.date(2024, 6, 1)
    )
    months = year_of_months(2024, [Dated(season, once)], datetime.date(2024, 6, 5))
    shaded = {
        (str(month.month), day.number)
        for month in months
        for week in month.weeks
        for day in week
        if day.number and day.marked
    }
    assert shaded == {("2024-05", 30), ("2024-05", 31), ("2024-06", 1), ("2024-06", 2)}
    june = [day for week in months[5].weeks for day in week if day.number]
    assert [day.number for day in june if day.festival] == [1]
    assert [day.number for day in june if day.today] == [5]
    assert [len(week) for week in months[5].weeks] == [7] * 5
    assert [str(month.month) for month in months if month.periods] == ["2024-05", "2024-06"]


def test_a_calendar_holds_every_year_of_a_period() -> None:
    identifier, dates = first_season()
    out = output(small_site())
    own = events(out, f"calendars/seasons/{identifier}.ics")
    assert len(own) == len(small_site().seasons[0].record.dates)
    assert own[0]["start"] == dates.start
    assert own[0]["end"] == dates.end + datetime.timedelta(days=1)
    assert own[0]["url"] == f"{out.site_url}seasons/{identifier}/"
    every = events(out, "calendars/seasons.ics")
    assert {one["uid"] for one in own} <= {one["uid"] for one in every}
    assert len({one["uid"] for one in every}) == len(every)


def test_a_period_twice_a_year_is_two_events_and_a_mended_date_no_new_one() -> None:
    site = small_site()
    spring = Occurrence(start=datetime.date(2025, 2, 10), end=datetime.date(2025, 3, 2))
    autumn = Occurrence(start=datetime.date(2025, 8, 25), end=datetime.date(2025, 9, 14))
    identifier = site.seasons[0].record.id

    def uids(*dates: Occurrence) -> list[object]:
        out = output(replace(site, seasons=changed(site.seasons, identifier, dates=dates)))
        return [one["uid"] for one in events(out, f"calendars/seasons/{identifier}.ics")]

    moved = autumn.model_copy(update={"start": datetime.date(2025, 8, 26)})
    assert len(set(uids(spring, autumn))) == 2
    assert uids(spring, autumn) == uids(spring, moved)


def test_units_are_reminded_of_every_report() -> None:
    out = output(small_site())
    campaign = small_site().campaign.record
    made = events(out, "calendars/reporting.ics")
    assert len(made) == len(campaign.months) + 1
    first = made[0]
    assert first["start"] == datetime.date(2024, 5, campaign.monthly_report_day)
    assert "2024年5月" in str(first["summary"])
    final = next(one for one in made if "总结报告" in str(one["summary"]))
    assert final["start"] == campaign.final_report_due
