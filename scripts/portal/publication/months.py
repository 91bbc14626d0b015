"""Arithmetic on dates and months (`YYYY-MM`) that several families of rules share.

A mistyped year such as 0000 or 9999 must become a finding, never a failure, so the ends of the calendar hold.
"""

from __future__ import annotations

import calendar
import datetime

from portal.records.campaign import Campaign


def first_day(month: str) -> datetime.date:
    return datetime.date(max(int(month[:4]), datetime.MINYEAR), int(month[5:7]), 1)


def last_day(month: str) -> datetime.date:
    start = first_day(month)
    return start.replace(day=calendar.monthrange(start.year, start.month)[1])


def due_on(month: str, campaign: Campaign) -> datetime.date:
    """The last day on which a report for `month` is in time (当日不算晚)."""
    return first_day(month).replace(day=campaign.monthly_report_day)


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day `months` later; the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
