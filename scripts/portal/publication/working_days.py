"""Working days (工作日) by China's calendar of public holidays and make-up days.

The package knows the years whose arrangements the State Council has announced; in other years
Monday to Friday count, so that a check never fails for lack of a calendar.
"""

from __future__ import annotations

import datetime

import chinese_calendar

ONE_DAY = datetime.timedelta(days=1)


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
