"""更正与撤回, and 关于: what the site is, where its figures come from, how to report a mistake."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.contact import Way, ways
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.figures.sentences import RevisedFigure, revised
from portal.pages.page import Values, page
from portal.records import addresses
from portal.records.case import Case, CaseCorrection
from portal.records.correction import Correction

CLOSED_PAGE = "一件典型案例（内容已经撤下）"


@dataclass(frozen=True)
class Logged:
    """A correction as it may be shown: `address` is empty unless the page is there; of a closed page it tells no facts.

    `target` is the address of the page that was put right, whether it is there or not.
    """

    record: Correction
    address: str
    closed: bool
    target: str

    @property
    def page(self) -> str:
        """The title of the page that was put right."""
        return CLOSED_PAGE if self.closed else self.record.page

    @property
    def was(self) -> str | None:
        return None if self.closed else self.record.was

    @property
    def now(self) -> str | None:
        return None if self.closed else self.record.now


class CorrectedCase(NamedTuple):
    """A case and one of its corrections."""

    case: Case
    correction: CaseCorrection


@dataclass(frozen=True)
class CorrectionsValues(Values):
    """What was put right, newest first: on pages, in cases, among the figures."""

    corrections: list[Logged]
    case_corrections: list[CorrectedCase]
    revisions: list[RevisedFigure]


@dataclass(frozen=True)
class AboutValues(Values):
    """`ways` lead to the editor."""

    ways: list[Way]


def plan(context: Context, known: Collection[str]) -> list[Document]:
    """`known` are the addresses of all other pages."""
    return [_corrections(context, {*known, addresses.CORRECTIONS, addresses.ABOUT}), _about(context)]


def _corrections(context: Context, known: Collection[str]) -> Document:
    logged = logged_corrections(context, known)
    revisions, of_cases = all_revisions(context), case_corrections(context)
    days = [
        *(one.record.on for one in logged),
        *(one.revision.on for one in revisions),
        *(one.correction.on for one in of_cases),
    ]
    demo = [
        *(one.record.demo for one in logged),
        *(one.outcome.demo for one in revisions),
        *(one.case.demo for one in of_cases),
    ]
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
        lambda: CorrectionsValues(logged, of_cases, revisions),
    )


def logged_corrections(context: Context, known: Collection[str] = ()) -> list[Logged]:
    """Entries made by today, newest first. One on a case that is not shown keeps its day, kind and reason only."""
    hidden = {addresses.case(identifier) for identifier in context.public.hidden_case_ids}
    return [
        Logged(record, target + anchor if target and target in known else "", target in hidden, target)
        for record in context.public.corrections
        for target, anchor in [_target(record.path or "")]
    ]


def _target(path: str) -> tuple[str, str]:
    """The page's address and the place on it."""
    page, mark, anchor = path.strip().lstrip("/").partition("#")
    return (f"{page}/" if page and not page.endswith("/") else page), mark + anchor


def all_revisions(context: Context) -> list[RevisedFigure]:
    found = [one for entry in context.public.outcomes for one in revised(context, entry.record)]
    return sorted(found, key=attrgetter("revision.on"), reverse=True)


def case_corrections(context: Context) -> list[CorrectedCase]:
    found = [
        CorrectedCase(entry.record, one)
        for entry in context.public.cases
        for one in context.public.shown_corrections(entry.record)
    ]
    return sorted(found, key=attrgetter("correction.on"), reverse=True)


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
        lambda: AboutValues(ways(context.public.settings)),
    )
