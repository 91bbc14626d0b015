"""Days are read in every way that people write them, and those that do not exist are told from those that do."""

from __future__ import annotations

import pytest

from portal.rules.dates_in_text import ASKED, days


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2024年2月30日",
            "2023年2月29日",
            "2024年13月",
            "2024年0月5日",
            "2月30日",
            "6月31日",
            "4月31号",
            "13月5日",
        ),
        *("２０２４年２月３０日", "2024 年 2 月 30 日", "2024-02-30", "2024.6.31", "2024/6/31", "2024-13-05"),
        *("二〇二四年二月三十日", "二月三十日", "2024年6月0日", "9月31日前报送", "2024年11月31日"),
    ],
)
def test_days_that_do_not_exist(text: str) -> None:
    assert [day.exists for day in days(f"于{text}检查")] == [False]
    assert ASKED.search(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2024年2月29日",
            "2月29日",
            "12月31日",
            "2024年12月",
            "2024-12-31",
            "二〇二四年十二月三十一日",
            "三月三十一日",
        ),
    ],
)
def test_days_that_exist(text: str) -> None:
    assert [day.exists for day in days(f"于{text}检查")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "13个月",
        "13月龄的婴儿",
        "每月",
        "GB 31654-2021",
        "2024-001",
        "12:30",
        "1.2.3.4",
        "2024年",
        "30日内",
        "5月",
    ],
)
def test_other_texts_name_no_day(text: str) -> None:
    assert list(days(text)) == []


def test_a_day_knows_its_place_and_date() -> None:
    text = "检查在２０２４年６月１１日，"
    (day,) = days(text)
    assert text[day.start : day.end] == "２０２４年６月１１日"
    assert str(day.first) == "2024-06-11"
