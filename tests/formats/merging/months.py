"""A month's file written by hand, and what is merged into it."""

from __future__ import annotations

import datetime
from decimal import Decimal

from portal.formats.imported import Figure, ImportedBreakdown, ImportedMonth, ImportedUnit
from portal.formats.merging.plan import MergePlan, plan_merge
from portal.reading.parsed import parse
from portal.reading.record_kinds import BY_NAME
from portal.records import Site
from portal.records.month import Month

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
    imported = ImportedMonth(Month.parse(month), units)
    return plan_merge(existing, imported, site.indicators.record, site.words, TODAY, reason)


def text_of(site: Site, plan: MergePlan) -> str:
    """The text to be written, which must be a valid month."""
    assert plan.new_text is not None
    parsed = parse(plan.path, plan.new_text.encode(), BY_NAME["outcome"], site.words)
    assert parsed.problems == ()
    return plan.new_text


def conflicts(plan: MergePlan) -> list[tuple[str, str, str, str, str]]:
    return [(one.unit, one.what, one.old, one.new, one.address) for one in plan.conflicts]
