"""专项行动: the campaign, a page for each 工作重点 with all that belongs to it, the basics and innovations."""

from __future__ import annotations

from typing import Any

import pandas as pd

from portal.charts.ranked import share_of
from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.figures import charts
from portal.pages.page import page
from portal.pages.quiz.topics import topics as quiz_topics
from portal.records import Entry, addresses
from portal.records.campaign import Focus, Theme
from portal.records.practice import Practice

CRUMB = ("专项行动", addresses.CAMPAIGN)
LISTED = 6
PRACTICES_CRUMB = ("经验做法", addresses.PRACTICES)


def plan(context: Context) -> list[Document]:
    record = context.public.campaign
    overview = page(
        context,
        Document(
            address=addresses.CAMPAIGN,
            title="专项行动",
            description=record.summary,
            kind=kinds.OVERVIEW,
            published_on=record.issued_on,
            source=record.document_number,
            crumbs=trail(CRUMB),
            demo=context.public.figures_are_demo
            or any(entry.record.demo for entry in context.public.practices),
            sources=(context.public.campaign_path,),
        ),
        "campaign.html.j2",
        lambda: {"practices": [entry.record for entry in context.public.practices[:LISTED]]},
    )
    themes = [*record.basics, *record.innovations]
    return [
        overview,
        *(_focus(context, focus) for focus in record.focuses),
        *(_theme(context, theme) for theme in themes),
        _practices(context),
        *(_practice(context, entry) for entry in context.public.practices),
    ]


def _focus(context: Context, focus: Focus) -> Document:
    return page(
        context,
        Document(
            address=addresses.focus(focus.id),
            title=focus.name,
            description=focus.summary,
            kind=kinds.FOCUS,
            scripts=("terms",),
            published_on=context.public.campaign.issued_on,
            crumbs=trail(CRUMB, (focus.name, addresses.focus(focus.id))),
            demo=context.public.figures_are_demo or _has_demo(context, focus),
            sources=(context.public.campaign_path,),
        ),
        "focus.html.j2",
        lambda: _focus_values(context, focus),
    )


def _has_demo(context: Context, focus: Focus) -> bool:
    return any(e.record.demo for e in context.public.cases if e.record.focus == focus.name) or any(
        e.record.demo for e in context.public.practices if e.record.focus == focus.name
    )


def _focus_values(context: Context, focus: Focus) -> dict[str, Any]:
    figures = context.figures
    counted, _ = figures.by_focus(focus.name)
    parts = figures.breakdown(counted.id, "focus") if counted else pd.Series(dtype=float)
    cases = [entry.record for entry in context.public.cases if entry.record.focus == focus.name]
    return {
        "focus": focus,
        "counted": counted,
        "chart": charts.of_focus(context, focus.name),
        "total": parts.get(focus.name),
        "share": share_of(parts.get(focus.name), parts.sum()),
        "cases": cases[:10],
        "case_count": len(cases),
        "articles": [e.record for e in context.public.articles if focus.name in e.record.focuses],
        "risks": [e.record for e in context.public.risks if e.record.focus == focus.name],
        "practices": [e.record for e in context.public.practices if e.record.focus == focus.name],
        "topics": [topic for topic in quiz_topics(context) if topic.term.name in focus.topics],
    }


def _theme(context: Context, theme: Theme) -> Document:
    return page(
        context,
        Document(
            address=addresses.theme(theme.id),
            title=theme.name,
            description=theme.summary,
            kind=kinds.THEME,
            scripts=("terms",),
            published_on=context.public.campaign.issued_on,
            crumbs=trail(CRUMB, (theme.name, addresses.theme(theme.id))),
            sources=(context.public.campaign_path,),
        ),
        "theme.html.j2",
        lambda: {"theme": theme},
    )


def _practices(context: Context) -> Document:
    return page(
        context,
        Document(
            address=addresses.PRACTICES,
            title="经验做法",
            description="各单位在排查整治中摸索出来的办法：原来难在哪里，怎样做，效果如何。",
            kind=kinds.PRACTICES,
            updated_on=context.public.practices[0].record.published_on if context.public.practices else None,
            crumbs=trail(CRUMB, PRACTICES_CRUMB),
            demo=any(entry.record.demo for entry in context.public.practices),
            sources=tuple(entry.path for entry in context.public.practices),
        ),
        "practices.html.j2",
        lambda: {"practices": [entry.record for entry in context.public.practices]},
    )


def _practice(context: Context, entry: Entry[Practice]) -> Document:
    record = entry.record
    return page(
        context,
        Document(
            address=addresses.practice(record.id),
            title=record.title,
            description=record.summary,
            kind=kinds.PRACTICE,
            scripts=("terms",),
            published_on=record.published_on,
            source=record.unit,
            crumbs=trail(CRUMB, PRACTICES_CRUMB, (record.title, addresses.practice(record.id))),
            demo=record.demo,
            draft=context.public.is_draft(entry),
            sources=(entry.path,),
        ),
        "practice.html.j2",
        lambda: {"practice": record},
    )
