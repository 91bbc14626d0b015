"""Merging a month: what is there stays as it was written, and nothing is overwritten in silence."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.formats.imported import Figure, ImportedBreakdown, ImportedMonth, ImportedUnit
from portal.formats.merging.plan import MergePlan, plan_merge
from portal.formats.workbook.cell import Remark
from portal.reading.kinds import BY_NAME
from portal.reading.project import parse
from portal.records import Site

TODAY = datetime.date(2024, 7, 5)
WRITTEN = """\
# yaml-language-server: $schema=../../site_config/schemas/outcome.schema.json
# 手写的说明
month: 2024-06
status: provisional
note: |
  端午节前加密了检查。

  含市场内的经营户。
units:
  # 第一个单位
  - unit: '示例一所'   # 已核对
    reported_on: 2024-06-21
    figures:
      officers: 151
      # 下面是隐患
      hazards_found: 56
      hazards_rectified: 22
    breakdowns:
      - {indicator: hazards_found, by: focus, parts: {重点品种: 3, 重点环节: 5}}

  # 第二个单位：等书面报告
  - unit: 示例二所
    figures: {officers: 126, penalties_yuan: 54536.97}
# 更正写在最后
"""


def unit(
    name: str, day: datetime.date | None = None, *breakdowns: ImportedBreakdown, **figures: float
) -> ImportedUnit:
    found = tuple(Figure(key, Decimal(str(value)), f"月报.xlsx!表!{key}") for key, value in figures.items())
    return ImportedUnit(name, day, "月报.xlsx!表!D2" if day else "", found, breakdowns)


def split(indicator: str, by: str, **parts: int) -> ImportedBreakdown:
    return ImportedBreakdown(indicator, by, parts, "月报.xlsx!清单")


def merge(
    site: Site, existing: str | None, *units: ImportedUnit, reason: str | None = None, month: str = "2024-06"
) -> MergePlan:
    imported = ImportedMonth(month, units)
    return plan_merge(existing, imported, site.indicators.record, site.words, TODAY, reason)


def text_of(site: Site, plan: MergePlan) -> str:
    """The text to be written, which must be a valid month."""
    assert plan.new_text is not None
    parsed = parse(plan.path, plan.new_text.encode(), BY_NAME["outcome"], site.words)
    assert parsed.problems == ()
    return plan.new_text


def conflicts(plan: MergePlan) -> list[tuple[str, str, str, str, str]]:
    return [(one.unit, one.what, one.old, one.new, one.address) for one in plan.conflicts]


def test_no_anchors_are_written(site: Site) -> None:
    day = datetime.date(2024, 6, 21)
    plan = merge(site, None, unit("示例一所", day, officers=1), unit("示例二所", day, officers=1))
    assert text_of(site, plan).count("reported_on: 2024-06-21") == 2


def test_a_new_month_is_written_from_a_commented_skeleton(site: Site) -> None:
    found = split("hazards_found", "focus", 重点品种=3)
    plan = merge(
        site, None, unit("示例一所", datetime.date(2024, 6, 21), found, officers=151, penalties_yuan=84954.5)
    )
    assert (
        text_of(site, plan)
        == """\
# yaml-language-server: $schema=../../site_config/schemas/outcome.schema.json
# 2024年6月各单位报送的数据。figures 里每行是“指标编号: 数”，编号和口径见 site_config/indicators.yaml。
# 没有报送的指标不写；没有报送的单位写 absent: 原因。
month: 2024-06
# provisional 初步数；核对无误后改成 final 定稿，定稿以后再改数要在 revisions 里写明原因。
status: provisional
units:
  - unit: 示例一所
    reported_on: 2024-06-21
    figures:
      officers: 151
      penalties_yuan: 84954.5
    breakdowns:
      - indicator: hazards_found
        by: focus
        parts:
          重点品种: 3
"""
    )
    assert plan.path == "content/outcomes/2024-06.yaml"
    assert plan.diff.startswith("--- 现有（没有这个文件）\n+++ 导入后 content/outcomes/2024-06.yaml\n@@ ")


def test_additions_leave_comments_order_and_quotes_alone(site: Site) -> None:
    first = unit(
        "示例一所", None, split("hazards_rectified", "focus", 重点品种=2), checks_retail=76, orders=12
    )
    second = unit(
        "示例二所", datetime.date(2024, 6, 25), split("hazards_found", "focus", 重点环节=1), orders=3
    )
    plan = merge(site, WRITTEN, first, second, unit("示例三所", officers=80))
    assert (
        text_of(site, plan)
        == """\
# yaml-language-server: $schema=../../site_config/schemas/outcome.schema.json
# 手写的说明
month: 2024-06
status: provisional
note: |
  端午节前加密了检查。

  含市场内的经营户。
units:
  # 第一个单位
  - unit: '示例一所'   # 已核对
    reported_on: 2024-06-21
    figures:
      officers: 151
      checks_retail: 76
      # 下面是隐患
      hazards_found: 56
      hazards_rectified: 22
      orders: 12
    breakdowns:
      - {indicator: hazards_found, by: focus, parts: {重点品种: 3, 重点环节: 5}}
      - indicator: hazards_rectified
        by: focus
        parts:
          重点品种: 2

  # 第二个单位：等书面报告
  - unit: 示例二所
    reported_on: 2024-06-25
    figures: {officers: 126, orders: 3, penalties_yuan: 54536.97}
    breakdowns:
      - indicator: hazards_found
        by: focus
        parts:
          重点环节: 1
  - unit: 示例三所
    figures:
      officers: 80
# 更正写在最后
"""
    )
    assert (plan.conflicts, plan.notices) == ((), ())


def test_the_difference_is_shown(site: Site) -> None:
    assert (
        merge(site, WRITTEN, unit("示例一所", orders=12)).diff
        == """\
--- 现有 content/outcomes/2024-06.yaml
+++ 导入后 content/outcomes/2024-06.yaml
@@ 原第16–19行 → 新第16–20行 @@
       hazards_found: 56
       hazards_rectified: 22
+      orders: 12
     breakdowns:
       - {indicator: hazards_found, by: focus, parts: {重点品种: 3, 重点环节: 5}}"""
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_equal_values_change_nothing_and_line_ends_stay(site: Site, ends: str, mark: str) -> None:
    existing = mark + WRITTEN.replace("\n", ends)
    same = unit(
        "示例一所",
        datetime.date(2024, 6, 21),
        split("hazards_found", "focus", 重点环节=5, 重点品种=3),
        officers=151,
    )
    plan = merge(site, existing, same, unit("示例二所", penalties_yuan=54536.97))
    assert (plan.new_text, plan.changed, plan.diff, plan.conflicts) == (existing, False, "", ())
    added = merge(site, existing, unit("示例三所", officers=1)).new_text
    assert added is not None
    assert added.startswith(mark + "# yaml")
    assert added.replace(ends, "").count("\n") == 0


def test_file_without_a_last_line_end(site: Site) -> None:
    existing = "month: 2024-06\nstatus: provisional\nunits:\n- unit: 示例一所\n  figures:\n    officers: 1"
    plan = merge(site, existing, unit("示例一所", orders=2), unit("示例二所", officers=3))
    assert text_of(site, plan) == (
        existing + "\n    orders: 2\n- unit: 示例二所\n  figures:\n    officers: 3"
    )


def test_what_differs_is_a_conflict_and_is_not_written(site: Site) -> None:
    plan = merge(
        site,
        WRITTEN,
        unit("示例一所", datetime.date(2024, 6, 22), officers=152, hazards_found=56, orders=12),
        unit("示例二所", penalties_yuan=50000),
    )
    assert plan.new_text is None
    assert conflicts(plan) == [
        ("示例一所", "报送日期", "2024-06-21", "2024-06-22", "月报.xlsx!表!D2"),
        ("示例一所", "出动执法人员", "151", "152", "月报.xlsx!表!officers"),
        ("示例二所", "罚没款", "54536.97", "50000", "月报.xlsx!表!penalties_yuan"),
    ]
    assert "-      officers: 151\n+      officers: 152" in plan.diff


def test_a_blank_reason_is_no_reason(site: Site) -> None:
    assert merge(site, WRITTEN, unit("示例一所", officers=152), reason=" ").new_text is None


def test_overwriting_a_provisional_month(site: Site) -> None:
    plan = merge(site, WRITTEN, unit("示例一所", officers=152), reason="单位更正")
    assert text_of(site, plan) == WRITTEN.replace("officers: 151", "officers: 152")
    assert len(plan.conflicts) == 1


def test_overwriting_a_final_month_is_recorded(site: Site) -> None:
    final = WRITTEN.replace("provisional", "final")
    first = unit("示例一所", None, split("hazards_found", "focus", 重点品种=4, 重点环节=5), officers=152)
    plan = merge(site, final, first, unit("示例二所", penalties_yuan=50000), reason="复核: 单位漏报")
    expected = (
        final.replace("officers: 151", "officers: 152")
        .replace("重点品种: 3", "重点品种: 4")
        .replace("54536.97", "50000")
        .replace(
            "# 更正写在最后\n",
            """\
revisions:
  - on: 2024-07-05
    unit: 示例一所
    indicator: officers
    from: 151
    to: 152
    reason: "复核: 单位漏报"
  - on: 2024-07-05
    unit: 示例一所
    indicator: hazards_found
    from: 3
    to: 4
    reason: "复核: 单位漏报（按工作重点：重点品种）"
  - on: 2024-07-05
    unit: 示例二所
    indicator: penalties_yuan
    from: 54536.97
    to: 50000
    reason: "复核: 单位漏报"
# 更正写在最后
""",
        )
    )
    assert text_of(site, plan) == expected


@pytest.mark.parametrize(
    ("revisions", "expected"),
    [
        (
            "revisions: []\n",
            "revisions: [{on: 2024-07-05, unit: 示例一所, indicator: officers, from: 151, to: 152, reason: 更正}]\n",
        ),
        (
            "revisions:\n  - {on: 2024-07-01, unit: 示例二所, indicator: officers, from: 1, to: 126, reason: 漏报}\n",
            "revisions:\n  - {on: 2024-07-01, unit: 示例二所, indicator: officers, from: 1, to: 126, reason: 漏报}\n"
            "  - on: 2024-07-05\n    unit: 示例一所\n    indicator: officers\n    from: 151\n    to: 152\n    reason: 更正\n",
        ),
    ],
)
def test_revisions_go_behind_those_there_are(site: Site, revisions: str, expected: str) -> None:
    final = WRITTEN.replace("provisional", "final")
    plan = merge(site, final + revisions, unit("示例一所", officers=152), reason="更正")
    assert text_of(site, plan) == final.replace("officers: 151", "officers: 152") + expected


def test_additions_to_a_final_or_demonstration_month_are_mentioned(site: Site) -> None:
    existing = WRITTEN.replace("status: provisional", "status: final\ndemo: true")
    assert merge(site, existing, unit("示例一所", orders=12)).notices == (
        Remark(
            "content/outcomes/2024-06.yaml",
            "这个月已定稿（status: final），新增的数不会进更正记录",
            "核对后写入；已公开过的合计会随之改变，必要时在 note 里说明",
        ),
        Remark(
            "content/outcomes/2024-06.yaml",
            "这个月标着示例数据（demo: true）",
            "不要把真实数据并进示例，先删去示例月份",
        ),
    )


def test_a_split_is_compared_as_a_whole(site: Site) -> None:
    plan = merge(
        site, WRITTEN, unit("示例一所", None, split("hazards_found", "focus", 重点品种=3, 重点时段=1))
    )
    assert conflicts(plan) == [
        ("示例一所", "发现风险隐患按工作重点“重点环节”", "5", "0", "月报.xlsx!清单"),
        ("示例一所", "发现风险隐患按工作重点“重点时段”", "0", "1", "月报.xlsx!清单"),
    ]
    written = merge(
        site,
        WRITTEN,
        unit("示例一所", None, split("hazards_found", "focus", 重点品种=3, 重点时段=1)),
        reason="更正",
    )
    assert "parts: {重点品种: 3, 重点环节: 0, 重点时段: 1}}" in text_of(site, written)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "  - unit: 示例二所\n    absent: '当月未报'  # 已催\n",
            "  - unit: 示例二所\n    figures:\n      officers: 3\n",
        ),
        (
            "  - absent: 当月未报\n    unit: 示例二所\n",
            "  - unit: 示例二所\n    figures:\n      officers: 3\n",
        ),
        ("  - {unit: 示例二所, absent: 当月未报}\n", "  - {unit: 示例二所, figures: {officers: 3}}\n"),
        ("  - {absent: 当月未报, unit: 示例二所}\n", "  - {unit: 示例二所, figures: {officers: 3}}\n"),
        (
            "  - unit: 示例二所\n    absent: 当月未报\n    figures: {}\n",
            "  - unit: 示例二所\n    figures: {officers: 3}\n",
        ),
    ],
)
def test_a_unit_that_had_not_reported(site: Site, entry: str, expected: str) -> None:
    head = "month: 2024-06\nstatus: provisional\nunits:\n"
    reported = unit("示例二所", officers=3)
    plan = merge(site, head + entry, reported)
    assert plan.new_text is None
    assert conflicts(plan) == [
        ("示例二所", "报送情况", "未报（当月未报）", "已报送", "月报.xlsx!表!officers")
    ]
    assert text_of(site, merge(site, head + entry, reported, reason="补报")) == head + expected


@pytest.mark.parametrize(
    ("existing", "message"),
    [
        ("month: 2024-06\nunits: [\n", "content/outcomes/2024-06.yaml 现在就有问题，没有合并"),
        (
            WRITTEN.replace("officers: 151", "officers: 1,024"),
            "content/outcomes/2024-06.yaml 现在就有问题，没有合并",
        ),
        (
            WRITTEN.replace("month: 2024-06", "month: 2024-07"),
            "content/outcomes/2024-06.yaml 里写的月份是 2024-07",
        ),
    ],
)
def test_a_file_with_faults_is_left_alone(site: Site, existing: str, message: str) -> None:
    plan = merge(site, existing, unit("示例一所", officers=1), reason="更正")
    assert plan.new_text is None
    assert [one.message for one in plan.refusals] == [message]


def is_subsequence(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(line in rest for line in part)


@given(
    comments=st.lists(st.tuples(st.integers(0, 26), st.integers(0, 8)), max_size=8),
    orders=st.integers(0, 9),
    trailing=st.booleans(),
)
def test_every_line_written_by_hand_survives_additions(
    site: Site, comments: list[tuple[int, int]], orders: int, trailing: bool
) -> None:
    lines = WRITTEN.replace("note: |\n  端午节前加密了检查。\n\n  含市场内的经营户。\n", "").split("\n")
    for place, indent in comments:
        lines.insert(min(place, len(lines) - 1), " " * indent + f"# 批注{place}")
    existing = "\n".join(lines if trailing else lines[:-1])
    imported = (
        unit(
            "示例一所", None, split("hazards_rectified", "focus", 重点品种=2), orders=orders, checks_retail=1
        ),
        unit("示例二所", datetime.date(2024, 6, 25), orders=orders),
        unit("示例三所", orders=orders),
    )
    text = text_of(site, merge(site, existing, *imported))
    kept = [line for line in existing.split("\n") if "figures: {" not in line]
    assert is_subsequence(kept, text.split("\n"))
    again = merge(site, text, *imported)
    assert (again.new_text, again.conflicts) == (text, ())


def test_the_month_reads_back_as_it_was_imported(site: Site) -> None:
    values: Mapping[str, float] = {"officers": 151, "penalties_yuan": 54536.97, "hazards_found": 0}
    text = text_of(site, merge(site, WRITTEN, unit("示例三所", datetime.date(2024, 6, 23), **values)))
    record = parse("content/outcomes/2024-06.yaml", text.encode(), BY_NAME["outcome"], site.words).record
    assert (record.units[2].figures, record.units[2].reported_on) == (values, datetime.date(2024, 6, 23))
