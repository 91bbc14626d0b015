"""`content/practices/<id>.yaml`: a good practice (经验做法) that a unit reported."""

from __future__ import annotations

from portal.records.allowed import Allowed, answered
from portal.records.base import FORMERLY, Record, described
from portal.records.review import Review
from portal.records.scalars import Date, Flag, Slug, Text
from portal.records.words import BusinessType, FocusName, UnitName


class Practice(Record):
    """One practice."""

    id: Slug = described("编号", "与文件名一致")
    demo: Flag = described("示例数据", "true 表示不是真实内容", False)
    title: Text = described("标题", "")
    summary: Text = described("一句话说明", "")
    unit: UnitName = described("单位", "")
    focus: FocusName = described("工作重点", "")
    business_type: BusinessType | None = described("业态", "", None)
    problem: Text = described("问题", "原来难在哪里")
    method: tuple[Text, ...] = described("做法", "", min_length=1)
    result: Text = described("成效", "")
    published_on: Date | None = described("发布日期", "不填则不上网", None)
    formerly: tuple[Slug, ...] = described("原编号", FORMERLY, ())
    review: Review = described("三审", "", Review())
    allowed: tuple[Allowed, ...] = answered()
