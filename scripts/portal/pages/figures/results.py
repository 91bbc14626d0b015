"""整治成效: the overview with all months, and the final assessment, which says what the figures come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from portal.charts import Chart
from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.figures import bulletins, charts, sentences
from portal.pages.figures.conclusions import Conclusions, UnitResult, conclusions, of_units, opening
from portal.pages.figures.headlines import Headline, headlines
from portal.pages.figures.series import FigureGroup, table
from portal.pages.page import Values, page
from portal.records import addresses
from portal.records.month import Month
from portal.records.outcome import Outcome

CRUMB = bulletins.CRUMB


class MonthLink(NamedTuple):
    """A month of the campaign: whether its bulletin is there, and what is to be said of it beside the link."""

    month: Month
    published: bool
    notes: list[str]


@dataclass(frozen=True)
class OverviewValues(Values):
    """`provisional` names the months whose figures may still change."""

    provisional: str
    headlines: list[Headline]
    months: list[MonthLink]
    closed_loop: Chart | None
    so_far: Chart | None
    by_month: Chart | None
    rates: Chart | None
    by_part: list[Chart]
    by_unit: Chart | None
    totals: list[FigureGroup]


@dataclass(frozen=True)
class FinalValues(Values):
    """`unfinished` says why these are not the last figures yet; `again` and `rest` are charts that only this page has."""

    unfinished: str
    headlines: list[Headline]
    concluded: Conclusions
    closed_loop: Chart | None
    again: list[Chart]
    rest: Chart | None
    units: list[UnitResult]
    case_count: int
    revisions: list[sentences.RevisedFigure]


def plan(context: Context) -> list[Document]:
    return [_overview(context), *bulletins.plan(context), _final(context)]


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


def _overview_values(context: Context) -> OverviewValues:
    figures = context.figures
    columns = figures.view(figures.views.columns)
    return OverviewValues(
        provisional="、".join(sentences.provisional_months(context)),
        headlines=headlines(context),
        months=_months(context),
        closed_loop=charts.closed_loop(context),
        so_far=charts.so_far(context),
        by_month=charts.by_month(context, columns),
        rates=charts.rates(context),
        by_part=charts.by_part(context),
        by_unit=charts.by_unit(context, columns),
        totals=table(context, figures.totals),
    )


def _months(context: Context) -> list[MonthLink]:
    published = {entry.record.month: entry.record for entry in context.public.outcomes}
    links = []
    for month in context.figures.months:
        outcome = published.get(month)
        links.append(MonthLink(month, outcome is not None, _notes(context, outcome) if outcome else []))
    return links


def _notes(context: Context, outcome: Outcome) -> list[str]:
    provisional = ["初步数"] if outcome.status == "provisional" else []
    return [*provisional, "有更正"] if context.public.shown_revisions(outcome) else provisional


def _final(context: Context) -> Document:
    return page(
        context,
        Document(
            address=addresses.FINAL,
            title="总结评估",
            description=opening(context) or "由各月数据汇总而成的专项行动总结评估。",
            kind=kinds.FINAL,
            updated_on=context.public.outcomes[-1].record.published_on if context.public.outcomes else None,
            crumbs=trail(CRUMB, ("总结评估", addresses.FINAL)),
            demo=context.public.figures_are_demo
            or any(entry.record.demo for entry in context.public.practices),
            sources=tuple(entry.path for entry in context.public.outcomes),
        ),
        "final.html.j2",
        lambda: _final_values(context),
    )


def _final_values(context: Context) -> FinalValues:
    concluded = conclusions(context)
    return FinalValues(
        unfinished=sentences.unfinished(context),
        headlines=headlines(context),
        concluded=concluded,
        closed_loop=charts.closed_loop(context),
        again=concluded.again,
        rest=concluded.rest,
        units=of_units(context),
        case_count=len(context.public.cases),
        revisions=[
            one for entry in context.public.outcomes for one in sentences.revised(context, entry.record)
        ],
    )
