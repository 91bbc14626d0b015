"""报送 and 指标: who reported when, in time or late, how many of its reports were used, and what is counted."""

from __future__ import annotations

from typing import NamedTuple

from portal.opendata.columns import column, columns, is_demo
from portal.opendata.dataset import DATE, INTEGER, Column, Dataset, DatasetOf
from portal.opendata.outcome_tables import Punctuality, latest_figures, the_month, the_unit
from portal.publication.public_site import PublicSite
from portal.records.indicator import Indicator, Ratio
from portal.records.outcome import Outcome, UnitReport


class Reported(NamedTuple):
    """What a unit reported for a month, or that it did not."""

    outcome: Outcome
    report: UnitReport


def reporting(public: PublicSite, punctuality: Punctuality) -> Dataset:
    """One row for each unit and month; `punctuality` says 按时, 迟报 or 未报."""
    campaign = public.campaign
    return DatasetOf[Reported](
        "reporting",
        "报送与录用",
        "各单位每月哪天报送、是不是按时，报送的信息录用了几条。",
        ("month", "unit"),
        (
            the_month(lambda row: row.outcome.month),
            the_unit(lambda row: row.report.unit),
            Column(
                "due_on",
                "截止日期",
                "当月报送的最后一天，当日不算晚",
                DATE,
                value=lambda row: campaign.due_on(row.outcome.month),
            ),
            column(UnitReport, "reported_on").of(lambda row: row.report.reported_on),
            Column(
                "punctuality",
                "报送情况",
                "按时、迟报或者未报",
                value=lambda row: punctuality(row.outcome, row.report),
            ),
            column(UnitReport, "absent").of(lambda row: row.report.absent),
            Column(
                "dispatches_listed",
                "录用条数",
                "录用信息的条数",
                INTEGER,
                "条",
                value=lambda row: len(row.report.dispatches),
            ),
            column(UnitReport, "dispatches").of(lambda row: row.report.dispatches),
            is_demo(lambda row: row.outcome.demo or campaign.demo_units),
        ),
        lambda: [Reported(e.record, report) for e in public.outcomes for report in e.record.units],
        updated_on=latest_figures(public),
        timed_by="month",
    )


def indicators(public: PublicSite) -> Dataset:
    """The public indicators in the order they are shown."""
    groups = {group.id: group.name for group in public.indicator_groups}

    def known(identifier: str | None) -> str | None:
        """Of an indicator that is not public, not even the id is told."""
        return identifier if identifier in public.indicators else None

    return DatasetOf[Indicator](
        "indicators",
        "指标",
        "数据表里每个指标数的是什么、单位是什么、各单位各月怎样汇总。",
        ("id",),
        (
            *columns(Indicator, "id", "name", "short", "unit"),
            column(Indicator, "group", description="所在的分组").of(
                lambda one: groups.get(one.group, one.group)
            ),
            *columns(Indicator, "definition", "over_units", "over_months"),
            column(Ratio, "numerator", nullable=True, description="比率的分子，指标编号").of(
                lambda one: known(one.ratio.numerator) if one.ratio else None
            ),
            column(Ratio, "denominator", nullable=True, description="比率的分母，指标编号").of(
                lambda one: known(one.ratio.denominator) if one.ratio else None
            ),
            column(Indicator, "part_of").of(lambda one: known(one.part_of)),
            column(Indicator, "decimals"),
        ),
        public.indicators.values,
    )
