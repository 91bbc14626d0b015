"""The plan for a month's file: new, added to, unchanged, or left alone."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import pytest
from tests.formats.merging.months import WRITTEN, merge, split, text_of, unit

from portal.reading.parsed import parse
from portal.reading.record_kinds import BY_NAME
from portal.records import Site


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


def test_a_blank_reason_is_no_reason(site: Site) -> None:
    assert merge(site, WRITTEN, unit("示例一所", officers=152), reason=" ").new_text is None


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


def test_the_month_reads_back_as_it_was_imported(site: Site) -> None:
    values: Mapping[str, float] = {"officers": 151, "penalties_yuan": 54536.97, "hazards_found": 0}
    text = text_of(site, merge(site, WRITTEN, unit("示例三所", datetime.date(2024, 6, 23), **values)))
    record = parse("content/outcomes/2024-06.yaml", text.encode(), BY_NAME["outcome"], site.words).record
    assert (record.units[2].figures, record.units[2].reported_on) == (values, datetime.date(2024, 6, 23))
