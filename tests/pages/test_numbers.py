"""Money and large numbers are written in one way."""

from __future__ import annotations

import re

import pytest
from tests.projects import REPOSITORY

from portal.pages.templates import figure, money, signed

LONG_SUM = re.compile(r"(?<![\d,.])\d{5,}元")


@pytest.mark.parametrize(
    ("yuan", "told"),
    [
        (768, "768元"),
        (5000, "5000元"),
        (10000, "1万元"),
        (75000, "7.5万元"),
        (23600, "2.36万元"),
        (88519.29, "88,519.29元"),
        (12345, "12,345元"),
        (1.5, "1.50元"),
    ],
)
def test_money_is_said_as_people_say_it(yuan: float, told: str) -> None:
    assert money(yuan) == told


def test_figures_and_changes_part_thousands_alike() -> None:
    assert (figure(1068), figure(10680), signed(1068), signed(-10680)) == (
        "1068",
        "10,680",
        "+1068",
        "−10,680",
    )


def test_our_own_texts_write_sums_so() -> None:
    """罚款10000元 beside 罚款1万元 is one sum in two ways."""
    files = [*REPOSITORY.glob("content/**/*.yaml"), *REPOSITORY.glob("content/**/*.md")]
    assert [file.name for file in files if LONG_SUM.search(file.read_text("utf-8"))] == []
