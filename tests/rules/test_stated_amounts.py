"""Amounts that a text says were imposed, however they are written; ranges, limits and other decisions are none."""

from __future__ import annotations

import pytest

from portal.rules.public_text import PublicText
from portal.rules.stated_amounts import in_yuan, stated_confiscations, stated_fines


def fines(text: str) -> list[float]:
    return [one.yuan for one in stated_fines(PublicText(("facts",), text))]


def confiscated(text: str) -> list[tuple[list[float], bool]]:
    found = stated_confiscations(PublicText(("facts",), text))
    return [([one.yuan for one in stated], whole) for stated, whole in found]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "罚款5万元",
            "罚款50000元",
            "罚款50,000元",
            "罚款50，000元",
            "罚款５００００元",
            "罚款五万元",
            "罚款伍万元整",
        ),
        *(
            "罚款人民币5万元",
            "罚款 5 万元",
            "罚款共计5万元",
            "罚款：50000元",
            "处5万元罚款",
            "处以5万元的罚款",
        ),
        *("被罚款5万元。", "并处5万元罚款", "罚5万元的罚款", "按幅度的最低数罚款50000元", "罚款5.0万元"),
        "法律规定处1万元以上5万元以下罚款，本局罚款50000元",
    ],
)
def test_fines(text: str) -> None:
    assert fines(text) == [50_000]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "罚款5万元以上10万元以下",
            "处1万元以上5万元以下罚款",
            "罚款5万元至10万元",
            "最高罚款5万元",
            "罚款幅度为5万元以上",
        ),
        *(
            "可以处5万元罚款",
            "去年曾被罚款5000元",
            "罚款，货值5000元",
            "处货值金额10倍罚款",
            "罚款5万元起",
            "将被罚款5万元",
        ),
    ],
)
def test_what_is_no_fine_of_this_decision(text: str) -> None:
    assert fines(text) == []


@pytest.mark.parametrize(
    ("written", "yuan"),
    [("0.5万", 5000), ("1.2万", 12_000), ("一千二百", 1200), ("123.45", 123.45), ("1万5千", 15_000)],
)
def test_amounts(written: str, yuan: float) -> None:
    assert in_yuan(written) == yuan


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("没收违法所得300元，罚款5万元", [([300.0], True)]),
        ("没收违法所得300元和剩余酱料，罚款5万元", [([300.0], False)]),
        ("没收违法所得300元和价值48元的食品", [([300.0, 48.0], False)]),
        ("没收违法所得并罚款5万元", []),
        ("没收剩余4盒乳制品（价值48元）", [([48.0], False)]),
        ("可以没收违法所得300元", []),
    ],
)
def test_confiscations(text: str, amounts: list[tuple[list[float], bool]]) -> None:
    assert confiscated(text) == amounts


def test_mixed_amounts() -> None:
    assert fines("罚款1万5千元") == fines("罚款1万5000元") == [15_000]


def test_fines_for_several_acts_are_all_stated() -> None:
    assert fines("本局分别罚款300000元和7.5万元，合计375000元") == [300000, 75000]
