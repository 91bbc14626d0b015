"""`content/campaign.yaml`: the campaign of the notice, its focuses, basics, innovations and units."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field

from portal.records.allowed import Allowed, answered
from portal.records.base import Record, described
from portal.records.case import CaseId
from portal.records.month import Month
from portal.records.scalars import Count, Date, Flag, Slug, Text
from portal.records.words import Topic

DayOfMonth = Annotated[Count, Field(ge=1, le=28)]


class Unit(Record):
    """A reporting unit: 所, 队 or 科室."""

    id: Slug = described("编号", "用在网址里，如 unit-1")
    name: Text = described("名称", "报表和页面上的名称，如 示例一所")
    kind: Literal["所", "队", "科室"] = described("类别", "所、队、科室")
    reports: Flag = described("每月报送", "是否每月报送排查整治表", True)


class Subject(Record):
    """What the notice names within a 工作重点, and what readers find about it: advice, and a case."""

    name: Text = described("名称", "照通知的说法，如 婴幼儿配方食品")
    knowledge: tuple[Slug, ...] = described("相关知识", "文章编号", ())
    risk_cards: tuple[Slug, ...] = described("风险卡", "一品一策编号", ())
    cases: tuple[CaseId, ...] = described("典型案例", "案例编号", ())


class Focus(Record):
    """One of the 工作重点 of the notice."""

    id: Slug = described("编号", "用在网址里")
    name: Text = described("名称", "如 重点品种")
    summary: Text = described("一句话说明", "让任何人看懂的一句话")
    text: Text = described("正文", "可分段的说明文字，照原样显示")
    subjects: tuple[Subject, ...] = described("包括哪些", "通知在这一重点里点到的，逐个写有什么可看", ())
    topics: tuple[Topic, ...] = described("题库主题", "相关的题库主题", ())


class Theme(Record):
    """A basic (一企一档 …) or an innovation (互联网+明厨亮灶 …): a short page in plain words."""

    id: Slug = described("编号", "用在网址里")
    name: Text = described("名称", "如 一企一档")
    summary: Text = described("一句话说明", "让任何人看懂的一句话")
    text: Text = described("正文", "可分段的说明文字，照原样显示")


class Campaign(Record):
    """The campaign as the notice sets it up."""

    title: Text = described("名称", "专项行动的名称")
    document_number: Text = described("文号", "通知的文号")
    issuer: Text = described("发文机关", "")
    issued_on: Date = described("发文日期", "")
    first_month: Month = described("开始月份", "")
    last_month: Month = described("结束月份", "")
    monthly_report_day: DayOfMonth = described("每月报送截止日", "每月几日前报送（含当日）")
    final_report_due: Date = described("总结报告截止日", "")
    summary: Text = described("一句话说明", "专项行动是什么")
    goals: tuple[Text, ...] = described("总体要求", "")
    arrangements: tuple[Text, ...] = described("工作安排", "")
    focuses: tuple[Focus, ...] = described("工作重点", "通知列出的工作重点，依次", min_length=1)
    basics: tuple[Theme, ...] = described("夯实基础", "一企一档、一品一策等")
    innovations: tuple[Theme, ...] = described("改革创新", "互联网+明厨亮灶等")
    units: tuple[Unit, ...] = described("报送单位", "", min_length=1)
    demo_units: Flag = described("示例单位", "报送单位的名称是否为虚构的示例", False)
    allowed: tuple[Allowed, ...] = answered()

    @property
    def months(self) -> tuple[Month, ...]:
        """All months of the campaign in order."""
        months, month = [], self.first_month
        while month <= self.last_month:
            months.append(month)
            month = month.next
        return tuple(months)

    def due_on(self, month: Month) -> datetime.date:
        """The last day on which a report for `month` is in time (当日不算晚)."""
        return month.day(self.monthly_report_day)
