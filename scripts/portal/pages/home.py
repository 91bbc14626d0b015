"""The home page: what the campaign is, where it stands, what applies today, what is new."""

from __future__ import annotations

import datetime
from typing import Any

from portal.pages import kinds
from portal.pages.context import Context
from portal.pages.document import Document
from portal.pages.figures.headlines import headlines
from portal.pages.knowledge.seasons import coming, current
from portal.pages.page import page
from portal.records.season import Occurrence, Season

LISTED = 4


def plan(context: Context) -> list[Document]:
    campaign = context.public.campaign
    return [
        page(
            context,
            Document(
                address="",
                title=context.public.settings.site_name,
                description=campaign.summary,
                kind=kinds.HOME,
                demo=context.public.figures_are_demo
                or any(entry.record.demo for entry in context.public.cases[:LISTED]),
                updated_on=_latest(context),
            ),
            "home.html.j2",
            lambda: _values(context),
        )
    ]


def _latest(context: Context) -> datetime.date | None:
    dates = [
        *(case.record.published_on for case in context.public.cases),
        *(article.record.published_on for article in context.public.articles),
        *(month.record.published_on for month in context.public.outcomes),
    ]
    return max(filter(None, dates), default=None)


def _values(context: Context) -> dict[str, Any]:
    published = [entry.record.month for entry in context.public.outcomes]
    latest = published[-1] if published else None
    return {
        "heading": context.public.settings.site_name,
        "anchor": "",
        "standing": standing(context),
        "progress": progress(context),
        "latest": context.public.outcomes[-1].record if latest else None,
        "headlines": headlines(context),
        "warning": warning(context),
        "cases": [entry.record for entry in context.public.cases[:LISTED]],
        "articles": [entry.record for entry in context.public.articles[:LISTED]],
    }


def warning(context: Context) -> tuple[str, Season, Occurrence] | None:
    """The period of care that today lies in, else the next one to come, with the words for when."""
    for when, found in (("现在", current(context)), ("接下来", coming(context))):
        if found:
            return (when, *found[0])
    return None


def standing(context: Context) -> str:
    """Where the campaign stands today: `第3个月，共11个月`, not begun, or over."""
    months = context.public.campaign.months
    now = context.public.today.strftime("%Y-%m")
    if now < months[0]:
        return f"尚未开始，共{len(months)}个月"
    if now > months[-1]:
        return f"{len(months)}个月已全部结束"
    return f"第{months.index(now) + 1}个月，共{len(months)}个月"


def progress(context: Context) -> list[str]:
    """For every month of the campaign: `past`, `now` or `ahead`."""
    now = context.public.today.strftime("%Y-%m")
    return [
        "past" if month < now else "now" if month == now else "ahead"
        for month in context.public.campaign.months
    ]
