"""Every sentence of the conclusions, for the plain case and for those in which a careless one would be untrue."""

from __future__ import annotations

import pytest
from tests.pages.made import small_site

from portal.outcomes.findings import Halves, PutRight, Ranking, Recurring, Split
from portal.pages.figures import conclusion_words as words
from portal.records.indicator import Indicator

KNOWN = small_site().indicators.record.by_id()
FOUND, DONE = KNOWN["hazards_found"], KNOWN["hazards_rectified"]
LATE = FOUND.model_copy(update={"id": "late", "name": "逾期未改", "short": None, "over_months": "last"})
BY_BUSINESS = Split(FOUND, "business_type")
LABEL = FOUND.label


@pytest.mark.parametrize(
    ("rank", "told"),
    [
        (
            Ranking(("餐饮服务",), 6, ("食品销售",), 3, 12, 4),
            "最多的是餐饮服务，6个，占50.0%；其次是食品销售，3个。",
        ),
        (
            Ranking(("甲", "乙"), 4, ("丙", "丁", "戊"), 1, 11, 5),
            "最多的是甲和乙，各4个，各占36.4%；其次是丙、丁和戊，各1个。",
        ),
        (Ranking(("甲", "乙", "丙"), 2, (), 0, 6, 3), "每一类一样多，都是2个。"),
        (Ranking(("餐饮服务",), 5, (), 0, 5, 1), "都在餐饮服务，5个。"),
    ],
)
def test_what_was_found_most(rank: Ranking, told: str) -> None:
    assert words.found_most(BY_BUSINESS, rank) == f"按业态看，{LABEL}{told}"


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (
            Recurring(5, {"甲": 5, "乙": 2}, {"甲": 3, "乙": 2}),
            "甲在5个月里每个月都有，其中3个月最多的是甲。",
        ),
        (Recurring(4, {"甲": 4, "乙": 4}, {"甲": 4}), "每一类在4个月里每个月都有，每个月最多的都是甲。"),
        (Recurring(4, {"甲": 3, "乙": 3, "丙": 1}, {"甲": 2, "乙": 2}), "甲和乙最常见，4个月里各有3个月。"),
        (Recurring(3, {"甲": 3}, {"甲": 3}), "甲在3个月里每个月都有。"),
    ],
)
def test_what_came_back(found: Recurring, told: str) -> None:
    assert words.came_back(BY_BUSINESS, found) == f"{LABEL}：按业态看，{told}"


def test_in_two_months_nothing_comes_back() -> None:
    assert words.came_back(BY_BUSINESS, Recurring(2, {"甲": 2}, {"甲": 2})) == ""
    assert words.came_back(BY_BUSINESS, Recurring(6, {}, {})) == ""


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (
            [PutRight("甲", 10, 8), PutRight("乙", 4, 4)],
            f"甲改好的比例最低：{LABEL}10个，{DONE.label}8个，占80.0%。",
        ),
        ([PutRight("甲", 10, 10), PutRight("乙", 4, 5)], "每一类查出的都改好了。"),
        ([PutRight("甲", 4, 2), PutRight("乙", 2, 1)], "每一类改好的比例都是50.0%。"),
        (
            [PutRight("甲", 4, 2), PutRight("乙", 2, 1), PutRight("丙", 1, 1)],
            "甲和乙改好的比例最低，都是50.0%。",
        ),
        (
            [PutRight("甲", 9000, 8999), PutRight("乙", 4, 4)],
            f"甲改好的比例最低：{LABEL}9000个，{DONE.label}8999个，占99.9%。",
        ),
    ],
)
def test_what_was_slow(parts: list[PutRight], told: str) -> None:
    assert words.slowest("business_type", FOUND, DONE, parts) == f"按业态看，{told}"


@pytest.mark.parametrize(
    ("months", "where", "told"),
    [
        (
            [("5月", 3), ("6月", 5), ("7月", 2)],
            [("一所", 2)],
            "月末逾期未改最多的是6月，5个；到7月是2个，一所2个。",
        ),
        (
            [("5月", 3), ("6月", 5)],
            [("一所", 4), ("二所", 1)],
            "月末逾期未改最多的是6月，5个，一所4个、二所1个。",
        ),
        ([("5月", 5), ("6月", 5), ("7月", 0)], [], "月末逾期未改最多的是5月和6月，都是5个；到7月没有了。"),
        ([("5月", 0), ("6月", 0)], [], "每个月月末都没有逾期未改。"),
        ([], [], ""),
    ],
)
def test_what_was_overdue(months: list[tuple[str, float]], where: list[tuple[str, float]], told: str) -> None:
    assert words.overdue(LATE, months, where) == told


def test_what_is_still_to_be_done_is_never_less_than_nothing() -> None:
    assert words.answered(FOUND, DONE, 9, 7) == f"{FOUND.name}9个，{DONE.name}7个，还差2个。"
    assert words.answered(FOUND, DONE, 9, 9) == f"{FOUND.name}9个，{DONE.name}9个。"
    assert words.answered(FOUND, DONE, 9, 11) == f"{FOUND.name}9个，{DONE.name}11个。"


def test_averages_say_over_how_many_months() -> None:
    assert (
        words.changed(FOUND, Halves(12, 8.25, (5, 6)))
        == f"{LABEL}前5个月平均每月12个，后6个月平均每月8.2个。"
    )


def money(**fields: object) -> Indicator:
    return FOUND.model_copy(update=fields)


def test_figures_are_written_as_everywhere() -> None:
    assert words.counted(88519.29, money(unit="元", decimals=2)) == "88,519.29元"
