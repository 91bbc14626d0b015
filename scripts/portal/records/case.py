"""`content/cases/<year>/<id>.yaml`: a typical case (典型案例), anonymised unless it must name the party.

Basis of the fields: 市场监督管理行政处罚信息公示规定 Art. 4 (the six summary parts), Art. 6 (what is masked), Art. 13–16 (how long).
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from portal.records.allowed import Allowed, answered
from portal.records.base import FORMERLY, Record, described
from portal.records.citation_text import CitationText
from portal.records.publicity import DecisionField, Tier
from portal.records.review import Review
from portal.records.scalars import Count, Date, Flag, Number, Slug, Text, parse_slug
from portal.records.wording import problem, shown
from portal.records.words import (
    BusinessType,
    FocusName,
    PartyKind,
    Penalty,
    Procedure,
    Product,
    Topic,
    UnitName,
)

CASE_ID = "20[0-9]{2}-[0-9]{3,6}"


class StoppedEarly(Record):
    """Publicity that ended before its period: by credit repair, because the party is no more, or with the list."""

    on: Date = described("停止日期", "在国家企业信用信息公示系统停止公示的那一天")
    basis: Literal["信用修复", "注销", "移出严重违法失信名单"] = described(
        "依据",
        "信用修复（公示规定第十六条）、注销（信用修复管理办法第二十条）、移出严重违法失信名单（第十三条）",
    )


class DecidedPeriod(Record):
    """What the bureau decided where the text leaves the period open."""

    months: Count = described("公示月数", "从公示之日起")
    reason: Text = described("理由", "条文没有定的是哪一点，为什么这样定")


class Decision(Record):
    """The penalty decision. Amounts in yuan."""

    procedure: Procedure = described("处罚程序", "普通程序或简易程序")
    document_number: Text | None = described("决定书文号", "公开名称的案件必填", None)
    authority: Text | None = described("处罚机关", "不填则为本局", None)
    violation: Text = described("违法行为类型", "如 经营超过保质期的食品")
    penalties: tuple[Penalty, ...] = described("处罚种类", "", min_length=1)
    fine_yuan: Number = described("罚款（元）", "没有罚款写 0", 0)
    confiscated_yuan: Number = described("没收（元）", "没收违法所得和货值，单位元", 0)
    decided_on: Date = described("决定日期", "")
    field: DecisionField | None = described(
        "领域", "违法行为属于哪个领域，由办案机构写明；公开名称的案件填写", None
    )
    tier: Tier | None = described(
        "裁量阶次",
        "减轻、从轻、一般、从重；决定书没有写的填 未写明。公开名称、罚款可能算较低的案件填写",
        None,
    )
    disclosed_on: Date | None = described(
        "公示日期", "在国家企业信用信息公示系统公示的那一天，公示期从它算起；公开名称的案件必填", None
    )
    restriction_from: Date | None = described("限制起", "限制的第一天，不填则为决定日期", None)
    restriction_until: Date | None = described(
        "限制止", "停产停业、限制开展生产经营、限制从业的最后一天", None
    )
    stopped_early: StoppedEarly | None = described("提前停止公示", "", None)
    period: DecidedPeriod | None = described(
        "本局认定的公示期", "条文没有定的，由本局定；没有定以前，本站按较短的算", None
    )


class Party(Record):
    """The party: anonymised by default, named only with its credit code."""

    kind: PartyKind = described("类型", "企业、个体工商户、自然人等")
    form: Literal["anonymised", "named"] = described(
        "公开方式", "anonymised 隐去名称，named 公开名称", "anonymised"
    )
    capacity: Literal["经营主体", "相关责任人员", "未登记"] | None = described(
        "身份", "被罚款的自然人填写：经营主体、相关责任人员，或者没有登记的经营者（未登记）", None
    )
    name: Text = described("名称", "隐去时写 某餐饮店 这样的称呼")
    credit_code: Annotated[str, Field(pattern=r"^[0-9A-HJ-NPQRTUWXY]{18}$")] | None = described(
        "统一社会信用代码", "公开名称时填写，18 位数字和大写字母", None
    )


class CaseCorrection(Record):
    """A correction of the published text; both versions stay readable."""

    on: Date = described("更正日期", "")
    was: Text = described("原文", "")
    now: Text = described("现文", "")
    reason: Text = described("原因", "")


class Withdrawal(Record):
    """The decision was changed or annulled: the page keeps its address, not its facts (公示规定 Art. 11)."""

    on: Date = described("撤回日期", "")
    decision_changed_on: Date | None = described(
        "决定变更日期", "原决定被变更、撤销、确认违法或无效的日期", None
    )
    reason: Text = described("原因", "公开显示")


def parse_case_id(value: object) -> str:
    """The year and a number within it: the year is also the folder of the file."""
    text = parse_slug(value)
    if re.fullmatch(CASE_ID, text):
        return text
    raise problem("ID-FORM", f"案例编号“{shown(value)}”的写法不对", "写成 年份-三位序号，如 2024-001")


CaseId = Annotated[
    str, BeforeValidator(parse_case_id), WithJsonSchema({"type": "string", "pattern": f"^{CASE_ID}$"})
]


class Case(Record):
    """One typical case."""

    id: CaseId = described("编号", "年份加三位序号，如 2024-001，与文件名一致")
    demo: Flag = described("示例数据", "true 表示不是真实案件", False)
    title: Text = described("标题", "如 某餐饮店使用超过保质期的调味料案")
    summary: Text = described("一句话说明", "80 字以内，任何人都看得懂", max_length=80)
    business_type: BusinessType = described("业态", "")
    product: Product | None = described("品种", "", None)
    focus: FocusName = described("工作重点", "")
    unit: UnitName | None = described("办案单位", "", None)
    facts: Text = described("案情", "查明的事实，可分段")
    provisions_violated: tuple[CitationText, ...] = described(
        "违反的规定", "如 食品安全法 第三十四条", min_length=1
    )
    legal_basis: tuple[CitationText, ...] = described(
        "处罚依据", "如 食品安全法 第一百二十四条", min_length=1
    )
    decision: Decision = described("处罚决定", "")
    party: Party = described("当事人", "")
    published_on: Date | None = described("发布日期", "不填则不上网", None)
    significance: Text = described("典型意义", "")
    lessons: tuple[Text, ...] = described("给经营者", "同类单位应当怎么做", min_length=1)
    advice: tuple[Text, ...] = described("给消费者", "消费提示", min_length=1)
    topics: tuple[Topic, ...] = described("题库主题", "", ())
    knowledge: tuple[Slug, ...] = described("相关知识", "文章编号", ())
    formerly: tuple[CaseId, ...] = described("原编号", FORMERLY, ())
    review: Review = described("三审", "初审、复审、终审", Review())
    corrections: tuple[CaseCorrection, ...] = described("更正", "", ())
    withdrawal: Withdrawal | None = described("撤回", "", None)
    allowed: tuple[Allowed, ...] = answered()

    @property
    def year(self) -> str:
        return self.id[:4]
