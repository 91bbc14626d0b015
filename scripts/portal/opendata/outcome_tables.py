"""The figures: by month, by month and unit, and broken down by 工作重点, 业态 and 品种.

Takes what is public and its frames, which hold public indicators only.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar, cast

import pandas as pd

from portal.opendata.columns import column, is_demo
from portal.opendata.dataset import BOOLEAN, MONTH, NUMBER, Column, Dataset, DatasetOf, latest
from portal.outcomes import Figures
from portal.publication.public_site import PublicSite
from portal.records.indicator import Indicator
from portal.records.month import Month
from portal.records.outcome import DIMENSIONS, Breakdown, Outcome, UnitReport

R = TypeVar("R")
PRECISION = 2
# In which words a unit's report of a month came: 按时, 迟报 or 未报.
Punctuality = Callable[[Outcome, UnitReport], str]


class Line(NamedTuple):
    """The figures of a month, of the district or of one unit; without `outcome` the month was not published."""

    month: Month
    outcome: Outcome | None
    unit: str
    figures: pd.Series[float]

    @property
    def report(self) -> UnitReport | None:
        """What the unit sent in for the month."""
        units = self.outcome.units if self.outcome else ()
        return next((one for one in units if one.unit == self.unit), None)


class Share(NamedTuple):
    """One part of a figure that a unit broke down."""

    month: Month
    unit: str
    indicator: Indicator
    by: str
    part: str
    value: float


def the_month(value: Callable[[R], Month]) -> Column[R]:
    return column(Outcome, "month", type=MONTH, description="统计的月份").of(lambda row: str(value(row)))


def the_unit(value: Callable[[R], str]) -> Column[R]:
    return column(UnitReport, "unit").of(value)


def monthly(public: PublicSite, figures: Figures) -> Dataset:
    """District sums."""
    shown = [one for one in figures.indicators.values() if one.over_units == "sum" or one.ratio]
    return DatasetOf[Line](
        "outcomes_monthly",
        "月度数据（全区）",
        "全区每月的数据，由各单位报送的数相加；比率由两个合计数相除。更正过的月份是更正以后的数。"
        "没有发布的月份也有一行，“状态”写着“没有发布”。",
        ("month",),
        (
            the_month(lambda line: line.month),
            _status(),
            column(Outcome, "published_on", nullable=True).of(
                lambda line: line.outcome.published_on if line.outcome else None
            ),
            Column(
                "revised",
                "更正过",
                "true 表示本月有发布以后更正的数，见更正与撤回",
                BOOLEAN,
                value=lambda line: bool(line.outcome and public.shown_revisions(line.outcome)),
            ),
            is_demo(lambda line: _is_demo(public, line)),
            *_of_indicators(figures, shown),
        ),
        lambda: [Line(month, outcome, "", figures.district(month)) for month, outcome in _months(public)],
        updated_on=latest_figures(public),
        timed_by="month",
    )


def by_unit(public: PublicSite, figures: Figures, punctuality: Punctuality) -> Dataset:
    """One row for each unit in each month, whether or not it reported; `punctuality` says 按时, 迟报 or 未报."""

    def lines() -> Iterator[Line]:
        for month, outcome in _months(public):
            table = figures.month(month)
            for unit in _expected(public, outcome):
                yield Line(month, outcome, unit, cast("pd.Series[float]", table.loc[unit]))

    return DatasetOf[Line](
        "outcomes_by_unit",
        "月度数据（各单位）",
        "各单位每月报送的数据，每个单位每个月一行。没有报送的那个月也有一行，“报送情况”写着“未报”，还有原因。",
        ("month", "unit"),
        (
            the_month(lambda line: line.month),
            the_unit(lambda line: line.unit),
            _status(),
            Column(
                "punctuality",
                "报送情况",
                "按时、迟报、未报，整月没有发布的写“没有发布”",
                value=lambda line: _came(line, punctuality),
            ),
            column(UnitReport, "absent").of(lambda line: line.report.absent if line.report else None),
            is_demo(lambda line: _is_demo(public, line)),
            *_of_indicators(figures, figures.indicators.values()),
        ),
        lines,
        updated_on=latest_figures(public),
        timed_by="month",
    )


def _months(public: PublicSite) -> list[tuple[Month, Outcome | None]]:
    """The months from the first to the newest published one; those that were not published are among them."""
    published = {entry.record.month: entry.record for entry in public.outcomes}
    newest = max(published, default=None)
    return [(month, published.get(month)) for month in public.campaign.months if newest and month <= newest]


def _expected(public: PublicSite, outcome: Outcome | None) -> list[str]:
    """The units that report every month, and those that did."""
    there = {one.unit for one in outcome.units} if outcome else set()
    return [unit.name for unit in public.campaign.units if unit.reports or unit.name in there]


def _status() -> Column[Line]:
    return column(Outcome, "status", description="初步数以后可能改，定稿不再改；没有发布的月份没有数").of(
        lambda line: line.outcome.status if line.outcome else "unpublished"
    )


def _came(line: Line, punctuality: Punctuality) -> str:
    if line.outcome is None:
        return "没有发布"
    return punctuality(line.outcome, line.report) if line.report else "未报"


def _is_demo(public: PublicSite, line: Line) -> bool:
    return bool(line.outcome and line.outcome.demo) or public.campaign.demo_units


def breakdowns(public: PublicSite, figures: Figures) -> Dataset:
    """One row for each part of a figure."""
    invented = {e.record.month: e.record.demo or public.campaign.demo_units for e in public.outcomes}

    def shares() -> Iterator[Share]:
        for month, unit, key, by, part, value in figures.parts.itertuples(index=False, name=None):
            yield Share(month, unit, figures.indicators[key], by, part, value)

    return DatasetOf[Share](
        "outcomes_breakdowns",
        "分类数据",
        "各单位每月把一个指标按工作重点、业态或者品种拆开的数。一行一个数。",
        ("month", "unit", "indicator", "by", "part"),
        (
            the_month(lambda share: share.month),
            the_unit(lambda share: share.unit),
            column(Breakdown, "indicator", description="被拆分的指标编号，见指标表").of(
                lambda share: share.indicator.id
            ),
            Column("indicator_name", "指标名称", "被拆分的指标", value=lambda share: share.indicator.name),
            column(Breakdown, "by").of(lambda share: share.by),
            Column(
                "by_name",
                "拆分方式",
                "工作重点、业态或者品种",
                value=lambda share: DIMENSIONS[share.by].title,
            ),
            Column("part", "类别", "拆分出来的一类，如 餐饮服务", value=lambda share: share.part),
            Column("value", "数", "这一类的数", NUMBER, value=lambda share: _number(share.value)),
            Column("measure", "计量单位", "这个数的单位", value=lambda share: share.indicator.unit),
            is_demo(lambda share: invented[share.month]),
        ),
        shares,
        updated_on=latest_figures(public),
        timed_by="month",
    )


def latest_figures(public: PublicSite) -> datetime.date | None:
    """The day on which a month was published or a figure put right."""
    outcomes = [entry.record for entry in public.outcomes]
    revisions = [one.on for outcome in outcomes for one in public.shown_revisions(outcome)]
    return latest([*(outcome.published_on for outcome in outcomes), *revisions])


def _of_indicators(figures: Figures, shown: Iterable[Indicator]) -> list[Column[Line]]:
    return [_of_indicator(figures, one) for one in shown]


def _of_indicator(figures: Figures, one: Indicator) -> Column[Line]:
    """A figure; a month or a unit may lack it. Any may have decimals, as its file may."""

    def value(line: Line) -> int | float | None:
        found = figures.value(one.id, line.figures)
        return None if found is None else _number(found)

    return Column(one.id, one.name, one.definition, NUMBER, one.unit, nullable=True, value=value)


def _number(value: float) -> int | float:
    rounded = round(float(value), PRECISION)
    return int(rounded) if rounded.is_integer() else rounded
