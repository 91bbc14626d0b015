"""The figures: by month, by month and unit, and broken down by 工作重点, 业态 and 品种.

Takes the months that are public and their frames, which hold public indicators only.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from typing import cast

import pandas as pd

from portal.opendata.columns import IS_DEMO, column, columns, of_indicator
from portal.opendata.dataset import BOOLEAN, MONTH, NUMBER, Column, Row, Table
from portal.outcomes import Figures
from portal.records.indicator import Indicator
from portal.records.outcome import DIMENSIONS, Breakdown, Outcome, UnitReport

PRECISION = 2
THE_MONTH = column(Outcome, "month", type=MONTH, description="统计的月份")
THE_UNIT = column(UnitReport, "unit")


def monthly(
    outcomes: Sequence[Outcome],
    figures: Figures,
    revised: Collection[str],
    demo: bool,
    updated_on: datetime.date | None,
) -> Table:
    """District sums; `revised` are the months with a figure put right later, `demo` says that the units are invented."""
    shown = [one for one in figures.indicators.values() if one.over_units == "sum" or one.ratio]

    def rows() -> list[Row]:
        return [
            (
                one.month,
                one.status,
                one.published_on,
                one.month in revised,
                one.demo or demo,
                *_values(figures, shown, figures.district(one.month)),
            )
            for one in outcomes
        ]

    return Table(
        "outcomes_monthly",
        "月度数据（全区）",
        "全区每月的数据，由各单位报送的数相加；比率由两个合计数相除。更正过的月份是更正以后的数。",
        ("month",),
        (
            THE_MONTH,
            *columns(Outcome, "status", "published_on"),
            Column("revised", "更正过", "true 表示本月有发布以后更正的数，见更正与撤回", BOOLEAN),
            IS_DEMO,
            *map(of_indicator, shown),
        ),
        rows,
        updated_on,
    )


def by_unit(
    outcomes: Sequence[Outcome], figures: Figures, demo: bool, updated_on: datetime.date | None
) -> Table:
    """One row for each unit that reported in a month; `demo` says that the units themselves are invented."""
    shown = list(figures.indicators.values())

    def rows() -> list[Row]:
        return [
            (one.month, report.unit, one.status, one.demo or demo, *_values(figures, shown, row))
            for one in outcomes
            for table in [figures.month(one.month)]
            for report in one.units
            if report.figures and report.unit in table.index
            for row in [cast("pd.Series[float]", table.loc[report.unit])]
        ]

    return Table(
        "outcomes_by_unit",
        "月度数据（各单位）",
        "各单位每月报送的数据。空格表示该单位不报这一项或者没有报送。",
        ("month", "unit"),
        (THE_MONTH, THE_UNIT, *columns(Outcome, "status"), IS_DEMO, *map(of_indicator, shown)),
        rows,
        updated_on,
    )


def breakdowns(
    outcomes: Sequence[Outcome], figures: Figures, demo: bool, updated_on: datetime.date | None
) -> Table:
    """One row for each part of a figure."""
    invented = {one.month: one.demo or demo for one in outcomes}

    def rows() -> list[Row]:
        return [
            (month, unit, key, named.name, by, DIMENSIONS[by].title, part, _number(value), named.unit, invented[month])
            for month, unit, key, by, part, value in figures.parts.itertuples(index=False, name=None)
            for named in [figures.indicators[key]]
        ]  # fmt: skip

    return Table(
        "outcomes_breakdowns",
        "分类数据",
        "各单位每月把一个指标按工作重点、业态或者品种拆开的数。一行一个数。",
        ("month", "unit", "indicator", "by", "part"),
        (
            THE_MONTH,
            THE_UNIT,
            column(Breakdown, "indicator", description="被拆分的指标编号，见指标表"),
            Column("indicator_name", "指标名称", "被拆分的指标"),
            column(Breakdown, "by"),
            Column("by_name", "拆分方式", "工作重点、业态或者品种"),
            Column("part", "类别", "拆分出来的一类，如 餐饮服务"),
            Column("value", "数", "这一类的数", NUMBER),
            Column("measure", "计量单位", "这个数的单位"),
            IS_DEMO,
        ),
        rows,
        updated_on,
    )


def _values(figures: Figures, shown: Sequence[Indicator], row: pd.Series[float]) -> list[int | float | None]:
    found = (figures.value(one.id, row) for one in shown)
    return [None if value is None else _number(value) for value in found]


def _number(value: float) -> int | float:
    rounded = round(float(value), PRECISION)
    return int(rounded) if rounded.is_integer() else rounded
