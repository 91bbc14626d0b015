"""单位报送: who reported when, what was adopted, and a page per unit."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from portal.charts import Chart
from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.figures import charts
from portal.pages.figures.reporting import Arrival, MonthReport, ReportCount, counted, counts, reports
from portal.pages.figures.series import FigureGroup, cells, table
from portal.pages.figures.unit_months import UnitMonths, unit_months
from portal.pages.page import Values, page
from portal.records import addresses
from portal.records.campaign import Unit
from portal.records.case import Case
from portal.records.indicator import Indicator
from portal.records.month import Month
from portal.records.practice import Practice

CRUMBS = (("整治成效", addresses.OUTCOMES), ("单位报送", addresses.UNITS))
LISTED_CASES = 10


class CampaignMonth(NamedTuple):
    """A month at the head of a table: `2024`, `6`."""

    year: str
    number: int


class UnitRow(NamedTuple):
    """A unit, and how its report of every month came."""

    unit: Unit
    came: list[Arrival]


@dataclass(frozen=True)
class UnitsValues(Values):
    months: list[CampaignMonth]
    units: list[UnitRow]
    counts: list[ReportCount]
    dispatches: Chart | None


class UnitMonth(NamedTuple):
    """A month of one unit; `cells` are its figures of the view `reporting`, `tick` is the month where room is short."""

    month: Month
    tick: str
    published: bool
    reported_on: datetime.date | None
    absent: str | None
    how: Arrival
    cells: list[str]


class Dispatch(NamedTuple):
    """The title of a report that was used, and its month."""

    title: str
    month: Month


@dataclass(frozen=True)
class UnitValues(Values):
    unit: Unit
    reporting: list[Indicator]
    months: list[UnitMonth]
    absences: list[UnitMonth]
    dispatches: list[Dispatch]
    chart: Chart | None
    by_month: UnitMonths
    totals: list[FigureGroup]
    cases: list[Case]
    practices: list[Practice]


def plan(context: Context) -> list[Document]:
    units = context.public.campaign.units
    return [_units(context), *(_unit(context, unit) for unit in units)]


def _unit(context: Context, unit: Unit) -> Document:
    return page(
        context,
        Document(
            address=addresses.unit(unit.id),
            title=f"{unit.name}：报送与成效",
            description=_opening(context, unit),
            kind=kinds.UNIT,
            updated_on=context.public.outcomes[-1].record.published_on if context.public.outcomes else None,
            source=unit.name,
            crumbs=trail(*CRUMBS, (unit.name, addresses.unit(unit.id))),
            demo=context.public.figures_are_demo,
            sources=tuple(entry.path for entry in context.public.outcomes),
        ),
        "unit.html.j2",
        lambda: _unit_values(context, unit),
    )


def _opening(context: Context, unit: Unit) -> str:
    """How the unit reported, in one sentence."""
    _, *came = counted(context, unit)
    if not any(came):
        return f"{unit.name}各月的报送、录用和整治数据。"
    words = (Arrival.IN_TIME, Arrival.LATE, Arrival.MISSING)
    told = "，".join(f"{how}{months}个月" for how, months in zip(words, came, strict=True) if months)
    return f"专项行动已有{sum(came)}个月的数据，{unit.name}{told}。"


def _unit_values(context: Context, unit: Unit) -> UnitValues:
    reported = reports(context, unit)
    months = _months(context, unit, reported)
    return UnitValues(
        unit=unit,
        reporting=context.figures.view(context.figures.views.reporting),
        months=months,
        absences=[one for one in months if one.absent],
        dispatches=[
            Dispatch(title, one.month) for one in reported if one.report for title in one.report.dispatches
        ],
        chart=charts.of_unit(context, unit.name, _counted_by(context, unit)),
        by_month=unit_months(context, unit),
        totals=table(context, context.figures.of_unit(unit.name)),
        cases=[e.record for e in context.public.cases if e.record.unit == unit.name][:LISTED_CASES],
        practices=[e.record for e in context.public.practices if e.record.unit == unit.name],
    )


def _months(context: Context, unit: Unit, reported: list[MonthReport]) -> list[UnitMonth]:
    columns = context.figures.view(context.figures.views.reporting)
    figures = context.figures.unit(unit.name)
    return [
        UnitMonth(
            month,
            month.short,
            report is not None,
            report.reported_on if report else None,
            report.absent if report else None,
            how,
            cells(context, columns, figures, month),
        )
        for month, report, how in reported
    ]


def _counted_by(context: Context, unit: Unit) -> list[Indicator]:
    """The columns that every table has; where a unit inspects nothing, what it does report stands in for them."""
    figures = context.figures
    row = figures.of_unit(unit.name)
    columns = figures.view(figures.views.columns)
    plain = [one for one in figures.indicators.values() if not one.ratio]
    return [one for one in columns if figures.value(one.id, row) is not None] or [
        one for one in plain if figures.value(one.id, row) is not None
    ]


def _units(context: Context) -> Document:
    return page(
        context,
        Document(
            address=addresses.UNITS,
            title="单位报送与录用",
            description="各单位每月是否按时报送、报送的信息录用了多少。",
            kind=kinds.UNITS,
            crumbs=trail(*CRUMBS),
            demo=context.public.figures_are_demo,
            sources=tuple(entry.path for entry in context.public.outcomes),
        ),
        "units.html.j2",
        lambda: _units_values(context),
    )


def _units_values(context: Context) -> UnitsValues:
    campaign = context.public.campaign
    return UnitsValues(
        months=[CampaignMonth(str(month.year), month.number) for month in campaign.months],
        units=[UnitRow(unit, [one.how for one in reports(context, unit)]) for unit in campaign.units],
        counts=counts(context),
        dispatches=charts.dispatches(context),
    )
