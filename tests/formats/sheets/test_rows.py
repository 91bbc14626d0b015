"""Rows of figures as units send them: what is understood, what is refused and in which words."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from tests.formats.sent import ODD_FIGURES, statistics
from tests.formats.sheets.reading import figures, read, refused

from portal.formats.workbook.cell import Remark
from portal.records import Site

ALIAS = "或在 site_config/indicators.yaml 里给指标加别名（aliases）"


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
    assert (str(reading.imported.month), unit.unit) == ("2024-06", "示例二所")
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


def test_what_stands_around_the_table_never_comes_out(site: Site) -> None:
    rows = [
        ["监督检查", "完成整改", "个", 1, "联系人13900001234"],
        [None, "责令改正", "份", "电话13900001234"],
    ]
    reading = read(site, statistics(rows, unit="填报单位：赵一二 13900001234"))
    told = repr(reading)
    assert not any(private in told for private in ("13900001234", "赵一二", "张某", "李某", "57000000"))
