"""Calendars to add to a phone: the periods of care, one by one and together, and the days by which units report."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from portal.feeds.calendar import Event, calendar_bytes
from portal.pages.context import Context
from portal.pages.machines.feed_ids import authority
from portal.records import addresses
from portal.records.season import Season

SEASONS, REPORTING = "seasons", "reporting"
# An alarm counts from midnight of the day: 9 o'clock the day before.
DAY_BEFORE_AT_NINE = datetime.timedelta(hours=15)


def of_season(season: Season) -> str:
    """The name of the calendar of one period."""
    return f"{SEASONS}/{season.id}"


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    """Path → content of every calendar."""
    made = {
        addresses.calendar(REPORTING): partial(_reporting, context),
        addresses.calendar(SEASONS): partial(_seasons, context),
    }
    for entry in context.public.seasons:
        made[addresses.calendar(of_season(entry.record))] = partial(_season, context, entry.record)
    return made


def _seasons(context: Context) -> bytes:
    events = [one for entry in context.public.seasons for one in _events(context, entry.record)]
    events.sort(key=lambda one: (one.start, one.uid))
    name = context.public.settings.site_name
    return calendar_bytes("食品安全重点时段", f"{name}：重点时段的日期和提示", events, context.public.today)


def _season(context: Context, season: Season) -> bytes:
    events = sorted(_events(context, season), key=lambda one: one.start)
    return calendar_bytes(f"{season.name}食品安全提示", season.summary, events, context.public.today)


def _events(context: Context, season: Season) -> Iterator[Event]:
    # Some periods come twice a year; a mended date must not make a new event, so the date is not in the id.
    in_year: Counter[int] = Counter()
    for one in season.dates:
        in_year[one.start.year] += 1
        number = f"{one.start.year}-{in_year[one.start.year]}"
        expected = one.certainty == "expected"
        yield Event(
            f"season-{season.id}-{number}@{authority(context)}",
            one.start,
            one.end,
            f"食品安全重点时段：{season.name}{'（日期是预计的）' if expected else ''}",
            "\n".join((season.summary, *season.consumers)),
            context.public.settings.site_url + addresses.season(season.id),
            "食品安全",
            expected,
        )


def _reporting(context: Context) -> bytes:
    campaign = context.public.campaign
    host, url = authority(context), context.public.settings.site_url + addresses.UNITS
    events = [
        Event(
            f"report-{month}@{host}",
            day,
            day,
            f"报送{month.name}排查整治表",
            f"依据{campaign.document_number}，每月{campaign.monthly_report_day}日前报送，当日不算晚。",
            url,
            "报送",
            remind=DAY_BEFORE_AT_NINE,
        )
        for month in campaign.months
        for day in [campaign.due_on(month)]
    ]
    final = Event(
        f"report-final@{host}",
        campaign.final_report_due,
        campaign.final_report_due,
        "报送专项行动总结报告",
        f"依据{campaign.document_number}。",
        context.public.settings.site_url + addresses.FINAL,
        "报送",
        remind=DAY_BEFORE_AT_NINE,
    )
    events = sorted((*events, final), key=lambda one: (one.start, one.uid))
    return calendar_bytes("专项行动报送日", campaign.title, events, context.public.today)
