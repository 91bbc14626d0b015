"""Runs of letters and digits, and the windows in them."""

from __future__ import annotations

import pytest

from portal.privacy.runs import digits_read, windows


def numbers(text: str) -> set[str]:
    return {window.number for window in windows(text)}


@pytest.mark.parametrize(
    "text",
    [
        "13800138000",
        "13 80 01 38 00 0",
        "1 3 8 0 0 1 3 8 0 0 0",
        "tel13800138000ok",
        "138-0013-8000",
        "138.0013.8000",
        "1380013\n      8000",
        "138**0013**8000",
        "3 13800138000",
    ],
)
def test_a_number_is_one_window_whatever_is_inside(text: str) -> None:
    assert "13800138000" in numbers(text)


@pytest.mark.parametrize("text", ["138****8000", "138，0013。8000", "138年0013月8000", "a" * 200, ""])
def test_a_mask_or_a_word_ends_a_run(text: str) -> None:
    assert "13800138000" not in numbers(text)
    assert "1388000" not in numbers(text)


def test_what_stands_beside_by_the_same_gap_is_told() -> None:
    alone = {window.number: window.alone for window in windows("2024 138 0013 8000")}
    assert not alone["13800138000"]
    alone = {window.number: window.alone for window in windows("2024-138 0013 8000")}
    assert alone["13800138000"]


@pytest.mark.parametrize(
    "text", ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c", "550e8400-e29b-41d4-a716-446655440000"]
)
def test_digests_have_no_windows(text: str) -> None:
    assert numbers(text) == set()


def test_seams_part_pieces() -> None:
    assert "13800138000" in {window.number for window in windows("313800138000", frozenset({1}))}


@pytest.mark.parametrize(
    ("spoken", "read"),
    [
        ("一三八零零一三八〇〇〇", "13800138000"),
        ("幺三八 零零一三 八零零零", "138 0013 8000"),
        ("壹叁捌零零壹叁捌零零零", "13800138000"),
        ("一二三四五六", "一二三四五六"),
        ("二〇二四年三月五日", "二〇二四年三月五日"),
        ("星期一13800138000", "星期一13800138000"),
    ],
)
def test_long_rows_of_numerals_are_digits(spoken: str, read: str) -> None:
    assert digits_read(spoken) == read


def test_the_steps_are_bounded() -> None:
    """Each piece begins at most twenty windows, however long the run is."""
    assert sum(1 for _ in windows("1 " * 2000)) <= 2000 * 20
