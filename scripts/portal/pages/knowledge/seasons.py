"""重点时段: the calendar and a page per period; also which periods apply today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.knowledge.month_grid import WEEKDAYS, Dated, MonthGrid, by_start, year_of_months
from portal.pages.machines import calendars
from portal.pages.page import Link, Values, page
from portal.records import Entry, addresses
from portal.records.article import KnowledgeArticle
from portal.records.risk import Risk
from portal.records.season import Occurrence, Season

CRUMBS = (("普法科普", addresses.KNOWLEDGE), ("重点时段日历", addresses.SEASONS))

# How many of the coming periods are told at the top; all of them stand in the calendar below.
SOON = 4


class Noticed(NamedTuple):
    """What the calendar tells first, under a heading: the periods of now, those to come."""

    heading: str
    anchor: str
    periods: list[Dated]


class Year(NamedTuple):
    """The periods that begin in a year."""

    year: int
    periods: list[Dated]


@dataclass(frozen=True)
class CalendarValues(Values):
    """`year` is the one whose `months` are drawn; `calendar` and `calendars` are files for phones."""

    noticed: list[Noticed]
    year: int
    months: list[MonthGrid]
    weekdays: tuple[str, ...]
    years: list[Year]
    calendar: str
    calendars: list[Link]


@dataclass(frozen=True)
class SeasonValues(Values):
    """`dates` from the last year on; `next` is the first that is still to come."""

    season: Season
    applying: list[Occurrence]
    next: Occurrence | None
    dates: list[Occurrence]
    articles: list[KnowledgeArticle]
    risks: list[Risk]
    calendar: str


def plan(context: Context) -> list[Document]:
    return [_calendar(context), *(_season(context, entry) for entry in context.public.seasons)]


def current(context: Context) -> list[Dated]:
    """The periods that today lies in, the one that ends first in front."""
    applying = [one for one in _dated(context) if covers(one.occurrence, context)]
    return sorted(applying, key=lambda one: (one.occurrence.end, one.season.id))


def covers(occurrence: Occurrence, context: Context) -> bool:
    """Whether today lies in it."""
    return occurrence.start <= context.public.today <= occurrence.end


def coming(context: Context) -> list[Dated]:
    """The next occurrence of every period that has one to come, soonest first."""
    ahead = [
        Dated(entry.record, later[0])
        for entry in context.public.seasons
        if (later := _later(entry.record, context))
    ]
    return sorted(ahead, key=by_start)


def _later(season: Season, context: Context) -> list[Occurrence]:
    """What is still to come, soonest first."""
    ahead = (one for one in season.dates if one.start > context.public.today)
    return sorted(ahead, key=lambda one: one.start)


def _dated(context: Context) -> list[Dated]:
    return [Dated(entry.record, one) for entry in context.public.seasons for one in entry.record.dates]


def _calendar(context: Context) -> Document:
    return page(
        context,
        Document(
            address=addresses.SEASONS,
            title="重点时段日历",
            description="节日、开学、重大活动和高温季节，一年里哪些日子要格外注意食品安全，现在是什么时段。",
            kind=kinds.SEASONS,
            crumbs=trail(*CRUMBS),
            sources=tuple(dict.fromkeys(entry.path for entry in context.public.seasons)),
        ),
        "seasons.html.j2",
        lambda: _calendar_values(context),
    )


def _calendar_values(context: Context) -> CalendarValues:
    dated, today = sorted(_dated(context), key=by_start), context.public.today
    years = sorted({one.occurrence.start.year for one in dated})
    # Next to the year we are in, or where there are no dates for it, the last one there is.
    shown = min((year for year in years if year >= today.year), default=max(years, default=0))
    return CalendarValues(
        noticed=_noticed(context),
        year=shown,
        months=year_of_months(shown, dated, today) if years else [],
        weekdays=WEEKDAYS,
        years=[
            Year(year, [one for one in dated if one.occurrence.start.year == year])
            for year in reversed(years)
        ],
        calendar=addresses.calendar(calendars.SEASONS),
        calendars=[Link(one.record.name, _own_calendar(one.record)) for one in context.public.seasons],
    )


def _noticed(context: Context) -> list[Noticed]:
    applying = current(context)
    now = [one.season for one in applying]
    soon = [one for one in coming(context) if one.season not in now][:SOON]
    told = (Noticed("现在", "current", applying), Noticed("接下来", "coming", soon))
    return [one for one in told if one.periods]


def _own_calendar(season: Season) -> str:
    return addresses.calendar(calendars.of_season(season))


def _season(context: Context, entry: Entry[Season]) -> Document:
    season = entry.record
    return page(
        context,
        Document(
            address=addresses.season(season.id),
            title=season.name,
            description=season.summary,
            kind=kinds.SEASON,
            source=context.public.settings.bureau,
            keywords=(season.kind, "重点时段"),
            crumbs=trail(*CRUMBS, (season.name, addresses.season(season.id))),
            sources=(entry.path,),
        ),
        "season.html.j2",
        lambda: SeasonValues(
            season=season,
            applying=[one for one in season.dates if covers(one, context)],
            next=next(iter(_later(season, context)), None),
            dates=list(reversed(season.dates)),
            articles=context.public.linked_articles(season.knowledge),
            risks=[e.record for e in context.public.risks if e.record.id in season.risk_cards],
            calendar=_own_calendar(season),
        ),
    )
