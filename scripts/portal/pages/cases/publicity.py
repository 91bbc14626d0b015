"""The period of publicity in words: one wording for the page, the kit, the poster and the page that is left.

Takes a case, gives what readers are told; how long it is and why is decided in `publication.period`.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from portal.pages.context import Context
from portal.publication.period import DECIDED
from portal.records.case import Case

RULES = "《市场监督管理行政处罚信息公示规定》"


class Publicity(NamedTuple):
    """Until when a named case is public, and why."""

    until: str
    basis: str


def until(day: datetime.date) -> str:
    """`公示到2027年3月16日（当天仍公开）`"""
    return f"公示到{day.year}年{day.month}月{day.day}日（当天仍公开）"


def publicity_of(context: Context, case: Case) -> Publicity | None:
    """`None` for a case that is for teaching and ends on no day."""
    last, period = context.public.last_day(case), context.public.period(case)
    if last is None:
        return None
    stopped = case.decision.stopped_early
    if stopped:
        return Publicity(until(last), f"按规定提前停止公示：{stopped.basis}")
    if period is None:
        return Publicity(until(last), "")
    if period.basis == DECIDED:
        return Publicity(until(last), f"条文没有规定，{DECIDED}{period.months}个月")
    return Publicity(until(last), f"{RULES}（{period.text}）{period.basis}，{_length(period.months)}")


def _length(months: int) -> str:
    """`三个月`, `一年`, `三年`: as the articles say it."""
    years = {12: "一年", 24: "两年", 36: "三年"}
    return years.get(months, "三个月" if months == 3 else f"{months}个月")
