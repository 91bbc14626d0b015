"""更正与撤回, and 关于: what the site is, where its figures come from, how to report a mistake."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import page
from portal.records import addresses
from portal.records.case import Case, CaseCorrection
from portal.records.correction import Correction
from portal.records.outcome import Outcome, Revision


@dataclass(frozen=True)
class Logged:
    """A correction as it may be shown: `address` is empty unless the page is there; a closed one tells no facts."""

    record: Correction
    address: str
    closed: bool


def plan(context: Context, known: Collection[str]) -> list[Document]:
    """`known` are the addresses of all other pages."""
    return [_corrections(context, {*known, addresses.CORRECTIONS, addresses.ABOUT}), _about(context)]


def _corrections(context: Context, known: Collection[str]) -> Document:
    logged = logged_corrections(context, known)
    revisions, of_cases = all_revisions(context), case_corrections(context)
    days = (
        [one.record.on for one in logged] + [one.on for _, one in revisions] + [one.on for _, one in of_cases]
    )
    demo = (
        [one.record.demo for one in logged]
        + [one.demo for one, _ in revisions]
        + [c.demo for c, _ in of_cases]
    )

    def values() -> dict[str, Any]:
        return {
            "corrections": logged,
            "revisions": revisions,
            "case_corrections": of_cases,
            "indicators": context.figures.indicators,
        }

    return page(
        context,
        Document(
            address=addresses.CORRECTIONS,
            title="更正与撤回",
            description="本站发布后更正或撤回的内容，原文、现文和原因都在这里。",
            kind=kinds.CORRECTIONS,
            updated_on=max(days, default=None),
            crumbs=trail(("更正与撤回", addresses.CORRECTIONS)),
            demo=any(demo) or (bool(revisions) and context.public.figures_are_demo),
        ),
        "corrections.html.j2",
        values,
    )


def logged_corrections(context: Context, known: Collection[str] = ()) -> list[Logged]:
    """Entries made by today, newest first. One on a case that is not shown keeps its day, kind and reason only."""
    hidden = {addresses.case(identifier) for identifier in context.public.hidden_case_ids}
    return [
        Logged(record, target + anchor if target and target in known else "", target in hidden)
        for record in context.public.corrections
        for target, anchor in [_target(record.path or "")]
    ]


def _target(path: str) -> tuple[str, str]:
    """The page's address and the place on it."""
    page, mark, anchor = path.strip().lstrip("/").partition("#")
    return (f"{page}/" if page and not page.endswith("/") else page), mark + anchor


def all_revisions(context: Context) -> list[tuple[Outcome, Revision]]:
    found = [
        (entry.record, one)
        for entry in context.public.outcomes
        for one in context.public.shown_revisions(entry.record)
    ]
    return sorted(found, key=lambda pair: pair[1].on, reverse=True)


def case_corrections(context: Context) -> list[tuple[Case, CaseCorrection]]:
    found = [
        (entry.record, one)
        for entry in context.public.cases
        for one in context.public.shown_corrections(entry.record)
    ]
    return sorted(found, key=lambda pair: pair[1].on, reverse=True)


def _about(context: Context) -> Document:
    return page(
        context,
        Document(
            address=addresses.ABOUT,
            title="关于本站",
            description="本站由谁主办、内容从哪里来、数据怎样核对、怎样纠错。",
            kind=kinds.ABOUT_SITE,
            crumbs=trail(("关于本站", addresses.ABOUT)),
        ),
        "about.html.j2",
        dict,
    )
