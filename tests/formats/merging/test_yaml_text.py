"""What is spliced into a file leaves every other byte where it was."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st
from tests.formats.merging.months import WRITTEN, merge, split, text_of, unit

from portal.records import Site


def test_no_anchors_are_written(site: Site) -> None:
    day = datetime.date(2024, 6, 21)
    plan = merge(site, None, unit("示例一所", day, officers=1), unit("示例二所", day, officers=1))
    assert text_of(site, plan).count("reported_on: 2024-06-21") == 2


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


def test_file_without_a_last_line_end(site: Site) -> None:
    existing = "month: 2024-06\nstatus: provisional\nunits:\n- unit: 示例一所\n  figures:\n    officers: 1"
    plan = merge(site, existing, unit("示例一所", orders=2), unit("示例二所", officers=3))
    assert text_of(site, plan) == (
        existing + "\n    orders: 2\n- unit: 示例二所\n  figures:\n    officers: 3"
    )


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
