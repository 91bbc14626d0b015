"""Month, unit and day of report as they stand around a table: what is understood, what is refused."""

from __future__ import annotations

import datetime

import pytest
from tests.formats.sent import Page, statistics
from tests.formats.sheets.reading import figures, read, refused

from portal.formats.workbook.cell import Remark
from portal.records import Site


@pytest.mark.parametrize(
    ("title", "asked", "month"),
    [
        ("统计表（2024年6月）", {}, "2024-06"),
        ("统计表（２０２４年 ６ 月）", {}, "2024-06"),
        ("2024年5月至2025年3月专项行动统计表（2024年12月）", {}, "2024-12"),
        ("统计表", {"month": "2024-06"}, "2024-06"),
        ("统计表（2024年1-6月）", {"month": "2024-06"}, "2024-06"),
    ],
)
def test_month(site: Site, title: str, asked: dict[str, str], month: str) -> None:
    page = statistics([["监督检查", "完成整改", "个", 1]], title=title, day="填报日期：2024年7月1日")
    assert str(read(site, page, **asked).month) == month


@pytest.mark.parametrize(
    ("title", "refusal"),
    [
        (
            "统计表",
            ("月报.xlsx!统计表", "标题里没有写明月份（如 2024年6月）", "用 --month 2024-06 这样指定月份"),
        ),
        (
            "统计表（2024年1—6月）",
            (
                "月报.xlsx!统计表!A1",
                "标题写的是一段时间，不是一个月；累计数不能当作当月数",
                "换成当月的报表；确是当月数就用 --month 2024-06 这样指定月份",
            ),
        ),
        (
            "2024年5月、2024年6月统计表",
            ("月报.xlsx!统计表", "标题里有几个月份：2024-05、2024-06", "用 --month 2024-06 这样指定月份"),
        ),
    ],
)
def test_month_refused(site: Site, title: str, refusal: tuple[str, str, str]) -> None:
    page = statistics([["监督检查", "完成整改", "个", 1]], title=title, day="填报日期：2024年7月1日")
    assert refused(read(site, page)) == [refusal]


def test_a_month_asked_for_that_the_title_contradicts_is_mentioned(site: Site) -> None:
    reading = read(site, statistics([["监督检查", "完成整改", "个", 1]]), month="2024-05")
    assert str(reading.month) == "2024-05"
    assert reading.notices[0].message == "标题写的是2024-06，按指定的月份2024-05导入"


@pytest.mark.parametrize(
    "written",
    [
        "填报单位：示例二所",
        "填报单位（盖章）：示例二所",
        "报送单位：金山区市场监督管理局示例二所",
        "填报单位：示例二所　　填表人：赵一二",
    ],
)
def test_unit(site: Site, written: str) -> None:
    assert read(site, statistics([["监督检查", "完成整改", "个", 1]], unit=written)).units == ("示例二所",)


def test_unit_in_a_cell_of_its_own_and_no_date(site: Site) -> None:
    rows = [["2024年6月"], ["填报单位：", "示例三所"], ["内容", "计量单位", "数量"], ["完成整改", "个", 7]]
    reading = read(site, Page("表", rows))
    assert figures(reading, "示例三所") == {"hazards_rectified": 7}
    assert reading.notices == (
        Remark("月报.xlsx!表", "没有找到填报日期", "在月度数据里补上 reported_on: 日期"),
    )


def test_unit_refused(site: Site) -> None:
    rows = [["监督检查", "完成整改", "个", 1]]
    words = "可用的词：示例一所、示例二所、示例三所"
    assert refused(read(site, statistics(rows, unit="填报单位：示例儿所"))) == [
        ("月报.xlsx!统计表!A2", "“示例儿所”不是已有的报送单位", f"是不是“示例二所”？{words}")
    ]
    assert refused(read(site, statistics(rows, unit="填报单位：赵一二"))) == [
        ("月报.xlsx!统计表!A2", "这里写的不是已有的报送单位", words)
    ]
    assert refused(read(site, statistics(rows, unit="填报单位："))) == [
        ("月报.xlsx!统计表", "没有找到填报单位", "在表格上方写“填报单位：…”，或用 --unit 指定单位")
    ]
    assert read(site, statistics(rows, unit="填报单位："), unit="示例一所").units == ("示例一所",)
    assert refused(read(site, statistics(rows), unit="示例一所"))[0][1] == (
        "表里写的单位是“示例二所”，与指定的（或同一文件另一张表的）“示例一所”不一致"
    )


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("填报日期：2024年6月21日", datetime.date(2024, 6, 21)),
        ("填报日期：2024/6/21", datetime.date(2024, 6, 21)),
        ("填报日期：6月21日", datetime.date(2024, 6, 21)),
        ("填报日期：2024.6.21", datetime.date(2024, 6, 21)),
        ("填报日期：/", None),
    ],
)
def test_reporting_date(site: Site, day: str, found: datetime.date | None) -> None:
    reading = read(site, statistics([["监督检查", "完成整改", "个", 1]], day=day))
    assert reading.imported is not None
    assert reading.imported.units[0].reported_on == found


def test_a_december_table_sent_in_january(site: Site) -> None:
    page = statistics([["监督检查", "完成整改", "个", 1]], title="2024年12月统计表", day="填报日期：1月5日")
    reading = read(site, page)
    assert reading.imported is not None
    assert reading.imported.units[0].reported_on == datetime.date(2025, 1, 5)
    assert reading.notices == ()


def test_a_reporting_date_of_another_year_is_mentioned(site: Site) -> None:
    reading = read(site, statistics([["监督检查", "完成整改", "个", 1]], day="填报日期：2023年6月21日"))
    assert [one.message for one in reading.notices] == ["报送日期2023-06-21不在2024-06前后"]
