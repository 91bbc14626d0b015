"""Days and periods as an iCalendar file (RFC 5545) that phones and offices can add or subscribe to."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from icalendar import Alarm, Calendar
from icalendar import Event as CalendarEvent

PRODUCER = "-//food-safety-portal//calendar//ZH"
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Event:
    """One or more whole days, the last one included. `remind` is how long before its first midnight to ring."""

    uid: str
    start: datetime.date
    end: datetime.date
    summary: str
    description: str
    url: str
    category: str
    tentative: bool = False
    remind: datetime.timedelta | None = None


def calendar_bytes(title: str, description: str, events: Sequence[Event], stamp: datetime.date) -> bytes:
    """The calendar as it was made on the day `stamp`."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-caldesc", description)
    # Once a day is enough: it changes only when the site is built anew.
    calendar.add("x-published-ttl", "P1D")
    moment = datetime.datetime.combine(stamp, datetime.time(), datetime.UTC)
    for event in events:
        calendar.add_component(_event(event, moment))
    return bytes(calendar.to_ical())


def _event(event: Event, moment: datetime.datetime) -> CalendarEvent:
    made = CalendarEvent()
    made.add("uid", event.uid)
    made.add("dtstamp", moment)
    made.add("dtstart", event.start)
    made.add("dtend", event.end + ONE_DAY)
    made.add("summary", event.summary)
    made.add("description", event.description)
    made.add("url", event.url)
    made.add("categories", [event.category])
    made.add("status", "TENTATIVE" if event.tentative else "CONFIRMED")
    # It fills whole days and must not make anybody busy.
    made.add("transp", "TRANSPARENT")
    if event.remind is not None:
        made.add_component(_alarm(event, event.remind))
    return made


def _alarm(event: Event, before: datetime.timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event.summary)
    alarm.add("trigger", -before)
    return alarm
