"""`content/closed-cases.yaml`: what is left of a case that was closed, once its file is gone; written by `portal tidy`.

Neither party nor facts: what has served its purpose is erased (个人信息保护法 Art. 19 and 47). The address stays and
says why nothing is there any more (公示规定 Art. 11), and an id is never given again.
"""

from __future__ import annotations

from typing import Literal

from portal.records.allowed import Allowed, answered
from portal.records.base import Record, described
from portal.records.case import CaseId, Withdrawal
from portal.records.scalars import Date, Flag


class ClosedCase(Record):
    """The stub of one case."""

    id: CaseId = described("编号", "案例原来的编号，不再给别的案例")
    demo: Flag = described("示例数据", "", False)
    published_on: Date = described("发布日期", "案例原来的发布日期")
    closed_on: Date = described("隐去日期", "从这一天起不再公开")
    reason: Literal["expired", "stopped", "withdrawn"] = described(
        "为什么隐去", "expired 公示期满，stopped 提前停止公示，withdrawn 已撤回"
    )
    withdrawal: Withdrawal | None = described("撤回", "已撤回的，照原来的写", None)
    formerly: tuple[CaseId, ...] = described("原编号", "案例改过编号的，以前用过的编号", ())
    allowed: tuple[Allowed, ...] = answered()


class ClosedCases(Record):
    """The file."""

    cases: tuple[ClosedCase, ...] = described("已隐去的案例", "由 portal tidy 写入，不用手工改", ())
