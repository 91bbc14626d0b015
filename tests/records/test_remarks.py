"""Remarks are taken out of an article whichever way they are written; code, which readers see, stays."""

from __future__ import annotations

import pytest

from portal.records.remarks import without_code, without_remarks


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("甲<!-- 乙 -->丙", "甲丙"),
        ("甲\n\n<!--\n乙\n丙 -->\n\n丁\n", "甲\n\n\n丁\n"),
        ("- 甲\n<!-- 乙 -->\n- 丙\n", "- 甲\n- 丙\n"),
        ("甲<!-- `乙 -->丙`丁", "甲丙`丁"),
        ("甲`<!-- 乙 -->`丙", "甲`<!-- 乙 -->`丙"),
        ("```\n<!-- 乙 -->\n```\n", "```\n<!-- 乙 -->\n```\n"),
        ("甲<? 乙 ?>丙<!----><!-- 丁 -->", "甲丙"),
        ("甲<!-- 没有关上", "甲<!-- 没有关上"),
        ("温度<60℃ --> 丙", "温度<60℃ --> 丙"),
    ],
)
def test_what_readers_see(body: str, seen: str) -> None:
    assert without_remarks(body) == seen


def test_every_character_keeps_its_place_without_code() -> None:
    body = "甲`乙`丙\n```\n丁\n```\n戊"
    assert without_code(body) == "甲   丙\n   \n \n   \n戊"
    assert len(without_code(body)) == len(body)
