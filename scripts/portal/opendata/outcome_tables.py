"""The figures: by month, by month and unit, and broken down by 工作重点, 业态 and 品种.

Takes what is public and its frames, which hold public indicators only.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar, cast

import pandas as pd

from portal.opendata.columns import column, columns, is_demo, within
from portal.opendata.dataset import BOOLEAN, MONTH, NUMBER, Column, Dataset, DatasetOf, latest
from portal.outcomes import Figures
from portal.publication.public_site import PublicSite
from portal.records.indicator import Indicator
from portal.records.month import Month
from portal.records.outcome import DIMENSIONS, Breakdown, Outcome, UnitReport

R = TypeVar("R")
PRECISION = 2


class Line(NamedTuple):
    """The figures of a month, of the district or of one unit."""

    outcome: Outcome
    unit: str
    figures: pd.Series[float]


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
        "全区每月的数据，由各单位报送的数相加；比率由两个合计数相除。更正过的月份是更正以后的数。",
        ("month",),
        (
            the_month(lambda line: line.outcome.month),
            *within(lambda line: line.outcome, columns(Outcome, "status", "published_on")),
            Column(
                "revised",
                "更正过",
                "true 表示本月有发布以后更正的数，见更正与撤回",
                BOOLEAN,
                value=lambda line: bool(public.shown_revisions(line.outcome)),
            ),
            is_demo(lambda line: line.outcome.demo or public.campaign.demo_units),
            *_of_indicators(figures, shown),
        ),
        lambda: [Line(e.record, "", figures.district(e.record.month)) for e in public.outcomes],
        updated_on=latest_figures(public),
    )


def by_unit(public: PublicSite, figures: Figures) -> Dataset:
    """One row for each unit that reported in a month."""

    def lines() -> Iterator[Line]:
        for outcome in (entry.record for entry in public.outcomes):
            table = figures.month(outcome.month)
            for report in outcome.units:
                if report.figures and report.unit in table.index:
                    yield Line(outcome, report.unit, cast("pd.Series[float]", table.loc[report.unit]))

    return DatasetOf[Line](
        "outcomes_by_unit",
        "月度数据（各单位）",
        "各单位每月报送的数据。空格表示该单位不报这一项或者没有报送。",
        ("month", "unit"),
        (
            the_month(lambda line: line.outcome.month),
            the_unit(lambda line: line.unit),
            *within(lambda line: line.outcome, columns(Outcome, "status")),
            is_demo(lambda line: line.outcome.demo or public.campaign.demo_units),
            *_of_indicators(figures, figures.indicators.values()),
        ),
        lines,
        updated_on=latest_figures(public),
    )


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
