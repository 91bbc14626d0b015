"""单位报送: who reported when, what was adopted, and a page per unit."""

from __future__ import annotations

from collections import Counter
from typing import Any

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.figures import charts
from portal.pages.figures.series import short_month
from portal.pages.figures.tables import table
from portal.pages.page import page
from portal.pages.templates import month_name
from portal.publication.months import due_on
from portal.records import addresses
from portal.records.campaign import Unit
from portal.records.outcome import Outcome, UnitReport

CRUMBS = (("整治成效", addresses.OUTCOMES), ("单位报送", addresses.UNITS))
IN_TIME, LATE, NONE, NOT_YET = "按时", "迟报", "未报", "—"


def plan(context: Context) -> list[Document]:
    units = context.public.campaign.units
    return [_units(context), *(_unit(context, unit) for unit in units)]


def lateness(context: Context, outcome: Outcome, report: UnitReport) -> str:
    """`按时`, `迟报`, or `未报`: reported by the day of the month that the notice sets."""
    if report.reported_on is None:
        return NONE
    due = due_on(outcome.month, context.public.campaign)
    return IN_TIME if report.reported_on <= due else LATE


def late_reports(context: Context, outcome: Outcome) -> list[tuple[UnitReport, str]]:
    """The reports of a month that came late or not at all."""
    told = [(report, lateness(context, outcome, report)) for report in outcome.units]
    return [(report, how) for report, how in told if how != IN_TIME]


def counted(context: Context) -> list[tuple[str, Counter[str]]]:
    """Each unit and how often it reported 按时, 迟报 and 未报 so far."""
    return [
        (unit.name, Counter(how for _, _, how in reports(context, unit) if how != NOT_YET))
        for unit in context.public.campaign.units
    ]


def reports(context: Context, unit: Unit) -> list[tuple[str, UnitReport | None, str]]:
    """(month, the unit's report, how it came) for every month of the campaign."""
    found = []
    by_month = {entry.record.month: entry.record for entry in context.public.outcomes}
    for month in context.public.campaign.months:
        outcome = by_month.get(month)
        report = next((r for r in outcome.units if r.unit == unit.name), None) if outcome else None
        found.append((month, report, lateness(context, outcome, report) if outcome and report else NOT_YET))
    return found


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
    came = Counter(how for _, _, how in reports(context, unit) if how != NOT_YET)
    if not came:
        return f"{unit.name}各月的报送、录用和整治数据。"
    told = "，".join(f"{how}{came[how]}个月" for how in (IN_TIME, LATE, NONE) if came[how])
    return f"专项行动已有{came.total()}个月的数据，{unit.name}{told}。"


def _unit_values(context: Context, unit: Unit) -> dict[str, Any]:
    figures = context.figures
    columns = figures.view(figures.views.columns)
    # A unit that inspects nothing has none of the columns; what it does report stands there instead.
    row = figures.of_unit(unit.name)
    own = [one for one in columns if figures.value(one.id, row) is not None] or [
        one for one in figures.indicators.values() if not one.ratio and figures.value(one.id, row) is not None
    ]
    return {
        "unit": unit,
        "reports": [
            (month, short_month(month), report, how) for month, report, how in reports(context, unit)
        ],
        "reporting": figures.view(figures.views.reporting),
        "months": figures.unit(unit.name),
        "value": figures.value,
        "chart": charts.of_unit(context, unit.name, own),
        "totals": table(context, row),
        "cases": [e.record for e in context.public.cases if e.record.unit == unit.name][:10],
        "practices": [e.record for e in context.public.practices if e.record.unit == unit.name],
    }


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


def _units_values(context: Context) -> dict[str, Any]:
    units = context.public.campaign.units
    return {
        "units": [(unit, reports(context, unit)) for unit in units],
        "counted": dict(counted(context)),
        "months": [
            (month, month_name(month), short_month(month)) for month in context.public.campaign.months
        ],
        "dispatches": charts.dispatches(context),
    }
