"""重点时段: the calendar and a page per period; also which periods apply today."""

from __future__ import annotations

import datetime
from typing import Any

from portal.pages import addresses
from portal.pages.bound import templated
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.records import Entry
from portal.records.season import Occurrence, Season

SECTION = "knowledge"
CRUMBS = (("普法科普", addresses.KNOWLEDGE), ("重点时段", addresses.SEASONS))


def plan(context: Context) -> list[Document]:
    return [_calendar(context), *(_season(context, entry) for entry in context.site.seasons)]


def current(context: Context) -> list[tuple[Season, Occurrence]]:
    """The periods that today lies in, the one that ends first in front."""
    applying = [
        (entry.record, one)
        for entry in context.site.seasons
        for one in entry.record.dates
        if covers(one, context.today)
    ]
    return sorted(applying, key=lambda pair: (pair[1].end, pair[0].id))


def covers(occurrence: Occurrence, day: datetime.date) -> bool:
    return occurrence.start <= day <= occurrence.end


def coming(context: Context) -> list[tuple[Season, Occurrence]]:
    """The next occurrence of every period that has one to come, soonest first."""
    ahead = []
    for entry in context.site.seasons:
        later = [one for one in entry.record.dates if one.start > context.today]
        if later:
            ahead.append((entry.record, min(later, key=lambda one: one.start)))
    return sorted(ahead, key=lambda pair: (pair[1].start, pair[0].id))


def _calendar(context: Context) -> Document:
    def values() -> dict[str, Any]:
        everything = [(one, entry.record) for entry in context.site.seasons for one in entry.record.dates]
        years = sorted({one.start.year for one, _ in everything})
        by_year = [
            (
                year,
                sorted(
                    ((o, s) for o, s in everything if o.start.year == year),
                    key=lambda p: (p[0].start, p[1].id),
                ),
            )
            for year in years
        ]
        return {"current": current(context), "coming": coming(context), "years": by_year}

    return templated(
        context,
        "seasons.html.j2",
        values,
        address=addresses.SEASONS,
        title="重点时段",
        description="节日、开学、重大活动和高温季节的食品安全提示，按年列出日期。",
        section=SECTION,
        kind="seasons",
        crumbs=trail(*CRUMBS),
    )


def _season(context: Context, entry: Entry[Season]) -> Document:
    season = entry.record
    return templated(
        context,
        "season.html.j2",
        lambda: {
            "season": season,
            "applying": [one for one in season.dates if covers(one, context.today)],
            "articles": context.linked_articles(season.knowledge),
            "risks": [e.record for e in context.risks if e.record.id in season.risk_cards],
        },
        address=addresses.season(season.id),
        title=season.name,
        description=season.summary,
        section=SECTION,
        kind="season",
        source=context.site.settings.record.bureau,
        crumbs=trail(*CRUMBS, (season.name, addresses.season(season.id))),
        sources=(entry.path,),
    )
