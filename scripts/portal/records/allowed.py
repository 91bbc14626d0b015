"""The answer to a finding that is not one: this text is no personal data, says who, and why."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from portal.records.base import Record, described
from portal.records.scalars import Text


class Allowed(Record):
    """One stretch of the record's texts that may stand as it is."""

    text: Text = described("文字", "照抄被指出的那一段，一字不差")
    reason: Text = described("理由", "为什么它不是个人信息，或者为什么可以公开")
    by: Text = described("岗位", "谁认定的，写岗位，不写姓名，如 法制审核岗-01")


@runtime_checkable
class Searched(Protocol):
    """A record whose texts are searched for what may not be public, and that answers for some of them."""

    @property
    def allowed(self) -> tuple[Allowed, ...]: ...


def answered() -> Any:
    """The field of such a record."""
    return described("可以公开的文字", "检查指出、但不是个人信息的文字，逐条写明理由", ())
