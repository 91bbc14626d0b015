"""`content/corrections.yaml`: what was published wrongly and put right, apart from cases' own corrections."""

from __future__ import annotations

from portal.records.allowed import Allowed, answered
from portal.records.base import Record, described
from portal.records.scalars import Date, Flag, PagePath, Text
from portal.records.words import CorrectionKind


class Correction(Record):
    """One public correction."""

    on: Date = described("日期", "")
    kind: CorrectionKind = described("类别", "更正或撤回")
    page: Text = described("页面", "更正的是哪一页（标题）")
    path: PagePath | None = described("网址", "站内路径，如 outcomes/2024-06/，开头没有 /，末尾有 /", None)
    was: Text | None = described("原文", "", None)
    now: Text | None = described("现文", "", None)
    reason: Text = described("原因", "")
    demo: Flag = described("示例数据", "", False)
    allowed: tuple[Allowed, ...] = answered()


class Corrections(Record):
    """The file."""

    corrections: tuple[Correction, ...] = described("更正与撤回", "", ())
