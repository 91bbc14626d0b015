"""`content/risks/<id>.yaml`: a risk card (一品一策): risk → measure → who → how often → citation."""

from __future__ import annotations

from portal.records.allowed import Allowed, answered
from portal.records.base import FORMERLY, Record, described
from portal.records.citation_text import CitationText
from portal.records.review import Review
from portal.records.scalars import Date, Slug, Text
from portal.records.words import BusinessType, FocusName, Post, Product, Topic


class RiskPoint(Record):
    """One risk point and its control."""

    risk: Text = described("风险点", "会出什么问题")
    measure: Text = described("控制措施", "怎么做")
    responsible: Post = described("谁负责", "岗位")
    frequency: Text = described("多久一次", "如 每餐次、每日、每周")
    citations: tuple[CitationText, ...] = described("依据", "", ())


class Risk(Record):
    """One card, on one wall sheet."""

    id: Slug = described("编号", "与文件名一致")
    title: Text = described("标题", "产品或业态，如 集体用餐配送膳食（桶盒饭）")
    summary: Text = described("一句话说明", "")
    business_type: BusinessType = described("业态", "")
    product: Product | None = described("品种", "", None)
    focus: FocusName = described("工作重点", "")
    points: tuple[RiskPoint, ...] = described("风险点", "", min_length=1)
    topics: tuple[Topic, ...] = described("题库主题", "", ())
    knowledge: tuple[Slug, ...] = described("相关知识", "文章编号", ())
    published_on: Date | None = described("发布日期", "不填则不上网", None)
    verified_on: Date = described("核对日期", "最近一次对照法规核对的日期")
    formerly: tuple[Slug, ...] = described("原编号", FORMERLY, ())
    review: Review = described("三审", "", Review())
    allowed: tuple[Allowed, ...] = answered()
