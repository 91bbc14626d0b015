"""典型案例, and 更正与撤回 of cases, pages and figures.

A copy of a file outlives the period of publicity, so a case that names its party gives its classes only: what it says
about a named party stays on the page (公示规定 Art. 13–15).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from portal.opendata.columns import column, columns, is_demo, page_of, within
from portal.opendata.dataset import DATE, LIST, Cell, Column, Dataset, DatasetOf, latest
from portal.publication.public_site import PublicSite
from portal.records import addresses
from portal.records.case import Case, Decision, Party
from portal.records.correction import Correction

DECISION = ("violation", "procedure", "penalties", "fine_yuan", "confiscated_yuan", "decided_on")
YUAN = {"fine_yuan", "confiscated_yuan"}
ONLY_ON_PAGE = "；公开当事人名称的案件这里不填，见网页"


def cases(public: PublicSite) -> Dataset:
    """One row for each case whose facts may be shown."""
    return DatasetOf[Case](
        "cases",
        "典型案例",
        "正在公开的典型案例。公示期满或者撤回的案例不在里面；公开当事人名称的案件只给分类、金额和网址。",
        ("id",),
        (
            *columns(Case, "id", "demo"),
            *_unless_named("title", "summary"),
            *columns(Case, "business_type", "product", "focus", "unit"),
            *within(lambda case: case.decision, [_of_decision(name) for name in DECISION]),
            column(Decision, "authority", nullable=False, description="作出处罚决定的机关").of(
                public.authority
            ),
            *columns(Case, "provisions_violated", "legal_basis"),
            *within(
                lambda case: case.party,
                (column(Party, "kind", "party_kind"), column(Party, "form", "party_form")),
            ),
            *_unless_named("facts", "significance", "lessons", "advice"),
            column(Case, "published_on"),
            Column(
                "public_until",
                "公示到",
                "公开当事人名称的案件最后公开的一天；隐去名称的普法案例没有",
                DATE,
                nullable=True,
                value=public.last_day,
            ),
            page_of(public, lambda case: addresses.case(case.id)),
        ),
        lambda: [entry.record for entry in public.cases],
        updated_on=latest(entry.record.published_on for entry in public.cases),
        timed_by="decided_on",
    )


def _of_decision(field: str) -> Column[Decision]:
    return column(Decision, field, unit="元" if field in YUAN else "")


def _unless_named(*fields: str) -> list[Column[Case]]:
    """Texts that could name the party."""
    return [_list(one) if one.type == LIST else _text(one) for one in columns(Case, *fields)]


def _text(shown: Column[Case]) -> Column[Case]:
    def value(case: Case) -> Cell:
        return None if case.party.form == "named" else shown.value(case)

    return replace(shown, nullable=True, description=f"{shown.description}{ONLY_ON_PAGE}", value=value)


def _list(shown: Column[Case]) -> Column[Case]:
    return replace(shown, value=lambda case: () if case.party.form == "named" else shown.value(case))


@dataclass(frozen=True)
class Mended:
    """A correction of any kind as it may be shown; `was` and `now` are empty where the page is closed."""

    id: str
    on: datetime.date
    kind: str
    page: str
    was: str | None
    now: str | None
    reason: str
    demo: bool
    address: str


def corrections(public: PublicSite, made: Sequence[Mended]) -> Dataset:
    """One row for each correction, newest first."""
    return DatasetOf[Mended](
        "corrections",
        "更正与撤回",
        "发布以后更正或者撤回的内容。内容已经撤下的页面只写日期、类别和原因；公开当事人名称的案件不写名称和前后文，见网页。",
        ("id",),
        (
            Column("id", "编号", "更正的编号，不会变", value=lambda one: one.id),
            Column("on", "日期", "更正或者撤回的日期", DATE, value=lambda one: one.on),
            column(Correction, "kind").of(lambda one: one.kind),
            column(Correction, "page").of(lambda one: one.page),
            column(Correction, "was").of(lambda one: one.was),
            column(Correction, "now").of(lambda one: one.now),
            column(Correction, "reason").of(lambda one: one.reason),
            is_demo(lambda one: one.demo),
            page_of(public, lambda one: one.address),
        ),
        lambda: made,
        updated_on=latest(one.on for one in made),
        timed_by="on",
    )
