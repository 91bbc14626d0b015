"""The layouts in which units send figures, found by what the cells name."""

from __future__ import annotations

import datetime
from typing import Any

from tests.formats.sent import Page
from tests.formats.sheets.reading import figures, read, refused

from portal.records import Site

SUMMARY: list[list[Any]] = [
    ["2024年7月专项行动情况汇总表"],
    ["指标", "计量单位", "示例一所", "示例二所", "示例三所", "合计"],
    ["报送日期", None, datetime.datetime(2024, 7, 19), "2024年7月23日", "7月24日"],  # noqa: DTZ001
    ["立案", "起", 4, 3, "/", 7],
    ["办结", "起", 0, 1, 0, "=SUM(C5:E5)"],
    ["罚没款", "万元", 3.0253, 24202, 0, 5.4455],
    ["受理", "件", 6, None, 6, 12],
    ["办结", "件", 20, "１６", 22, 58],
    ["填表人：张某", None, "联系电话", 57000000],
]


def test_a_column_for_each_unit(site: Site) -> None:
    reading = read(site, Page("汇总", SUMMARY, ["A1:F1"]))
    assert reading.imported is not None
    assert [(one.unit, str(one.reported_on)) for one in reading.imported.units] == [
        ("示例一所", "2024-07-19"),
        ("示例二所", "2024-07-23"),
        ("示例三所", "2024-07-24"),
    ]
    assert figures(reading) == {
        "cases_opened": 3,
        "cases_closed": 1,
        "penalties_yuan": 24202,
        "complaints_closed": 16,
    }
    assert [(one.address, one.message) for one in reading.notices] == [
        ("月报.xlsx!汇总!F5", "合计是公式，文件里没有保存计算结果，没有核对合计"),
        ("月报.xlsx!汇总!D6", "罚没款：计量单位写的是万元，数是 24202，已按 24202 元导入"),
    ]


def test_a_row_for_each_unit(site: Site) -> None:
    rows: list[list[Any]] = [
        ["2024年7月汇总表"],
        ["单位", "案件查办", None, "投诉举报", None],
        [None, "立案", "办结", "受理", "办结"],
        ["示例一所", 4, 1, 6, 20],
        ["示例三所", 5, 2, "/", "21件"],
        ["合计", 9, 3, 6, 41],
        ["审核人：李某"],
    ]
    reading = read(site, Page("汇总", rows, ["A1:E1", "A2:A3", "B2:C2", "D2:E2"]))
    assert figures(reading, "示例三所") == {
        "cases_opened": 5,
        "cases_closed": 2,
        "complaints_received": 0,
        "complaints_closed": 21,
    }
    rows[5] = ["合计", 9, 4, 6, 41]
    wrong = read(site, Page("汇总", rows, ["A1:E1", "A2:A3", "B2:C2", "D2:E2"]))
    assert refused(wrong) == [
        ("月报.xlsx!汇总!C6", "案件办结：合计是 4，各单位相加是 3", "核对各单位的数和合计，改正后再导入")
    ]


def test_only_the_unit_asked_for(site: Site) -> None:
    reading = read(site, Page("汇总", SUMMARY, ["A1:F1"]), unit="示例三所")
    assert reading.units == ("示例三所",)


def test_unknown_column_is_refused_and_totals_are_then_not_compared(site: Site) -> None:
    rows = [list(row) for row in SUMMARY]
    rows[1][3] = "示例儿所"
    assert refused(read(site, Page("汇总", rows))) == [
        (
            "月报.xlsx!汇总!D2",
            "“示例儿所”不是已有的报送单位",
            "是不是“示例二所”？可用的词：示例一所、示例二所、示例三所",
        )
    ]


def test_wrong_total_is_refused(site: Site) -> None:
    rows = [list(row) for row in SUMMARY]
    rows[3][5] = 8
    assert refused(read(site, Page("汇总", rows))) == [
        ("月报.xlsx!汇总!F4", "立案：合计是 8，各单位相加是 7", "核对各单位的数和合计，改正后再导入")
    ]


def test_a_column_without_figures_is_not_a_report(site: Site) -> None:
    rows = [*SUMMARY[:2], ["立案", "起", 4, "", 5, 9], ["办结", "起", 1, None, 2, 3]]
    reading = read(site, Page("汇总", rows))
    assert reading.units == ("示例一所", "示例三所")


def test_a_summary_without_a_number_is_refused(site: Site) -> None:
    rows = [*SUMMARY[:2], ["立案", "起", None, "", None], ["办结", "起"]]
    assert refused(read(site, Page("汇总", rows))) == [
        ("月报.xlsx!汇总!C2", "各单位的列里都没有填数", "填好以后再导入")
    ]
    rows = [["2024年7月"], ["指标", "示例一所", "示例儿所"], ["立案", None, 3], ["办结", None, 2]]
    assert [message for _, message, _ in refused(read(site, Page("汇总", rows)))] == [
        "“示例儿所”不是已有的报送单位"
    ]


def test_a_header_of_two_lines(site: Site) -> None:
    rows = [
        ["示例二所2024年6月统计表"],
        ["序号", "内容", "计量单位", "数量", None],
        [None, None, None, "本月", "累计"],
        [1, "完成整改", "个", 4, 40],
    ]
    reading = read(site, Page("表", rows, ["A2:A3", "B2:B3", "C2:C3", "D2:E2"]))
    assert figures(reading) == {"hazards_rectified": 4}


def test_two_columns_of_amounts_are_refused(site: Site) -> None:
    rows = [["示例二所2024年6月统计表"], ["内容", "计量单位", "数量", "数量"], ["完成整改", "个", 4, 5]]
    assert refused(read(site, Page("表", rows))) == [
        ("月报.xlsx!表!D2", "表头里有两列数，不知道用哪一列", "只留本月的一列，另存后再导入")
    ]
