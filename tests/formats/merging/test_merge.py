"""What an import would change is a conflict: nothing is overwritten in silence."""

from __future__ import annotations

import datetime

import pytest
from tests.formats.merging.months import WRITTEN, conflicts, merge, split, text_of, unit

from portal.formats.workbook.cell import Remark
from portal.records import Site


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
