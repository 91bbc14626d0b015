"""整治成效: the overview, a bulletin per month, and the final assessment."""

from __future__ import annotations

from typing import Any

from portal.pages import addresses
from portal.pages.bound import templated
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.figure_tables import funnel, splits, table
from portal.pages.templates import month_name
from portal.pages.units import lateness
from portal.records import Entry
from portal.records.outcome import Outcome

SECTION = "outcomes"
CRUMB = ("整治成效", addresses.OUTCOMES)


def plan(context: Context) -> list[Document]:
    return [_overview(context), *(_month(context, entry) for entry in context.outcomes), _final(context)]


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
        demo=context.figures_are_demo,
        sources=tuple(entry.path for entry in context.outcomes),
    )


def _overview_values(context: Context) -> dict[str, Any]:
    figures = context.figures
    published = {entry.record.month: entry.record for entry in context.outcomes}
    revised = {month for month, outcome in published.items() if context.shown_revisions(outcome)}
    return {
        "totals": table(context, figures.totals),
        "funnel": funnel(figures, figures.totals),
        "revised": revised,
        "months": [(month, published.get(month), figures.district(month)) for month in figures.months],
        "value": figures.value,
        "columns": figures.view(figures.views.columns),
        "splits": splits(figures),
        "units": [(unit, figures.of_unit(unit.name)) for unit in context.site.campaign.record.units],
    }


def _month(context: Context, entry: Entry[Outcome]) -> Document:
    record = entry.record
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
        updated_on=max((one.on for one in context.shown_revisions(record)), default=record.published_on),
        source=context.site.settings.record.bureau,
        crumbs=trail(CRUMB, (f"{name}月度通报", addresses.month(record.month))),
        demo=context.figures_are_demo,
        draft=context.is_draft(entry),
        sources=(entry.path,),
    )


def _month_values(context: Context, record: Outcome) -> dict[str, Any]:
    figures = context.figures
    row = figures.district(record.month)
    by_unit = figures.month(record.month)
    published = [entry.record.month for entry in context.outcomes]
    place = published.index(record.month)
    return {
        "outcome": record,
        "revisions": context.shown_revisions(record),
        "groups": table(context, row),
        "change": lambda indicator: figures.change(indicator, record.month),
        "columns": figures.view(figures.views.columns),
        "value": figures.value,
        "units": [
            (report, by_unit.loc[report.unit], lateness(context, record, report)) for report in record.units
        ],
        "splits": splits(figures, record.month),
        "indicators": figures.indicators,
        "unit_ids": {unit.name: unit.id for unit in context.site.campaign.record.units},
        "cases": context.cases_by_month.get(record.month, []),
        "before": published[place - 1] if place else None,
        "after": published[place + 1] if place + 1 < len(published) else None,
    }


def _final(context: Context) -> Document:
    return templated(
        context,
        "final.html.j2",
        lambda: (
            _overview_values(context)
            | {
                "provisional": [e.record.month for e in context.outcomes if e.record.status == "provisional"],
                "missing": sorted(set(context.figures.months) - {e.record.month for e in context.outcomes}),
                "revisions": [
                    (e.record.month, r) for e in context.outcomes for r in context.shown_revisions(e.record)
                ],
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
        demo=context.figures_are_demo or any(entry.record.demo for entry in context.practices),
        sources=tuple(entry.path for entry in context.outcomes),
    )
