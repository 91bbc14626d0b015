"""重点时段: the calendar and a page per period; also which periods apply today."""

from __future__ import annotations

from typing import Any

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.knowledge.month_grid import WEEKDAYS, Dated, year_of_months
from portal.pages.machines import calendars
from portal.pages.page import page
from portal.records import Entry, addresses
from portal.records.season import Occurrence, Season

CRUMBS = (("普法科普", addresses.KNOWLEDGE), ("重点时段", addresses.SEASONS))

# How many of the coming periods are told at the top; all of them stand in the calendar below.
SOON = 4


def plan(context: Context) -> list[Document]:
    return [_calendar(context), *(_season(context, entry) for entry in context.public.seasons)]


def current(context: Context) -> list[Dated]:
    """The periods that today lies in, the one that ends first in front."""
    applying = [pair for pair in _dated(context) if covers(pair[1], context)]
    return sorted(applying, key=lambda pair: (pair[1].end, pair[0].id))


def covers(occurrence: Occurrence, context: Context) -> bool:
    """Whether today lies in it."""
    return occurrence.start <= context.public.today <= occurrence.end


def coming(context: Context) -> list[Dated]:
    """The next occurrence of every period that has one to come, soonest first."""
    ahead = [
        (entry.record, later[0])
        for entry in context.public.seasons
        if (later := _later(entry.record, context))
    ]
    return sorted(ahead, key=lambda pair: (pair[1].start, pair[0].id))


def _later(season: Season, context: Context) -> list[Occurrence]:
    """What is still to come, soonest first."""
    ahead = (one for one in season.dates if one.start > context.public.today)
    return sorted(ahead, key=lambda one: one.start)


def _dated(context: Context) -> list[Dated]:
    return [(entry.record, one) for entry in context.public.seasons for one in entry.record.dates]


def _calendar(context: Context) -> Document:
    return page(
        context,
        Document(
            address=addresses.SEASONS,
            title="重点时段",
            description="节日、开学、重大活动和高温季节，一年里哪些日子要格外注意食品安全，现在是什么时段。",
            kind=kinds.SEASONS,
            crumbs=trail(*CRUMBS),
            sources=tuple(dict.fromkeys(entry.path for entry in context.public.seasons)),
        ),
        "seasons.html.j2",
        lambda: _calendar_values(context),
    )


def _calendar_values(context: Context) -> dict[str, Any]:
    dated = sorted(_dated(context), key=lambda pair: (pair[1].start, pair[0].id))
    now = [season for season, _ in current(context)]
    years = sorted({one.start.year for _, one in dated})
    # Next to the year we are in, or where there are no dates for it, the last one there is.
    shown = min((year for year in years if year >= context.public.today.year), default=max(years, default=0))
    return {
        "current": current(context),
        "coming": [pair for pair in coming(context) if pair[0] not in now][:SOON],
        "year": shown,
        "months": year_of_months(shown, dated, context.public.today) if years else [],
        "weekdays": WEEKDAYS,
        "years": [(year, [pair for pair in dated if pair[1].start.year == year]) for year in reversed(years)],
        "calendar": addresses.calendar(calendars.SEASONS),
        "own_calendar": lambda season: addresses.calendar(calendars.of_season(season)),
        "seasons": [entry.record for entry in context.public.seasons],
    }


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
        lambda: {
            "season": season,
            "applying": [one for one in season.dates if covers(one, context)],
            "next": next(iter(_later(season, context)), None),
            "articles": context.public.linked_articles(season.knowledge),
            "risks": [e.record for e in context.public.risks if e.record.id in season.risk_cards],
            "calendar": addresses.calendar(calendars.of_season(season)),
        },
    )
