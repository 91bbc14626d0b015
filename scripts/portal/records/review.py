"""The three reviews (三审三校) that stand before anything public."""

from __future__ import annotations

import datetime

from portal.records.base import Record, described
from portal.records.scalars import Date, Text


class Signature(Record):
    """Who did one step of the review, by role, and when."""

    by: Text = described("岗位", "审核人的岗位或工号，不写姓名，如 案件承办岗-03")
    on: Date = described("日期", "完成这一步的日期")


class Review(Record):
    """初审, 复审, 终审; a record is public only when all three are there and by different people."""

    drafted: Signature | None = described("初审", "起草人初审", None)
    checked: Signature | None = described("复审", "科室负责人复审", None)
    approved: Signature | None = described("终审", "分管负责人终审", None)

    @property
    def steps(self) -> tuple[tuple[str, Signature | None], ...]:
        return (("drafted", self.drafted), ("checked", self.checked), ("approved", self.approved))

    @property
    def complete(self) -> bool:
        """Whether all three have signed, be it for a day to come."""
        return self.completed_on is not None

    @property
    def completed_on(self) -> datetime.date | None:
        """The day of the last of the three signatures; `None` while one is missing."""
        days = [signature.on for _, signature in self.steps if signature]
        return max(days) if len(days) == len(self.steps) else None
