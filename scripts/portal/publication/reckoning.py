"""How periods are reckoned: in months, and in working days (工作日) by China's public holidays and make-up days.

A mistyped year such as 9999 must become a finding, never a failure, so the ends of the calendar hold. The package
knows the years whose arrangements the State Council has announced; in other years Monday to Friday count, and
`unknown_years` says which, so that a rule can tell before anybody relies on such a day.
"""

from __future__ import annotations

import calendar
import datetime

import chinese_calendar
from chinese_calendar.constants import holidays

ONE_DAY = datetime.timedelta(days=1)
KNOWN_YEARS = range(min(holidays).year, max(holidays).year + 1)


def day_after(day: datetime.date) -> datetime.date:
    return day + ONE_DAY if day < datetime.date.max else day


def day_before(day: datetime.date) -> datetime.date:
    return day - ONE_DAY if day > datetime.date.min else day


def is_working_day(day: datetime.date) -> bool:
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


def add_working_days(start: datetime.date, days: int) -> datetime.date:
    """The last day of a period of `days` working days that begins on the day after `start`."""
    day = start
    while days > 0 and day < datetime.date.max:
        day += ONE_DAY
        days -= is_working_day(day)
    return day


def unknown_years(start: datetime.date, end: datetime.date) -> list[int]:
    """The years from `start` to `end` whose working days are not known."""
    return [year for year in range(start.year, end.year + 1) if year not in KNOWN_YEARS]


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day `months` later; the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
