"""The address of a heading is made of its words."""

from __future__ import annotations

import pytest

from portal.pages.headings import anchor_of, anchors_of


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("第四章　食品生产经营", "第四章-食品生产经营"),
        ("怎么办？（三步）", "怎么办-三步"),
        ("ＧＢ 2760—2024", "gb-2760-2024"),
        ("？", "section"),
    ],
)
def test_words_stay_and_the_rest_parts_them(heading: str, anchor: str) -> None:
    assert anchor_of(heading) == anchor


def test_long_headings_are_cut() -> None:
    assert anchor_of("长" * 100) == "长" * 40


def test_headings_that_say_the_same_are_counted_only_then() -> None:
    assert anchors_of(["洗手", "消毒", "洗手"]) == ["洗手", "消毒", "洗手-2"]
