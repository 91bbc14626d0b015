"""月度通报: a bulletin per month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from portal.charts import Chart
from portal.outcomes import loop_of
from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.figures import charts, sentences
from portal.pages.figures.reporting import Arrival, LateReport, late_reports, lateness
from portal.pages.figures.series import FigureGroup, cells, changes, table
from portal.pages.machines.structured import month_data
from portal.pages.page import Values, page
from portal.records import Entry, addresses
from portal.records.case import Case
from portal.records.indicator import Indicator
from portal.records.month import Month
from portal.records.outcome import Outcome, UnitReport
from portal.records.spot_check import SpotCheck

CRUMB = ("整治成效", addresses.OUTCOMES)


class UnitLine(NamedTuple):
    """A unit's month: where its page is, how its report came, its figures of the view `columns`."""

    unit: str
    address: str
    how: Arrival
    cells: list[str]


@dataclass(frozen=True)
class MonthValues(Values):
    """`drawn` are the charts that are printed too; `before` and `after` the published months beside this one."""

    outcome: Outcome
    key_figures: list[sentences.KeyFigure]
    so_far: str
    drawn: list[Chart]
    columns: list[Indicator]
    units: list[UnitLine]
    overdue: list[sentences.OverdueHazards]
    late: list[LateReport]
    revisions: list[sentences.RevisedFigure]
    by_part: list[Chart]
    cases: list[Case]
    notes: list[UnitReport]
    groups: list[FigureGroup]
    changes: dict[str, str]
    spot_check: SpotCheck | None
    before: Month | None
    after: Month | None


def plan(context: Context) -> list[Document]:
    return [_month(context, entry) for entry in context.public.outcomes]


def _month(context: Context, entry: Entry[Outcome]) -> Document:
    record = entry.record
    name = record.month.name
    return page(
        context,
        Document(
            address=addresses.month(record.month),
            title=f"{name}月度通报",
            description=sentences.bulletin(context, record),
            kind=kinds.BULLETIN,
            scripts=("terms",),
            published_on=record.published_on,
            updated_on=context.public.updated_on(record),
            source=context.public.settings.bureau,
            crumbs=trail(CRUMB, (f"{name}月度通报", addresses.month(record.month))),
            demo=context.public.figures_are_demo,
            draft=context.public.is_draft(entry),
            sources=(entry.path,),
            structured=lambda: [_data(context, record)],
        ),
        "month.html.j2",
        lambda: _values(context, record),
    )


def _data(context: Context, record: Outcome) -> dict[str, object]:
    """The month's figures as search engines list them."""
    about = sentences.bulletin(context, record)
    measured = context.figures.indicators.values()
    return month_data(record.month, about, context.public.settings, measured)


def _values(context: Context, record: Outcome) -> MonthValues:
    month = record.month
    loop, by_part = loop_of(context.figures), charts.by_part(context, month)
    found = charts.one_by_month(context, loop.found, month) if loop else None
    published = [entry.record.month for entry in context.public.outcomes]
    place = published.index(month)
    return MonthValues(
        outcome=record,
        key_figures=sentences.key_figures(context, month),
        so_far=sentences.so_far(context, month) if place else "",
        # The two that fit on the printed page: what was found month by month, and where it was found this month.
        drawn=[chart for chart in (found, *by_part[:1]) if chart],
        columns=context.figures.view(context.figures.views.columns),
        units=unit_lines(context, record),
        overdue=sentences.overdue(context, month),
        late=late_reports(context, record),
        revisions=sentences.revised(context, record),
        by_part=by_part[1:],
        cases=context.cases_by_month.get(month, []),
        notes=[report for report in record.units if report.note],
        groups=table(context, context.figures.district(month)),
        changes=changes(context, month),
        spot_check=next((e.record for e in context.public.spot_checks if e.record.month == month), None),
        before=published[place - 1] if place else None,
        after=published[place + 1] if place + 1 < len(published) else None,
    )


def unit_lines(context: Context, record: Outcome) -> list[UnitLine]:
    """How every unit reported that month, and its figures."""
    columns = context.figures.view(context.figures.views.columns)
    figures = context.figures.month(record.month)
    places = {unit.name: addresses.unit(unit.id) for unit in context.public.campaign.units}
    return [
        UnitLine(
            report.unit,
            places[report.unit],
            lateness(context, record, report),
            cells(context, columns, figures, report.unit),
        )
        for report in record.units
    ]
