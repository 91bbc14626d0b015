"""典型案例. A copy of a file outlives the period of publicity, so a case that names its party gives its classes only.

Takes the cases whose facts may be shown; what they say about a named party stays on the page (公示规定 Art. 13).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from portal.opendata.columns import URL, column, columns
from portal.opendata.dataset import Column, Row, Table
from portal.records.case import Case, Decision, Party

DECISION = ("violation", "procedure", "penalties", "fine_yuan", "confiscated_yuan", "decided_on")
YUAN = {"fine_yuan", "confiscated_yuan"}
ONLY_ON_PAGE = "；公开当事人名称的案件这里不填，见网页"


def cases(
    records: Sequence[Case], bureau: str, url: Callable[[Case], str], updated_on: datetime.date | None
) -> Table:
    """One row for each case; `url` gives its page."""
    return Table(
        "cases",
        "典型案例",
        "正在公开的典型案例。公示期满或者撤回的案例不在里面；公开当事人名称的案件只给分类、金额和网址。",
        ("id",),
        (
            *columns(Case, "id", "demo"),
            *map(_text, ("title", "summary")),
            *columns(Case, "business_type", "product", "focus", "unit"),
            *(column(Decision, name, unit="元" if name in YUAN else "") for name in DECISION),
            column(Decision, "authority", nullable=False, description="作出处罚决定的机关"),
            *columns(Case, "provisions_violated", "legal_basis"),
            column(Party, "kind", "party_kind"),
            column(Party, "form", "party_form"),
            *map(_text, ("facts", "significance")),
            *columns(Case, "lessons", "advice", "published_on"),
            URL,
        ),
        lambda: [_row(one, bureau, url(one)) for one in records],
        updated_on,
    )


def _text(field: str) -> Column:
    described = Case.model_fields[field].description or ""
    return column(Case, field, nullable=True, description=f"{described}{ONLY_ON_PAGE}")


def _row(case: Case, bureau: str, url: str) -> Row:
    named, decision = case.party.form == "named", case.decision
    return (
        case.id,
        case.demo,
        None if named else case.title,
        None if named else case.summary,
        case.business_type,
        case.product,
        case.focus,
        case.unit,
        decision.violation,
        decision.procedure,
        decision.penalties,
        decision.fine_yuan,
        decision.confiscated_yuan,
        decision.decided_on,
        decision.authority or bureau,
        case.provisions_violated,
        case.legal_basis,
        case.party.kind,
        case.party.form,
        None if named else case.facts,
        None if named else case.significance,
        () if named else case.lessons,
        () if named else case.advice,
        case.published_on,
        url,
    )
