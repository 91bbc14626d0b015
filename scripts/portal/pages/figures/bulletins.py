"""整治成效: the overview, a bulletin per month, and the final assessment."""

from __future__ import annotations

from typing import Any

from portal.outcomes import loop_of
from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.figures import charts, sentences
from portal.pages.figures.headlines import headlines
from portal.pages.figures.tables import table
from portal.pages.figures.units import counted, late_reports, lateness
from portal.pages.page import page
from portal.pages.templates import month_name
from portal.records import Entry, addresses
from portal.records.outcome import Outcome

CRUMB = ("整治成效", addresses.OUTCOMES)


def plan(context: Context) -> list[Document]:
    return [
        _overview(context),
        *(_month(context, entry) for entry in context.public.outcomes),
        _final(context),
    ]


def _overview(context: Context) -> Document:
    return page(
        context,
        Document(
            address=addresses.OUTCOMES,
            title="整治成效",
            description=sentences.opening(context)
            or "专项行动查出了多少隐患、整改了多少、立案处罚多少，按月、按单位、按工作重点和业态看。",
            kind=kinds.RESULTS,
            updated_on=context.public.outcomes[-1].record.published_on if context.public.outcomes else None,
            crumbs=trail(CRUMB),
            demo=context.public.figures_are_demo,
            sources=tuple(entry.path for entry in context.public.outcomes),
        ),
        "outcomes.html.j2",
        lambda: _overview_values(context),
    )


def _overview_values(context: Context) -> dict[str, Any]:
    figures = context.figures
    columns = figures.view(figures.views.columns)
    published = {entry.record.month: entry.record for entry in context.public.outcomes}
    revised = {month for month, outcome in published.items() if context.public.shown_revisions(outcome)}
    return {
        "headlines": headlines(context),
        "closed_loop": charts.closed_loop(context),
        "so_far": charts.so_far(context),
        "by_month": charts.by_month(context, columns),
        "rates": charts.rates(context),
        "by_part": charts.by_part(context),
        "by_unit": charts.by_unit(context, columns),
        "provisional": sentences.provisional_months(context),
        "totals": table(context, figures.totals),
        "revised": revised,
        "months": [(month, published.get(month)) for month in figures.months],
        "units": context.public.campaign.units,
    }


def _month(context: Context, entry: Entry[Outcome]) -> Document:
    record = entry.record
    name = month_name(record.month)
    return page(
        context,
        Document(
            address=addresses.month(record.month),
            title=f"{name}月度通报",
            description=sentences.bulletin(context, record),
            kind=kinds.BULLETIN,
            scripts=("terms",),
            published_on=record.published_on,
            updated_on=max(
                (one.on for one in context.public.shown_revisions(record)), default=record.published_on
            ),
            source=context.public.settings.bureau,
            crumbs=trail(CRUMB, (f"{name}月度通报", addresses.month(record.month))),
            demo=context.public.figures_are_demo,
            draft=context.public.is_draft(entry),
            sources=(entry.path,),
        ),
        "month.html.j2",
        lambda: _month_values(context, record),
    )


def _month_values(context: Context, record: Outcome) -> dict[str, Any]:
    figures = context.figures
    row = figures.district(record.month)
    by_unit = figures.month(record.month)
    published = [entry.record.month for entry in context.public.outcomes]
    place = published.index(record.month)
    return {
        "outcome": record,
        "revisions": context.public.shown_revisions(record),
        "key_figures": sentences.key_figures(context, record.month),
        "so_far": sentences.so_far(context, record.month) if place else "",
        "drawn": _month_charts(context, record.month),
        "by_part": charts.by_part(context, record.month)[1:],
        "overdue": sentences.overdue(context, record.month),
        "late": late_reports(context, record),
        "groups": table(context, row),
        "change": lambda indicator: figures.change(indicator, record.month),
        "columns": figures.view(figures.views.columns),
        "value": figures.value,
        "units": [
            (report, by_unit.loc[report.unit], lateness(context, record, report)) for report in record.units
        ],
        "notes": [report for report in record.units if report.note],
        "indicators": figures.indicators,
        "unit_ids": {unit.name: unit.id for unit in context.public.campaign.units},
        "cases": context.cases_by_month.get(record.month, []),
        "before": published[place - 1] if place else None,
        "after": published[place + 1] if place + 1 < len(published) else None,
    }


def _month_charts(context: Context, month: str) -> list[Any]:
    """The two that fit on the printed page: what was found month by month, and where it was found this month."""
    loop = loop_of(context.figures)
    first = charts.one_by_month(context, loop.found, month) if loop else None
    return [chart for chart in (first, *charts.by_part(context, month)[:1]) if chart]


def _final(context: Context) -> Document:
    return page(
        context,
        Document(
            address=addresses.FINAL,
            title="总结评估",
            description=sentences.opening(context) or "由各月数据汇总而成的专项行动总结评估。",
            kind=kinds.FINAL,
            updated_on=context.public.outcomes[-1].record.published_on if context.public.outcomes else None,
            crumbs=trail(CRUMB, ("总结评估", addresses.FINAL)),
            demo=context.public.figures_are_demo
            or any(entry.record.demo for entry in context.public.practices),
            sources=tuple(entry.path for entry in context.public.outcomes),
        ),
        "final.html.j2",
        lambda: (
            _overview_values(context)
            | {
                "missing": sorted(
                    set(context.figures.months) - {e.record.month for e in context.public.outcomes}
                ),
                "revisions": [
                    (e.record.month, r)
                    for e in context.public.outcomes
                    for r in context.public.shown_revisions(e.record)
                ],
                "practices": [e.record for e in context.public.practices],
                "case_count": len(context.public.cases),
                "reporting": counted(context),
                "dispatches": charts.dispatches(context),
                "indicators": context.figures.indicators,
            }
        ),
    )
