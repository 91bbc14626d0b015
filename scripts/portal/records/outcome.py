"""`content/outcomes/<YYYY-MM>.yaml`: one month's figures of all units."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from pydantic import WithJsonSchema

from portal.records.allowed import Allowed, answered
from portal.records.base import Record, described
from portal.records.month import Month
from portal.records.scalars import Date, Flag, Number, Text
from portal.records.words import IndicatorId, UnitName

Figures = Annotated[
    dict[IndicatorId, Number],
    WithJsonSchema({"type": "object", "x-figures": True, "additionalProperties": False}),
]


class Dimension(NamedTuple):
    """What figures are split by: the group of words that its parts come from, and its Chinese name."""

    group: str
    title: str


DIMENSIONS = {
    "focus": Dimension("focuses", "工作重点"),
    "business_type": Dimension("business_types", "业态"),
    "product": Dimension("products", "品种"),
}


class Breakdown(Record):
    """One indicator split over the words of one dimension."""

    indicator: IndicatorId = described("指标", "被拆分的指标编号")
    by: Literal["focus", "business_type", "product"] = described(
        "按什么拆分", "focus 按工作重点，business_type 按业态，product 按品种"
    )
    parts: dict[Text, Number] = described("各部分", "词: 数", min_length=1)


class UnitReport(Record):
    """What one unit reported, or why it did not."""

    unit: UnitName = described("单位", "报送单位名称")
    reported_on: Date | None = described("报送日期", "收到报表的日期", None)
    figures: Figures = described("数据", "指标编号: 数", {})
    breakdowns: tuple[Breakdown, ...] = described("分类数据", "", ())
    absent: Text | None = described("未报原因", "没有报送时写原因", None)
    note: Text | None = described("说明", "给读者的说明，如含上月结转", None)
    dispatches: tuple[Text, ...] = described("录用信息", "本月报送被录用的信息标题", ())


class Revision(Record):
    """A published figure that was changed afterwards; the old one stays readable."""

    on: Date = described("更正日期", "")
    unit: UnitName = described("单位", "")
    indicator: IndicatorId = described("指标", "")
    from_: Number = described("原数", "", alias="from")
    to: Number = described("现数", "")
    reason: Text = described("原因", "为什么改，公开显示")


class Outcome(Record):
    """One month."""

    month: Month = described("月份", "与文件名一致")
    status: Literal["provisional", "final"] = described("状态", "provisional 初步数，final 定稿")
    published_on: Date | None = described("发布日期", "月度通报上网的日期", None)
    demo: Flag = described("示例数据", "true 表示不是真实数据", False)
    summary: Text | None = described("一句话说明", "这个月最值得说的一句话", None)
    note: Text | None = described("说明", "对本月数据的说明，有可能误解时必写", None)
    units: tuple[UnitReport, ...] = described("各单位", "", min_length=1)
    revisions: tuple[Revision, ...] = described("更正", "", ())
    allowed: tuple[Allowed, ...] = answered()

    @property
    def id(self) -> str:
        return str(self.month)
