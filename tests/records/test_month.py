"""A month is written, named, ordered and stepped through in one way; the ends of the calendar hold."""

from __future__ import annotations

import datetime

import pytest

from portal.records.month import Month


def test_what_readers_see() -> None:
    june = Month.parse("2024-06")
    assert (str(june), june.name, june.short) == ("2024-06", "2024年6月", "6月")
    assert (june.first_day, june.last_day) == (datetime.date(2024, 6, 1), datetime.date(2024, 6, 30))
    assert june.day(23) == datetime.date(2024, 6, 23)


def test_months_follow_each_other_over_the_end_of_a_year() -> None:
    assert Month(2024, 12).next == Month(2025, 1)
    assert sorted([Month(2025, 1), Month(2024, 12), Month(2024, 2)])[0] == Month(2024, 2)
    assert Month.of(datetime.date(2024, 2, 29)) == Month.parse("2024-02")
    assert Month(2024, 2).last_day == datetime.date(2024, 2, 29)


def test_a_month_is_one_key_however_it_was_made() -> None:
    assert {Month.parse("2024-06"): 1}[Month.of(datetime.date(2024, 6, 30))] == 1


@pytest.mark.parametrize(
    "written", ["2024-6", "2024-13", "2024-00", "2024-06\n", "２０２４-06", 202406, None]
)
def test_anything_else_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="的写法不对"):
        Month.parse(written)


def test_mistyped_years_are_months_too() -> None:
    assert Month.parse("0000-05").first_day == datetime.date(1, 5, 1)
    assert str(Month.parse("0000-05")) == "0000-05"
    assert Month.parse("9999-12").last_day == datetime.date.max
    assert Month.parse("9999-12").next > Month.parse("9999-12")
