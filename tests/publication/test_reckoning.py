"""Periods in months end on the same day or the last; those in working days follow the public holidays and the days worked in their place."""

from __future__ import annotations

import datetime

import pytest

from portal.publication.reckoning import add_months, add_working_days, is_working_day


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "working"),
    [
        ("2024-06-07", True),
        ("2024-06-08", False),  # Saturday
        ("2024-06-10", False),  # 端午节, a Monday
        ("2024-09-14", True),  # a Saturday worked for 中秋节
        ("2024-10-02", False),
        ("2025-01-26", True),  # a Sunday worked for 春节
    ],
)
def test_known_years(text: str, working: bool) -> None:
    assert is_working_day(day(text)) is working


def test_years_without_a_calendar_count_monday_to_friday() -> None:
    assert is_working_day(day("2099-10-01"))  # a Thursday: that year's 国庆节 is not known yet
    assert not is_working_day(day("2099-10-03"))


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2024-06-03", 20, "2024-07-02"),  # 端午节 on the way
        ("2024-09-27", 3, "2024-10-08"),  # 29 September worked, then 国庆节
        ("2024-09-02", 3, "2024-09-05"),
        ("2024-09-02", 0, "2024-09-02"),
        ("9999-12-31", 20, "9999-12-31"),
    ],
)
def test_periods_begin_on_the_next_day(start: str, days: int, end: str) -> None:
    assert add_working_days(day(start), days) == day(end)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2024-06-21", 3, "2024-09-21"),
        ("2024-11-30", 3, "2025-02-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2024-02-29", 36, "2027-02-28"),
        ("2024-12-31", 1, "2025-01-31"),
        ("9999-12-31", 36, "9999-12-31"),
    ],
)
def test_months_end_on_the_same_day_or_the_last(start: str, months: int, end: str) -> None:
    assert add_months(day(start), months) == day(end)
