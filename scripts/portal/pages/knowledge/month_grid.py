"""Months as a wall calendar: weeks from Monday to Sunday, and the periods of care that touch each month.

Takes seasons and days, gives what the template prints.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from portal.records.month import Month
from portal.records.season import Occurrence, Season

WEEKDAYS = ("一", "二", "三", "四", "五", "六", "日")
# A period this long is the background of its months: shading every day of half a year would say nothing.
LONG_DAYS = 62


class Dated(NamedTuple):
    """A period of care in one year."""

    season: Season
    occurrence: Occurrence


@dataclass(frozen=True)
class Day:
    """One cell of a month; `number` is 0 in the cells before the first and after the last."""

    number: int
    marked: bool = False
    festival: bool = False
    today: bool = False


@dataclass(frozen=True)
class MonthGrid:
    """One month: what applies in it, and its days; `shown` on phones too."""

    month: Month
    periods: list[Dated]
    weeks: list[list[Day]]
    current: bool
    shown: bool


def by_start(dated: Dated) -> tuple[datetime.date, str]:
    """For sorting: the one that begins first in front."""
    return (dated.occurrence.start, dated.season.id)


def year_of_months(year: int, dated: Iterable[Dated], today: datetime.date) -> list[MonthGrid]:
    """All twelve months of `year`."""
    periods = sorted(dated, key=by_start)
    return [_grid(Month(year, number), periods, today) for number in range(1, 13)]


def _grid(month: Month, dated: list[Dated], today: datetime.date) -> MonthGrid:
    first, last = month.first_day, month.last_day
    touching = [one for one in dated if one.occurrence.start <= last and one.occurrence.end >= first]
    now = Month.of(today)
    return MonthGrid(month, touching, _weeks(first, touching, today), month == now, month >= now)


def _weeks(first: datetime.date, periods: list[Dated], today: datetime.date) -> list[list[Day]]:
    short = [one for _, one in periods if (one.end - one.start).days < LONG_DAYS]
    festivals = {one.day for _, one in periods if one.day}

    def cell(number: int) -> Day:
        if number == 0:
            return Day(0)
        day = first.replace(day=number)
        marked = any(one.start <= day <= one.end for one in short)
        return Day(number, marked, day in festivals, day == today)

    weeks = calendar.Calendar().monthdayscalendar(first.year, first.month)
    return [[cell(number) for number in week] for week in weeks]
