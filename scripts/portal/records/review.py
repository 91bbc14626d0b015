"""The three reviews (三审三校) that stand before anything public, and the rounds of them that a correction has closed."""

from __future__ import annotations

import datetime
import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from portal.records.base import Record, described
from portal.records.scalars import Date, Text
from portal.records.wording import problem, shown

STEPS = {"drafted": "初审", "checked": "复审", "approved": "终审"}
DIGEST = re.compile(r"[0-9a-f]{16,64}")


def parse_digest(value: object) -> str:
    """A hash in hexadecimal, as `portal review` writes it."""
    if isinstance(value, str) and DIGEST.fullmatch(value):
        return value
    hint = "内容指纹由 portal review 写，不要手工改；从版本库里恢复这一行，或者用 portal review 重新签"
    raise problem("DIGEST-FORM", f"内容指纹“{shown(value)}”的写法不对", hint)


Digest = Annotated[
    str, BeforeValidator(parse_digest), WithJsonSchema({"type": "string", "pattern": f"^{DIGEST.pattern}$"})
]


class Signature(Record):
    """Who did one step of the review, by role, when, and for which text."""

    by: Text = described("岗位", "审核人的岗位或工号，不写姓名，如 案件承办岗-03")
    on: Date = described("日期", "完成这一步的日期")
    digest: Digest | None = described("内容指纹", "由 portal review 写，说明签的是哪一稿", None)


class Round(Record):
    """初审, 复审, 终审 of one text."""

    drafted: Signature | None = described("初审", "起草人初审", None)
    checked: Signature | None = described("复审", "科室负责人复审", None)
    approved: Signature | None = described("终审", "分管负责人终审", None)

    @property
    def steps(self) -> tuple[tuple[str, Signature | None], ...]:
        return (("drafted", self.drafted), ("checked", self.checked), ("approved", self.approved))

    @property
    def signed(self) -> dict[str, Signature]:
        """The steps that are signed, in their order."""
        return {name: signature for name, signature in self.steps if signature}

    @property
    def complete(self) -> bool:
        """Whether all three have signed, be it for a day to come."""
        return self.completed_on is not None

    @property
    def completed_on(self) -> datetime.date | None:
        """The day of the last of the three signatures; `None` while one is missing."""
        days = [signature.on for signature in self.signed.values()]
        return max(days) if len(days) == len(STEPS) else None


class Review(Round):
    """The round of the text as it is now; a record is public only when all three are there and by different people."""

    earlier: tuple[Round, ...] = described("以前各轮", "更正以前签的，由 portal review 移到这里，不要删", ())

    @property
    def rounds(self) -> tuple[Round, ...]:
        """All rounds, oldest first."""
        return (*self.earlier, self)

    @property
    def first_completed_on(self) -> datetime.date | None:
        """The day from which it could be public: a text that is signed anew has been public since its first round.

        `None` while the present round is not complete.
        """
        days = [one.completed_on for one in self.rounds if one.completed_on]
        return days[0] if self.complete else None
