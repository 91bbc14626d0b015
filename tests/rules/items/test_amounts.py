"""Numbers in options, written the ways that people write them."""

from __future__ import annotations

import math

import pytest

from portal.rules.items.amounts import amount, quantities, quantity


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0.5", 0.5),
        ("12", 12),
        ("3.5万", 35_000),
        ("5千", 5_000),
        ("十五", 15),
        ("两千", 2_000),
        ("一千二百", 1_200),
        ("五万", 50_000),
        ("十万五千", 105_000),
        ("一百零五", 105),
        ("1亿", 100_000_000),
    ],
)
def test_numerals(written: str, value: float) -> None:
    assert amount(written) == value


@pytest.mark.parametrize(
    ("written", "between"),
    [
        ("五千元以上五万元以下", (5_000, 50_000)),
        ("1至3日", (1, 3)),
        ("10℃～60℃", (10, 60)),
        ("五千元以下", (-math.inf, 5_000)),
        ("不少于6个月", (6, math.inf)),
        ("不超过３日", (-math.inf, 3)),
        ("三个月", None),
    ],
)
def test_ranges(written: str, between: tuple[float, float] | None) -> None:
    found = quantity(written)
    assert found
    assert found.range == between


def test_numbers_of_different_things_are_not_compared() -> None:
    assert quantities({"a": "3日", "b": "2个月"}) == {}
    assert quantities({"a": "每年一次", "b": "入职时"}) == {}
    assert list(quantities({"a": "3日", "b": "十日"})) == ["a", "b"]
