"""Lists of hazards: what is counted, what is refused, and that nothing personal comes out."""

from __future__ import annotations

import datetime

import pytest
from tests.formats.sent import Page, book, hazard, hazards

from portal.formats.imported import SheetReading
from portal.formats.sheets.hazards import read_hazards
from portal.formats.sheets.head import Asked
from portal.formats.sheets.names import Names
from portal.formats.workbook.cell import Remark
from portal.formats.workbook.opening import Workbook, read_workbook
from portal.records import Site
from portal.records.month import Month

GOOD = [
    hazard(1, "单位食堂", "重点环节", "2024/6/17", "已整改"),
    hazard(2, "餐饮", "重点品种", datetime.datetime(2024, 6, 17), "整改中", rechecked_on="/"),  # noqa: DTZ001
    hazard(3, "餐饮服务", "重点品种", "6月18日", "完成整改"),
    hazard("４", "食堂", "重点时段", "2024.6.19", "已整改"),
    hazard(5, "餐饮服务", "重点品种", "2024年6月20日", "逾期未改", rechecked_on=None),
]
BUSINESS = "可用的词：食品生产、食品销售、餐饮服务、集体用餐配送、单位食堂、特殊食品、食用农产品、网络经营"


def read(site: Site, page: Page, month: str | None = "2024-06", unit: str | None = None) -> SheetReading:
    workbook = read_workbook("月报.xlsx", book(page))
    assert isinstance(workbook, Workbook)
    reading = read_hazards(
        workbook.sheets[0],
        Names(site.indicators.record, site.words),
        Asked(Month.parse(month) if month else None, unit),
    )
    assert reading is not None
    return reading


def test_counts_by_focus_and_business_type(site: Site) -> None:
    rows = [*GOOD, [6], [], ["合计", None, 5], ["填表人：张某　联系电话：57000000"]]
    reading = read(site, hazards(rows))
    assert reading.imported is not None, reading.refusals
    unit = reading.imported.units[0]
    assert (str(reading.imported.month), unit.unit, reading.notices) == ("2024-06", "示例二所", ())
    assert [(one.indicator, one.by, dict(one.parts)) for one in unit.breakdowns] == [
        ("hazards_found", "focus", {"重点品种": 3, "重点环节": 1, "重点时段": 1}),
        ("hazards_found", "business_type", {"餐饮服务": 3, "单位食堂": 2}),
        ("hazards_rectified", "focus", {"重点品种": 1, "重点环节": 1, "重点时段": 1}),
        ("hazards_rectified", "business_type", {"餐饮服务": 1, "单位食堂": 2}),
    ]


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        (
            hazard(9, "餐饮服务", "重点品种", "2024年6月31日", "已整改"),
            ("F8", "发现日期：日历上没有2024年6月31日，6月只有30天", "核对后改成真实的日期"),
        ),
        (
            hazard(9, "餐饮服务", "重点品种", "2024/5/31", "已整改"),
            ("F8", "发现日期2024-05-31不在2024年6月", "核对日期；只列6月1日至30日发现的隐患"),
        ),
        (
            hazard(9, "餐饮服务", "重点品种", None, "已整改"),
            ("F8", "没有填发现日期", "补上日期，如 2024-06-01"),
        ),
        (
            hazard(9, "餐饮服务", "重点品种", "赵一二", "已整改"),
            ("F8", "发现日期：这里的内容不能读成日期", "写成 2024-06-21 这样的日期"),
        ),
        (
            hazard(9, "餐饮服务", "重点品种", "2024/6/20", "已整改", rechecked_on="2024-6-31"),
            ("L8", "复查日期：日历上没有2024年6月31日，6月只有30天", "核对后改成真实的日期"),
        ),
        (
            hazard(9, "餐馆服务", "重点品种", "2024/6/20", "已整改"),
            ("C8", "这里的业态不在词表里", f"是不是“餐饮服务”？{BUSINESS}"),
        ),
        (
            hazard(9, "赵一二", "重点品种", "2024/6/20", "已整改"),
            ("C8", "这里的业态不在词表里", BUSINESS),
        ),
        (hazard(9, None, "重点品种", "2024/6/20", "已整改"), ("C8", "没有填业态", BUSINESS)),
        (
            hazard(9, "餐饮服务", "重点产品", "2024/6/20", "已整改"),
            (
                "D8",
                "这里的工作重点不在词表里",
                "是不是“重点品种”？可用的词：重点品种、重点环节、重点时段、重点风险、监督抽检核查处置、集体用餐配送",
            ),
        ),
        (
            hazard(9, "餐饮服务", "重点品种", "2024/6/20", "已经整改"),
            ("K8", "这里的整改情况不在词表里", "是不是“已整改”？可用的词：已整改、整改中、未整改、逾期未改"),
        ),
        (
            GOOD[2],
            (
                "A8",
                "这一行与 月报.xlsx!隐患清单!A5 一行完全相同",
                "删去重复的一行；确是两项隐患就改序号并写清区别",
            ),
        ),
    ],
)
def test_refused_rows(site: Site, row: list[object], refusal: tuple[str, str, str]) -> None:
    reading = read(site, hazards([*GOOD, row]))
    cell, message, hint = refusal
    assert reading.refusals == (Remark(f"月报.xlsx!隐患清单!{cell}", message, hint),)
    assert reading.imported is None


def test_the_same_number_for_two_hazards_is_mentioned(site: Site) -> None:
    reading = read(site, hazards([*GOOD, hazard(5, "食品销售", "重点风险", "2024/6/20", "已整改")]))
    assert reading.imported is not None
    assert reading.notices == (
        Remark(
            "月报.xlsx!隐患清单!A8", "序号与 月报.xlsx!隐患清单!A7 重复，内容不同，按两项隐患计数", "核对序号"
        ),
    )


def test_a_missing_column_is_named(site: Site) -> None:
    page = hazards(GOOD)
    heads = [head for head in page.rows[1] if head != "工作重点"]
    reading = read(site, Page("隐患清单", [page.rows[0], heads]))
    assert reading.refusals == (
        Remark("月报.xlsx!隐患清单!2行", "隐患清单缺少这些列：工作重点", "补上这些列，表头用这些名称"),
    )


def test_month_and_unit_must_be_known(site: Site) -> None:
    reading = read(site, hazards(GOOD, title="风险隐患清单"), month=None)
    assert [one.message for one in reading.refusals] == [
        "标题里没有写明月份（如 2024年6月）",
        "没有找到填报单位",
    ]
    named = read(site, hazards(GOOD, title="2024年6月风险隐患清单"), month=None, unit="示例三所")
    assert (str(named.month), named.units) == ("2024-06", ("示例三所",))


def test_an_empty_list_imports_nothing(site: Site) -> None:
    reading = read(site, hazards([[1], [2]]))
    assert (reading.imported, reading.refusals) == (None, ())
    assert reading.notices == (Remark("月报.xlsx!隐患清单", "隐患清单里没有隐患，没有导入分类数"),)


def test_nothing_personal_comes_out(site: Site) -> None:
    rows = [
        *GOOD,
        hazard(6, "餐饮", "重点风险", "2024/6/7", "已整改", party="赵一二"),
        hazard(7, "餐饮", "重点风险", "2024/6/7", "已整改", text="负责人电话 139 0000 1234 无法接通"),
        hazard("张某", "13900001234", "赵一二", "13900001234", "金山区示例路1号"),
    ]
    reading = read(site, hazards(rows))
    phone = "这一格有电话或证件号码，属于个人信息，没有导入"
    assert [(one.address.rpartition("!")[2], one.message) for one in reading.notices] == [
        ("E9", phone),
        ("C10", phone),
        ("F10", phone),
    ]
    assert [one.address.rpartition("!")[2] for one in reading.refusals] == ["C10", "D10", "K10", "F10"]
    told = repr(reading)
    private = ("1390", "1234", "赵一二", "张某", "王某", "示例路", "示例甲餐饮店", "调味料")
    assert not any(word in told for word in private)
