"""单位报送: who reported when, what was adopted, and a page per unit."""

from __future__ import annotations

from typing import Any

from portal.pages import addresses
from portal.pages.bound import templated
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.figure_tables import table
from portal.records.campaign import Unit
from portal.records.outcome import Outcome, UnitReport
from portal.rules.months import due_on

SECTION = "outcomes"
CRUMBS = (("整治成效", addresses.OUTCOMES), ("单位报送", addresses.UNITS))


def plan(context: Context) -> list[Document]:
    units = context.site.campaign.record.units
    return [_units(context), *(_unit(context, unit) for unit in units)]


def lateness(context: Context, outcome: Outcome, report: UnitReport) -> str:
    """`按时`, `迟报`, or `未报`: reported by the day of the month that the notice sets."""
    if report.reported_on is None:
        return "未报"
    due = due_on(outcome.month, context.site.campaign.record)
    return "按时" if report.reported_on <= due else "迟报"


def _unit(context: Context, unit: Unit) -> Document:
    title = f"{unit.name}：报送与成效"
    return templated(
        context,
        "unit.html.j2",
        lambda: _unit_values(context, unit),
        address=addresses.unit(unit.id),
        title=title,
        description=f"{unit.name}各月的报送、录用和整治数据。",
        section=SECTION,
        kind="unit",
        updated_on=context.outcomes[-1].record.published_on if context.outcomes else None,
        source=unit.name,
        crumbs=trail(*CRUMBS, (unit.name, addresses.unit(unit.id))),
        demo=context.figures_are_demo,
        sources=tuple(entry.path for entry in context.outcomes),
    )


def _reports(context: Context, unit: Unit) -> list[tuple[str, UnitReport | None, str]]:
    found = []
    by_month = {entry.record.month: entry.record for entry in context.outcomes}
    for month in context.site.campaign.record.months:
        outcome = by_month.get(month)
        report = next((r for r in outcome.units if r.unit == unit.name), None) if outcome else None
        found.append((month, report, lateness(context, outcome, report) if outcome and report else "—"))
    return found


def _unit_values(context: Context, unit: Unit) -> dict[str, Any]:
    figures = context.figures
    return {
        "unit": unit,
        "reports": _reports(context, unit),
        "reporting": figures.view(figures.views.reporting),
        "months": figures.unit(unit.name),
        "columns": figures.view(figures.views.columns),
        "value": figures.value,
        "totals": table(context, figures.of_unit(unit.name)),
        "cases": [e.record for e in context.cases if e.record.unit == unit.name][:10],
        "practices": [e.record for e in context.practices if e.record.unit == unit.name],
    }


def _units(context: Context) -> Document:
    return templated(
        context,
        "units.html.j2",
        lambda: {
            "units": [(unit, _reports(context, unit)) for unit in context.site.campaign.record.units],
            "months": context.site.campaign.record.months,
        },
        address=addresses.UNITS,
        title="单位报送与录用",
        description="各单位每月是否按时报送、报送信息录用多少。",
        section=SECTION,
        kind="units",
        crumbs=trail(*CRUMBS),
        demo=context.figures_are_demo,
        sources=tuple(entry.path for entry in context.outcomes),
    )
