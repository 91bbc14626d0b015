"""更正与撤回, and 关于: what the site is, where its figures come from, how to report a mistake."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from portal.pages import addresses
from portal.pages.bound import templated
from portal.pages.context import Context, trail
from portal.pages.document import Document

SECTION = "about"


def plan(context: Context) -> list[Document]:
    return [_corrections(context), _about(context)]


def _corrections(context: Context) -> Document:
    return templated(
        context,
        "corrections.html.j2",
        lambda: _correction_values(context),
        address=addresses.CORRECTIONS,
        title="更正与撤回",
        description="本站发布后更正或撤回的内容，原文、现文和原因都在这里。",
        section=SECTION,
        kind="corrections",
        updated_on=max((entry.record.on for entry in context.site.corrections), default=None),
        crumbs=trail(("更正与撤回", addresses.CORRECTIONS)),
        demo=context.site.has_demo,
    )


def _correction_values(context: Context) -> dict[str, Any]:
    listed = [entry.record for entry in context.site.corrections if entry.record.on <= context.today]
    return {
        "corrections": sorted(listed, key=attrgetter("on"), reverse=True),
        "revisions": [
            (e.record.month, r) for e in reversed(context.outcomes) for r in reversed(e.record.revisions)
        ],
        "case_corrections": [(e.record, c) for e in context.cases for c in e.record.corrections],
        "indicators": context.site.indicators.record.by_id(),
    }


def _about(context: Context) -> Document:
    return templated(
        context,
        "about.html.j2",
        dict,
        address=addresses.ABOUT,
        title="关于本站",
        description="本站由谁主办、内容从哪里来、数据怎样核对、怎样纠错。",
        section=SECTION,
        kind="about",
        crumbs=trail(("关于本站", addresses.ABOUT)),
    )
