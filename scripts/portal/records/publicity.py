"""`site_config/publicity.yaml`: how long a penalty stays public, as dated data: one entry for each text of the rules.

Basis: 市场监督管理行政处罚信息公示规定 Art. 9, 11, 13–16. A new text is a new entry; the old one stays, because
what was disclosed under it may still be reckoned by it. Where the texts are silent, the bureau decides here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from portal.records.allowed import Allowed, answered
from portal.records.base import Record, described
from portal.records.scalars import Count, Date, Flag, Number, Text

Certainty = Literal["verified", "secondary", "unknown"]
# The fields of Art. 14, what belongs to none of them, and what the bureau has not decided yet.
DecisionField = Literal["食品", "药品", "医疗器械", "化妆品", "特种设备", "重点工业产品", "其他", "未定"]
UNDECIDED = "未定"
# The tiers of discretion (裁量阶次); a decision need not name one.
Tier = Literal["减轻", "从轻", "一般", "从重", "未写明"]
NOT_STATED = "未写明"


class Threshold(Record):
    """What counts as a lower fine (较低数额罚款), for a stretch of time; yuan, the amount itself included."""

    effective: Date = described("起", "")
    until: Date | None = described("止", "", None)
    person_yuan: Number = described("对个人（元）", "对相关责任人员、自然人的罚款，含本数")
    organisation_yuan: Number = described("对经营主体（元）", "含本数")
    source: Text = described("依据", "")
    certainty: Certainty = described("确定程度", "verified 看过原文，secondary 二手资料，unknown 不清楚")


class PublicityTerm(Record):
    """How long one class of penalties stays public, and from when on it may be stopped on application."""

    months: Count = described("公示月数", "")
    basis: Text = described("条款", "如 第十四条第一款")
    stop_after_months: Count | None = described("满几个月可以申请提前停止", "没有这种规定的不填", None)


class PublicityText(Record):
    """One text of the rules: what counts from the day on which it takes effect."""

    name: Text = described("名称", "如 2025年修正")
    effective: Date = described("施行日期", "这一天起公示的处罚按它计算")
    source: Text = described("依据", "")
    lower: PublicityTerm = described("通报批评、较低数额罚款", "")
    ordinary: PublicityTerm = described("其他处罚", "")
    serious_field: PublicityTerm | None = described("食品等重点领域", "没有这种规定的不填", None)
    fields: tuple[DecisionField, ...] = described("重点领域", "", ())
    restriction: PublicityTerm = described("限制开展生产经营活动、责令停产停业、限制从业", "")
    until_restriction_ends: Flag = described(
        "限制没有届满的继续公示",
        "true 公示期满、限制也届满才停止；false 只有限制本身超过三年的，公示到限制届满",
        True,
    )
    severe: PublicityTerm = described("降低资质等级、吊销、责令关闭", "")
    lower_tiers: tuple[Tier, ...] = described(
        "较低数额罚款的裁量阶次", "只有这些阶次的罚款才算较低；不看阶次的不填", ()
    )
    thresholds: tuple[Threshold, ...] = described("较低数额罚款", "")


class Publicity(Record):
    """The whole file."""

    outdated_keys: ClassVar[Mapping[str, str]] = dict.fromkeys(
        ("short_months", "long_months", "thresholds", "credit_tiers"), "texts"
    )

    publish_within_working_days: Count = described("公示期限（工作日）", "")
    withdraw_within_working_days: Count = described("撤回期限（工作日）", "")
    texts: tuple[PublicityText, ...] = described("公示期限", "每次修正一条，按施行日期先后", min_length=1)
    earlier_cases: Literal["new_text", "old_text"] = described(
        "修正施行以前公示的处罚",
        "new_text 从施行那天起按新的算，但不比按旧的算更长；old_text 一直按旧的算",
        "new_text",
    )
    last_day: Literal["corresponding_day", "day_before"] = described(
        "期满日",
        "corresponding_day 公示当天不算，对应日是最后一天；day_before 公示当天也算，早一天",
        "corresponding_day",
    )
    allowed: tuple[Allowed, ...] = answered()
