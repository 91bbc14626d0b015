"""Sheets of monthly figures as units send them: what is understood, what is refused and in which words."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from tests.formats.sent import ODD_FIGURES, Page, book, statistics

from portal.formats.imported import SheetReading
from portal.formats.sheets.head import Asked
from portal.formats.sheets.names import Names
from portal.formats.sheets.statistics import read_statistics
from portal.formats.workbook.cell import Remark
from portal.formats.workbook.opening import Workbook, read_workbook
from portal.records import Site

ALIAS = "或在 site_config/indicators.yaml 里给指标加别名（aliases）"


def read(site: Site, page: Page, **asked: str) -> SheetReading:
    workbook = read_workbook("月报.xlsx", book(page))
    assert isinstance(workbook, Workbook)
    reading = read_statistics(workbook.sheets[0], Names(site.indicators.record, site.words), Asked(**asked))
    assert reading is not None
    return reading


def figures(reading: SheetReading, unit: str = "示例二所") -> dict[str, float]:
    assert reading.imported is not None, reading.refusals
    found = next(one for one in reading.imported.units if one.unit == unit)
    return {figure.indicator: float(figure.value) for figure in found.figures}


def refused(reading: SheetReading) -> list[tuple[str, str, str]]:
    assert reading.imported is None
    return [(one.address, one.message, one.hint) for one in reading.refusals]


def test_one_unit_with_every_oddity(site: Site) -> None:
    reading = read(site, statistics(ODD_FIGURES))
    assert figures(reading) == {
        "officers": 126,
        "checks_production": 8,
        "checks_workshop": 2,
        "checks_retail": 1024,
        "hazards_found": 3,
        "hazards_carried": 5,
        "hazards_rectified": 4,
        "orders": 0,
        "cases_opened": 5,
        "cases_closed": 4,
        "penalties_yuan": 50000,
        "complaints_received": 37,
        "complaints_closed": 24,
    }
    assert reading.imported is not None
    unit = reading.imported.units[0]
    assert (reading.imported.month, unit.unit) == ("2024-06", "示例二所")
    assert (unit.reported_on, unit.reported_at) == (datetime.date(2024, 6, 25), "月报.xlsx!统计表!D2")
    assert [figure.address for figure in unit.figures[:3]] == [
        "月报.xlsx!统计表!E4",
        "月报.xlsx!统计表!E5",
        "月报.xlsx!统计表!F5",
    ]
    assert reading.notices == (
        Remark(
            "月报.xlsx!统计表!E12",
            "罚没款：计量单位写的是万元，数是 50000，已按 50000 元导入",
            "如果确是万元，把单元格改成元后再导入",
        ),
        Remark(
            "月报.xlsx!统计表!F6",
            "检查食品销售单位的备注没有导入",
            "要让读者看到，就在月度数据里写进这个单位的 note",
        ),
    )


@pytest.mark.parametrize(
    ("measure", "written", "yuan"),
    [
        ("万元", 8.4954, 84954),
        ("万元", 5.453697, 54536.97),
        ("万元", "５．４５", 54500),
        ("万元", 1000, 1000),
        ("万元", "50,000", 50000),
        ("元", 5000, 5000),
        ("元", "3.5万元", 35000),
        ("万元", "5000元", 5000),
        ("万元", "/", 0),
    ],
)
def test_money_becomes_yuan_exactly(site: Site, measure: str, written: object, yuan: float) -> None:
    reading = read(site, statistics([["案件查办", "罚没款", measure, written], [None, "立案", "起", 1]]))
    assert figures(reading)["penalties_yuan"] == yuan


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        (
            ["案件查办", "罚没款", "万元", 0.1234567],
            ("E4", "罚没款应当是最多2位小数（按元计）", "核对原始数据后改正"),
        ),
        (
            ["案件查办", "罚没款", None, 5],
            ("E4", "罚没款的计量单位要写明是元还是万元", "在计量单位一栏写“元”或“万元”"),
        ),
        (
            ["案件查办", "罚没款", "元", "50000万元"],
            ("E4", "罚没款：50000万元大得不合理", "核对是元还是万元"),
        ),
        (
            ["监督检查", "出动执法人员", "人次", 12.5],
            ("E4", "出动执法人员应当是整数（按人次计）", "核对原始数据后改正"),
        ),
        (
            ["监督检查", "出动执法人员", "万人次", 1.5],
            ("E4", "出动执法人员的计量单位应当是“人次”，表里是“万人次”", "换算成“人次”后再导入"),
        ),
        (
            ["监督检查", "出动执法人员", "人次", "98%"],
            ("E4", "出动执法人员的计量单位应当是“人次”，表里是“%”", "换算成“人次”后再导入"),
        ),
        (
            ["监督检查", "出动执法人员", "人次", 57000000],
            ("E4", "出动执法人员：这里的数大得不合理", "核对是不是填错了栏"),
        ),
        (
            ["监督检查", "出动执法人员", "人次", "=SUM(A1:A2)"],
            ("E4", "出动执法人员：公式没有保存计算结果", "用 Excel 打开这个文件，保存一次再导入"),
        ),
        (
            ["监督检查", "检查食品经营户", "户次", 5],
            ("C4", "“检查食品经营户”不是已有的指标", f"是不是“检查食品销售单位”？改成这个名称，{ALIAS}"),
        ),
        (
            ["监督检查", "赵一二", "户次", 5],
            ("C4", "这一行的名称不是已有的指标", f"改成已有的指标名称，{ALIAS}"),
        ),
        (
            ["监督检查", "约谈主要负责人", "次", 5],
            ("C4", "“约谈主要负责人”不是已有的指标", f"是不是“责任约谈”？改成这个名称，{ALIAS}"),
        ),
        (["监督检查", None, "户次", 5], ("E4", "这一行有数，但没有指标名称", "补上指标名称，或删去这一行")),
        (["其他工作", "办结", "件", 5], ("C4", "“办结”有几个意思", "写清楚是“案件办结”还是“投诉办结”")),
    ],
)
def test_refused_cells(site: Site, row: list[Any], refusal: tuple[str, str, str]) -> None:
    reading = read(site, statistics([row, ["监督检查", "完成整改", "个", 1], [None, "责令改正", "份", 1]]))
    cell, message, hint = refusal
    assert refused(reading) == [(f"月报.xlsx!统计表!{cell}", message, hint)]


def test_every_fault_is_told_at_once(site: Site) -> None:
    rows = [["监督检查", "检查户数", "户", 5], [None, "完成整改", "个", "多个"], [None, "责令改正", "份", 1]]
    page = statistics(rows, day="填报日期：2024年6月31日", unit="填报单位：示例九所")
    assert [address.rpartition("!")[2] for address, *_ in refused(read(site, page))] == [
        "A2",
        "C4",
        "E5",
        "D2",
    ]


def test_an_indicator_given_twice_is_refused(site: Site) -> None:
    rows = [["监督检查", "发现风险隐患", "个", 5], [None, "发现问题隐患数", "个", 6]]
    assert refused(read(site, statistics(rows))) == [
        ("月报.xlsx!统计表!E5", "发现风险隐患填了两次，另一处是 月报.xlsx!统计表!E4", "只留一处后再导入")
    ]


def test_group_that_contradicts_the_indicator_is_mentioned(site: Site) -> None:
    reading = read(site, statistics([["案件查办", "责令改正", "份", 5], [None, "立案", "起", 1]]))
    assert figures(reading) == {"orders": 5, "cases_opened": 1}
    assert reading.notices == (
        Remark("月报.xlsx!统计表!C4", "责令改正列在“案件查办”下，按“监督检查”的责令改正导入"),
    )


def test_rates_are_left_to_the_site(site: Site) -> None:
    reading = read(site, statistics([["监督检查", "完成整改", "个", 5], [None, "整改率", "%", "98%"]]))
    assert figures(reading) == {"hazards_rectified": 5}
    assert reading.notices == (Remark("月报.xlsx!统计表!C5", "整改率由网站计算，没有导入表里的数"),)


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
    assert read(site, page, **asked).month == month


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
    assert reading.month == "2024-05"
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


def test_what_stands_around_the_table_never_comes_out(site: Site) -> None:
    rows = [
        ["监督检查", "完成整改", "个", 1, "联系人13900001234"],
        [None, "责令改正", "份", "电话13900001234"],
    ]
    reading = read(site, statistics(rows, unit="填报单位：赵一二 13900001234"))
    told = repr(reading)
    assert not any(private in told for private in ("13900001234", "赵一二", "张某", "李某", "57000000"))
