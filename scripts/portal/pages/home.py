"""The home page: what the campaign is, where it stands, what applies today, what is new."""

from __future__ import annotations

import datetime
from typing import Any

from portal.pages.bound import templated
from portal.pages.context import Context
from portal.pages.document import Document
from portal.pages.seasons import current

LISTED = 4


def plan(context: Context) -> list[Document]:
    campaign = context.site.campaign.record
    return [
        templated(
            context,
            "home.html.j2",
            lambda: _values(context),
            address="",
            title=context.site.settings.record.site_name,
            description=campaign.summary,
            section="home",
            kind="home",
            demo=context.figures_are_demo or any(entry.record.demo for entry in context.cases[:LISTED]),
            updated_on=_latest(context),
        )
    ]


def _latest(context: Context) -> datetime.date | None:
    dates = [
        *(case.record.published_on for case in context.cases),
        *(article.record.published_on for article in context.articles),
        *(month.record.published_on for month in context.outcomes),
    ]
    return max(filter(None, dates), default=None)


def _values(context: Context) -> dict[str, Any]:
    figures = context.figures
    published = [entry.record.month for entry in context.outcomes]
    latest = published[-1] if published else None
    return {
        "months": figures.months,
        "standing": standing(context),
        "latest": context.outcomes[-1].record if latest else None,
        "headlines": [
            (one, figures.value(one.id, figures.totals)) for one in figures.view(figures.views.headlines)
        ],
        "seasons": current(context),
        "cases": [entry.record for entry in context.cases[:LISTED]],
        "articles": [entry.record for entry in context.articles[:LISTED]],
    }


def standing(context: Context) -> str:
    """Where the campaign stands today: `第3个月（共11个月）`, not begun, or over."""
    months = context.site.campaign.record.months
    now = context.today.strftime("%Y-%m")
    if now < months[0]:
        return "尚未开始"
    if now > months[-1]:
        return f"已结束（共{len(months)}个月）"
    return f"第{months.index(now) + 1}个月（共{len(months)}个月）"
