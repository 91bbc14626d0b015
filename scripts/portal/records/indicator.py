"""`site_config/indicators.yaml`: what is counted each month, as data.

Staff add an indicator here without touching code; sums, rates, tables, imports and checks follow.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from portal.records.allowed import Allowed, answered
from portal.records.base import Record, described
from portal.records.scalars import Count, Flag, Slug, Text

# The program itself counts on these: lists of hazards are imported into them, and what is carried over is
# checked with them. All other indicators are only data.
HAZARDS_FOUND, HAZARDS_RECTIFIED, HAZARDS_CARRIED = "hazards_found", "hazards_rectified", "hazards_carried"
COUNTED_ON = {HAZARDS_FOUND: "发现风险隐患", HAZARDS_RECTIFIED: "完成整改", HAZARDS_CARRIED: "上月结转隐患"}

IndicatorKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Ratio(Record):
    """A rate of two other indicators, in per cent."""

    numerator: IndicatorKey = described("分子", "指标编号")
    denominator: IndicatorKey = described("分母", "指标编号")


class Group(Record):
    """A group of indicators, in the order of the spreadsheet's 项目 column."""

    id: Slug = described("编号", "")
    name: Text = described("名称", "如 监督检查")
    aliases: tuple[Text, ...] = described("别名", "表格中的其他叫法", ())


class Indicator(Record):
    """One figure or rate."""

    id: IndicatorKey = described("编号", "小写英文和下划线，如 hazards_found")
    name: Text = described("名称", "如 发现风险隐患")
    short: Text | None = described("简称", "窄表格里用的短名", None)
    unit: Text = described("计量单位", "如 个、户次、元、%")
    group: Slug = described("分组", "分组的编号")
    definition: Text = described("口径", "数的是什么、什么不算；给读者看")
    over_units: Literal["sum", "none"] = described("各单位如何汇总", "sum 相加；none 不汇总", "sum")
    over_months: Literal["sum", "last", "none"] = described(
        "各月如何汇总", "sum 相加；last 取最近一月；none 不汇总", "sum"
    )
    ratio: Ratio | None = described("比率", "由哪两个指标相除；比率不填数", None)
    public: Flag = described("公开", "false 表示只供内部调度，不上网", True)
    decimals: Count = described("小数位", "0 表示整数", 0)
    at_most: IndicatorKey | None = described(
        "不大于", "同月同单位不应超过的另一指标，如不合格批次不大于抽检批次", None
    )
    follows: IndicatorKey | None = described(
        "跟着办", "办的是哪个指标的事，如案件办结跟着立案；总结评估比较来了多少、办了多少", None
    )
    part_of: IndicatorKey | None = described("属于", "是哪个指标的一部分", None)
    aliases: tuple[Text, ...] = described("别名", "各单位表格中的其他叫法，导入时用", ())

    @property
    def label(self) -> str:
        """The name where there is little room."""
        return self.short or self.name


class Views(Record):
    """Which indicators stand where; ids, in the order they are shown."""

    headlines: tuple[IndicatorKey, ...] = described("首页数字", "首页上的几个数", ())
    columns: tuple[IndicatorKey, ...] = described("表格列", "各月、各单位表格的列", ())
    closed_loop: tuple[IndicatorKey, ...] = described("闭环", "发现、整改、逾期等，依次", ())
    reporting: tuple[IndicatorKey, ...] = described("报送", "单位页上的报送和录用", ())
    learned: IndicatorKey | None = described("学得怎样", "总结评估里各单位前后比较的比率，如考核合格率", None)
    by_focus: IndicatorKey | None = described("工作重点", "工作重点页上按月列出的指标", None)
    cases: IndicatorKey | None = described("案件数", "和公开的典型案例核对件数的指标", None)
    spot_checks: tuple[IndicatorKey, ...] = described(
        "抽查考核", "考核人数、首次合格人数，依次；和抽查考核的记录核对", ()
    )
    penalties: IndicatorKey | None = described("罚没款", "和公开的典型案例核对金额的指标", None)


class Indicators(Record):
    """The file: groups and indicators in the order they are shown."""

    groups: tuple[Group, ...] = described("分组", "")
    views: Views = described("版面", "哪些指标用在哪里", Views())
    indicators: tuple[Indicator, ...] = described("指标", "")
    allowed: tuple[Allowed, ...] = answered()

    def by_id(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}
