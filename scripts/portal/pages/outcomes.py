"""整治成效: the overview, a bulletin per month, a page per unit, and the final assessment."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pandas as pd

from portal.outcomes import Figures
from portal.pages import addresses
from portal.pages.bound import templated
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.templates import month_name
from portal.records.campaign import Unit
from portal.records.indicator import Indicator
from portal.records.outcome import Outcome, UnitReport

SECTION = "outcomes"
CRUMB = ("整治成效", addresses.OUTCOMES)
DIMENSIONS = (("focus", "工作重点"), ("business_type", "业态"), ("product", "品种"))


def plan(context: Context) -> list[Document]:
    units = context.site.campaign.record.units
    return [
        _overview(context),
        *(_month(context, entry) for entry in context.outcomes),
        *(_unit(context, unit) for unit in units),
        _units(context),
        _final(context),
    ]


def shown(context: Context) -> list[tuple[str, list[Indicator]]]:
    """The public indicators by group, in the order of `indicators.yaml`."""
    record = context.site.indicators.record
    names = {group.id: group.name for group in record.groups}
    public = [indicator for indicator in record.indicators if indicator.public]
    return [(names[group], list(members)) for group, members in groupby(public, key=lambda i: i.group)]


def table(context: Context, row: pd.Series[float]) -> list[tuple[str, list[tuple[Indicator, float | None]]]]:
    """All public figures of one row, by group; groups without any figure are left out."""
    groups = [
        (name, [(indicator, context.figures.value(indicator.id, row)) for indicator in members])
        for name, members in shown(context)
    ]
    return [(name, rows) for name, rows in groups if any(value is not None for _, value in rows)]


def _overview(context: Context) -> Document:
    return templated(
        context,
        "outcomes.html.j2",
        lambda: _overview_values(context),
        address=addresses.OUTCOMES,
        title="整治成效",
        description="专项行动查出了多少隐患、整改了多少、立案处罚多少，按月、按单位、按工作重点和业态看。",
        section=SECTION,
        kind="outcomes",
        updated_on=context.outcomes[-1].record.published_on if context.outcomes else None,
        crumbs=trail(CRUMB),
        demo=any(entry.record.demo for entry in context.outcomes),
        sources=tuple(entry.path for entry in context.outcomes),
    )


def _overview_values(context: Context) -> dict[str, Any]:
    figures = context.figures
    published = {entry.record.month: entry.record for entry in context.outcomes}
    return {
        "totals": table(context, figures.totals),
        "funnel": funnel(figures, figures.totals),
        "months": [(month, published.get(month), figures.district(month)) for month in figures.months],
        "value": figures.value,
        "columns": columns(figures),
        "splits": splits(figures),
        "units": [(unit, figures.of_unit(unit.name)) for unit in context.site.campaign.record.units],
    }


def columns(figures: Figures) -> list[Indicator]:
    """The few indicators that stand in tables by month and by unit."""
    names = (
        "hazards_found",
        "hazards_rectified",
        "orders",
        "cases_closed",
        "samples",
        "samples_failed",
        "examined",
    )
    return [figures.indicators[name] for name in names if name in figures.indicators]


def funnel(figures: Figures, row: pd.Series[float]) -> list[tuple[Indicator, float | None]]:
    """The closed loop: found → rectified → overdue."""
    names = ("hazards_found", "hazards_rectified", "hazards_overdue")
    return [
        (figures.indicators[name], figures.value(name, row)) for name in names if name in figures.indicators
    ]


def splits(figures: Figures, month: str | None = None) -> list[dict[str, Any]]:
    """Hazards found and rectified by focus and business type, failed samples by product."""
    made = []
    for by, title in DIMENSIONS:
        indicators = [
            indicator
            for indicator in figures.indicators.values()
            if ((figures.parts["indicator"] == indicator.id) & (figures.parts["by"] == by)).any()
        ]
        rows = pd.DataFrame({one.id: figures.breakdown(one.id, by, month) for one in indicators})
        if not rows.empty:
            rows = rows.sort_values(by=indicators[0].id, ascending=False, kind="stable")
            made.append({"title": title, "indicators": indicators, "rows": list(rows.iterrows())})
    return made


def _month(context: Context, entry: Any) -> Document:
    record: Outcome = entry.record
    name = month_name(record.month)
    return templated(
        context,
        "month.html.j2",
        lambda: _month_values(context, record),
        address=addresses.month(record.month),
        title=f"{name}月度通报",
        description=record.summary or f"{name}食品安全风险隐患排查整治情况。",
        section=SECTION,
        kind="month",
        published_on=record.published_on,
        updated_on=max((revision.on for revision in record.revisions), default=record.published_on),
        source=context.site.settings.record.bureau,
        crumbs=trail(CRUMB, (f"{name}月度通报", addresses.month(record.month))),
        demo=record.demo,
        sources=(entry.path,),
    )


def _month_values(context: Context, record: Outcome) -> dict[str, Any]:
    figures = context.figures
    row = figures.district(record.month)
    by_unit = figures.month(record.month).reindex(index=list(figures.units))
    published = [entry.record.month for entry in context.outcomes]
    place = published.index(record.month)
    return {
        "outcome": record,
        "groups": table(context, row),
        "change": lambda indicator: figures.change(indicator, record.month),
        "columns": columns(figures),
        "value": figures.value,
        "units": [
            (report, by_unit.loc[report.unit], lateness(context, record, report)) for report in record.units
        ],
        "splits": splits(figures, record.month),
        "indicators": figures.indicators,
        "unit_ids": {unit.name: unit.id for unit in context.site.campaign.record.units},
        "cases": [e.record for e in context.cases if str(e.record.published_on)[:7] == record.month],
        "before": published[place - 1] if place else None,
        "after": published[place + 1] if place + 1 < len(published) else None,
    }


def lateness(context: Context, outcome: Outcome, report: UnitReport) -> str:
    """`按时`, `迟报`, or `未报`: reported by the day of the month that the notice sets."""
    if report.reported_on is None:
        return "未报"
    due = f"{outcome.month}-{context.site.campaign.record.monthly_report_day:02d}"
    return "按时" if report.reported_on.isoformat() <= due else "迟报"


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
        crumbs=trail(CRUMB, ("单位报送", addresses.UNITS), (unit.name, addresses.unit(unit.id))),
        demo=context.site.campaign.record.demo_units,
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
        "months": figures.unit(unit.name),
        "columns": columns(figures),
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
        crumbs=trail(CRUMB, ("单位报送", addresses.UNITS)),
        demo=context.site.campaign.record.demo_units,
        sources=tuple(entry.path for entry in context.outcomes),
    )


def _final(context: Context) -> Document:
    return templated(
        context,
        "final.html.j2",
        lambda: (
            _overview_values(context)
            | {
                "provisional": [e.record.month for e in context.outcomes if e.record.status == "provisional"],
                "missing": sorted(set(context.figures.months) - {e.record.month for e in context.outcomes}),
                "revisions": [(e.record.month, r) for e in context.outcomes for r in e.record.revisions],
                "practices": [e.record for e in context.practices],
                "case_count": len(context.cases),
                "indicators": context.figures.indicators,
            }
        ),
        address=addresses.FINAL,
        title="总结评估",
        description="由各月数据汇总而成的专项行动总结评估。",
        section=SECTION,
        kind="final",
        updated_on=context.outcomes[-1].record.published_on if context.outcomes else None,
        crumbs=trail(CRUMB, ("总结评估", addresses.FINAL)),
        demo=any(entry.record.demo for entry in context.outcomes),
        sources=tuple(entry.path for entry in context.outcomes),
    )
