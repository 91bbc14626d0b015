"""The import of a whole file: from the bytes a unit sends to the text to be written and the report."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.formats.sent import ODD_FIGURES, Page, book, hazard, hazards, site_at, statistics

from portal.formats.importing import import_outcomes
from portal.formats.report import ImportResult, as_text
from portal.records import Site

TODAY = datetime.date(2024, 7, 5)
LIST = [
    hazard(1, "餐饮", "重点环节", "2024/6/17", "已整改"),
    hazard(2, "单位食堂", "重点品种", "6月18日", "整改中", rechecked_on="/"),
    hazard(3, "餐饮服务", "重点品种", "2024.6.19", "已整改", party="赵一二"),
]
MONTH = """\
# yaml-language-server: $schema=../../site_config/schemas/outcome.schema.json
# 2024年6月各单位报送的数据。figures 里每行是“指标编号: 数”，编号和口径见 site_config/indicators.yaml。
# 没有报送的指标不写；没有报送的单位写 absent: 原因。
month: 2024-06
# provisional 初步数；核对无误后改成 final 定稿，定稿以后再改数要在 revisions 里写明原因。
status: provisional
units:
  - unit: 示例二所
    reported_on: 2024-06-25
    figures:
      officers: 126
      checks_production: 8
      checks_workshop: 2
      checks_retail: 1024
      hazards_found: 3
      hazards_carried: 5
      hazards_rectified: 4
      orders: 0
      cases_opened: 5
      cases_closed: 4
      penalties_yuan: 50000
      complaints_received: 37
      complaints_closed: 24
    breakdowns:
      - indicator: hazards_found
        by: focus
        parts:
          重点品种: 2
          重点环节: 1
      - indicator: hazards_found
        by: business_type
        parts:
          餐饮服务: 2
          单位食堂: 1
      - indicator: hazards_rectified
        by: focus
        parts:
          重点品种: 1
          重点环节: 1
      - indicator: hazards_rectified
        by: business_type
        parts:
          餐饮服务: 2
"""


def imported(site: Site, *pages: Page, **asked: Any) -> ImportResult:
    return import_outcomes(book(*pages), "二所.xlsx", site, today=TODAY, **asked)


def test_figures_and_hazards_of_a_file_become_a_month(site: Site) -> None:
    result = imported(site, statistics(ODD_FIGURES), hazards(LIST))
    assert [(plan.path, plan.new_text) for plan in result.plans] == [("content/outcomes/2024-06.yaml", MONTH)]
    assert (result.writable, result.changed, result.refusals) == (True, True, ())
    assert [(one.address, one.message) for one in result.notices[2:]] == [
        ("二所.xlsx!统计表!E8", "统计表的数是 4，隐患清单里已整改的有 2 项，两处不同")
    ]


def test_importing_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    again = imported(site_at(tmp_path, {"2024-06": MONTH}), statistics(ODD_FIGURES), hazards(LIST))
    assert [(plan.new_text, plan.diff) for plan in again.plans] == [(MONTH, "")]
    assert (again.writable, again.changed) == (True, False)
    assert as_text(again).endswith("接下来：数据与现有的相同，不用再做什么。\n")


def test_one_refusal_stops_the_whole_file(site: Site) -> None:
    result = imported(site, statistics(ODD_FIGURES), hazards([*LIST, LIST[0]]))
    assert (result.plans, result.writable) == ((), False)
    assert (
        as_text(result)
        == """\
提醒（2处）
  二所.xlsx!统计表!E12: 罚没款：计量单位写的是万元，数是 50000，已按 50000 元导入
      → 如果确是万元，把单元格改成元后再导入
  二所.xlsx!统计表!F6: 检查食品销售单位的备注没有导入
      → 要让读者看到，就在月度数据里写进这个单位的 note

不能导入（1处）
  二所.xlsx!隐患清单!A6: 这一行与 二所.xlsx!隐患清单!A3 一行完全相同
      → 删去重复的一行；确是两项隐患就改序号并写清区别

接下来：二所.xlsx 一个数也没有导入。按上面的提示改好表格，再导入一次。
"""
    )


def test_conflicts_are_reported_and_wait_for_a_reason(tmp_path: Path) -> None:
    site = site_at(tmp_path, {"2024-06": MONTH.replace("officers: 126", "officers: 120")})
    page = statistics([["监督检查", "出动执法人员", "人次", 126]])
    waiting = imported(site, page)
    assert not waiting.writable
    assert (
        as_text(waiting)
        == """\
--- 现有 content/outcomes/2024-06.yaml
+++ 导入后 content/outcomes/2024-06.yaml
@@ 原第9–13行 → 新第9–13行 @@
     reported_on: 2024-06-25
     figures:
-      officers: 120
+      officers: 126
       checks_production: 8
       checks_workshop: 2

与现有数据不同（1处）
  示例二所 出动执法人员：原数 120 → 新数 126（二所.xlsx!统计表!E4）

接下来：逐处核对“与现有数据不同”的数，还没有写入任何文件。
确认要改，就写明原因再导入：加 --overwrite-reason "原因" --write
"""
    )
    agreed = imported(site, page, overwrite_reason="单位更正")
    assert (agreed.writable, agreed.plans[0].new_text) == (True, MONTH)
    assert as_text(agreed, written=True).endswith(
        "已写入 content/outcomes/2024-06.yaml。接下来：核对检查的结果，用 portal serve 预览。\n"
    )


def test_a_sheet_of_another_kind_is_named(site: Site) -> None:
    heads = ["序号", "任务来源", "样品名称", "被抽检人", "不合格项目及检验结果（标准值）", "罚没金额（万元）"]
    page = Page("核查处置", [["2024年6月情况"], heads, [1, "区级", "韭菜", "周某某", "腐霉利", 5.453697]])
    result = imported(site, page)
    accepted = (
        "可以导入的有：统计表（有内容、计量单位、数量各列）、汇总表（每个单位一列）、"
        "隐患清单（有业态、工作重点、发现日期、整改情况各列）"
    )
    assert [(one.address, one.message, one.hint) for one in result.refusals] == [
        (
            "二所.xlsx!核查处置",
            "这张表像是“抽检不合格核查处置表”，不能导入",
            f"{accepted}；这张表的批次数汇总后填进统计表的“核查处置完成”",
        )
    ]
    beside = imported(site, statistics(ODD_FIGURES), page)
    assert beside.writable
    assert beside.notices[0].message == "这张表像是“抽检不合格核查处置表”，不能导入"
    unknown = imported(site, Page("表", [["会议通知"]]))
    assert [(one.message, one.hint) for one in unknown.refusals] == [
        ("没有找到可以导入的表格（认不出表头）", accepted)
    ]


def test_hidden_sheets_are_not_imported(site: Site) -> None:
    old = statistics([["监督检查", "完成整改", "个", 99]], name="旧")
    old.hidden = True
    result = imported(site, statistics(ODD_FIGURES), old)
    assert result.writable
    assert ("二所.xlsx!旧", "隐藏的工作表没有导入") in [(one.address, one.message) for one in result.notices]


def test_two_months_in_one_file(site: Site) -> None:
    june = statistics([["监督检查", "完成整改", "个", 1]], name="6月")
    july = statistics(
        [["监督检查", "完成整改", "个", 2]], name="7月", title="统计表（2024年7月）", day="填报日期：7月22日"
    )
    assert [plan.path for plan in imported(site, june, july).plans] == [
        "content/outcomes/2024-06.yaml",
        "content/outcomes/2024-07.yaml",
    ]
    twice = imported(site, june, statistics([["监督检查", "完成整改", "个", 1]], name="又"))
    assert [(one.address, one.message) for one in twice.refusals] == [
        ("二所.xlsx!又!E4", "示例二所同一个月的数在文件里有两份，另一份在 二所.xlsx!6月!E4")
    ]


def test_a_month_outside_the_campaign_is_mentioned(site: Site) -> None:
    result = imported(site, statistics(ODD_FIGURES, day="填报日期：/"), month="2023-06")
    assert ("二所.xlsx", "2023-06 不在专项行动期间") in [(one.address, one.message) for one in result.notices]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"month": "2024-6"}, "指定的月份“2024-6”写法不对"),
        ({"unit": "九所"}, "指定的单位“九所”不是已有的报送单位"),
    ],
)
def test_what_was_asked_for_wrongly(site: Site, asked: dict[str, str], message: str) -> None:
    assert [one.message for one in imported(site, statistics(ODD_FIGURES), **asked).refusals] == [message]


def test_a_month_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    site = site_at(tmp_path, {"2024-06": MONTH.replace("officers: 126", "officers: 1,026")})
    result = imported(site, statistics(ODD_FIGURES))
    assert (result.plans, [one.message for one in result.refusals]) == (
        (),
        ["content/outcomes/2024-06.yaml 现在就有问题，没有合并"],
    )


def test_a_file_that_is_no_workbook(site: Site) -> None:
    result = import_outcomes(b"", "二所.xlsx", site, today=TODAY)
    assert (
        as_text(result)
        == """\
不能导入（1处）
  二所.xlsx: 文件是空的（0 字节）
      → 向报送单位重新要一份

接下来：二所.xlsx 一个数也没有导入。按上面的提示改好表格，再导入一次。
"""
    )


def test_long_lists_are_cut(site: Site) -> None:
    rows = [hazard(number, "不知道", "重点品种", "2024/6/1", "已整改") for number in range(60)]
    report = as_text(imported(site, hazards(rows), month="2024-06"))
    assert "不能导入（60处）" in report
    assert "  ……另有10处，先改好上面的" in report


def test_nothing_personal_leaves_the_file(site: Site) -> None:
    rows = [
        hazard(
            1,
            "餐饮",
            "重点环节",
            "2024/6/17",
            "已整改",
            party="赵一二",
            text="负责人电话 13900001234 无法接通",
        ),
        hazard(2, "餐饮", "重点环节", "2024/6/17", "已整改", party="赵一二"),
    ]
    good = imported(site, statistics(ODD_FIGURES), hazards(rows))
    wrong = imported(
        site,
        statistics(
            [["监督检查", "赵一二", "13900001234", "13900001234", "13900001234"]], unit="填报单位：赵一二"
        ),
        hazards([*rows, hazard("赵一二", "13900001234", "赵一二", "13900001234", "赵一二13900001234")]),
    )
    assert good.writable
    assert not wrong.writable
    told = repr(good) + as_text(good) + repr(wrong) + as_text(wrong)
    private = ("13900001234", "赵一二", "张某", "李某", "王某", "57000000", "调味料", "示例甲餐饮店")
    assert [word for word in private if word in told] == []


def test_hazards_alone_bring_their_totals_and_leave_the_other_figures(site: Site) -> None:
    content = book(statistics(ODD_FIGURES), hazards(LIST))
    result = import_outcomes(content, "一份.xlsx", site, today=TODAY, hazards_only=True)
    text = result.plans[0].new_text
    assert text is not None
    assert "hazards_found: 3" in text
    assert "hazards_rectified: 2" in text
    assert "officers" not in text
    assert "按清单合计填 3" in as_text(result, written=False)


def test_a_file_without_hazards_is_not_taken_for_one(site: Site) -> None:
    result = import_outcomes(book(statistics(ODD_FIGURES)), "一份.xlsx", site, today=TODAY, hazards_only=True)
    assert not result.writable
    assert "文件里没有隐患清单" in as_text(result, written=False)


def test_a_workbook_with_macros_is_read_for_its_figures_and_says_so(site: Site) -> None:
    plain = book(statistics(ODD_FIGURES))
    stream = io.BytesIO(plain)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"program")
    said = "文件里带有宏（.xlsm），只读了表格里的内容，宏没有运行"
    for name, content in (("月报.xlsm", plain), ("月报.xlsx", stream.getvalue())):
        result = import_outcomes(content, name, site, today=TODAY)
        assert result.writable
        assert said in as_text(result, written=False)
    assert said not in as_text(import_outcomes(plain, "月报.xlsx", site, today=TODAY), written=False)
