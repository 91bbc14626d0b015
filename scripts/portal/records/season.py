"""`content/seasons.yaml`: the periods that need special care (重点时段), with dates year by year."""

from __future__ import annotations

from typing import Literal

from portal.records.allowed import Allowed, answered
from portal.records.base import Record, described
from portal.records.scalars import Date, Slug, Text
from portal.records.words import SeasonKind, Topic


class Occurrence(Record):
    """The period in one year; both days included."""

    start: Date = described("开始", "提示开始的日期")
    end: Date = described("结束", "提示结束的日期")
    day: Date | None = described("当天", "节日当天", None)
    certainty: Literal["fixed", "expected"] = described("确定程度", "fixed 已确定，expected 预计", "fixed")


class Season(Record):
    """One period of care."""

    id: Slug = described("编号", "用在网址里")
    name: Text = described("名称", "如 端午节")
    kind: SeasonKind = described("类别", "")
    summary: Text = described("一句话说明", "")
    risks: tuple[Text, ...] = described("主要风险", "", min_length=1)
    consumers: tuple[Text, ...] = described("给消费者", "", min_length=1)
    operators: tuple[Text, ...] = described("给经营者", "", min_length=1)
    knowledge: tuple[Slug, ...] = described("相关知识", "文章编号", ())
    risk_cards: tuple[Slug, ...] = described("相关风险卡", "一品一策编号", ())
    topics: tuple[Topic, ...] = described("题库主题", "", ())
    dates: tuple[Occurrence, ...] = described("各年日期", "", min_length=1)
    allowed: tuple[Allowed, ...] = answered()


class Seasons(Record):
    """The file."""

    seasons: tuple[Season, ...] = described("重点时段", "")
