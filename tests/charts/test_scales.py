"""Round numbers on an axis, coordinates that are the same everywhere, texts that fit."""

from __future__ import annotations

import pytest

from portal.charts import in_digits
from portal.charts.scales import Scale, place, text_width, ticks


@pytest.mark.parametrize(
    ("high", "steps"),
    [
        (1068, (0, 500, 1000, 1500)),
        (163, (0, 100, 200)),
        (100, (0, 50, 100)),
        (3, (0, 1, 2, 3)),
        (0.4, (0, 0.2, 0.4)),
        (0, (0, 1)),
    ],
)
def test_an_axis_has_round_numbers_up_to_the_highest_value(high: float, steps: tuple[float, ...]) -> None:
    assert ticks(high) == pytest.approx(steps)


def test_a_scale_turns_values_into_tenths_of_a_unit() -> None:
    upward = Scale(0, 3, 100, 0)
    assert [upward(value) for value in (0, 1, 3)] == [100, 66.7, 0]
    assert Scale(5, 5, 0, 10)(5) == 5


def test_whole_coordinates_are_written_without_a_point() -> None:
    assert [str(place(one)) for one in (12.04, 12.26, -0.01)] == ["12", "12.3", "0"]


def test_a_chinese_character_is_wider_than_a_digit() -> None:
    assert text_width("缺") > text_width("1")
    assert text_width("10月") == pytest.approx(12 + 2 * 7.2)


def test_thousands_are_parted_from_five_digits_on() -> None:
    assert [in_digits(one) for one in (999, 1068, 9999, 10000, 1234567, -12345)] == [
        *("999", "1068", "9999", "10,000", "1,234,567", "-12,345")
    ]
    assert in_digits(88519.29, 2) == "88,519.29"
