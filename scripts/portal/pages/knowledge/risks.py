"""一品一策: the list of risk cards, a page for each, and its wall sheet.

A wall sheet is the card on one sheet of A4 or A3, as a file beside the page and inside it for printing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from portal.media.canvas import PAPERS
from portal.media.wall import Row, Sheet, wall_sheet
from portal.pages import kinds
from portal.pages.citations import CitedArticle
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.headings import anchors_of
from portal.pages.kits.words import publisher, url
from portal.pages.page import Values, page
from portal.records import Entry, addresses
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.risk import Risk, RiskPoint

CRUMBS = (("普法科普", addresses.KNOWLEDGE), ("一品一策", addresses.RISKS))
# Of the cases of the same kind of food, so many stand below a card.
CASES = 5


class CitedPoint(NamedTuple):
    """A risk with its control, where it stands on the page, and what it rests on."""

    anchor: str
    point: RiskPoint
    cited: list[CitedArticle]


@dataclass(frozen=True)
class RisksValues(Values):
    risks: list[Risk]


@dataclass(frozen=True)
class RiskValues(Values):
    """`sheet` is the wall sheet, which the page shows on paper only."""

    risk: Risk
    points: list[CitedPoint]
    articles: list[KnowledgeArticle]
    cases: list[Case]
    stale: bool
    sheet: Markup


def plan(context: Context) -> list[Document]:
    return [_risks(context), *(_risk(context, entry) for entry in context.public.risks)]


def _risks(context: Context) -> Document:
    return page(
        context,
        Document(
            address=addresses.RISKS,
            title="一品一策",
            description="一个品种一张卡：风险在哪里、怎么控制、谁负责、多久做一次、依据哪一条。",
            kind=kinds.RISKS,
            crumbs=trail(*CRUMBS),
        ),
        "risks.html.j2",
        lambda: RisksValues([entry.record for entry in context.public.risks]),
    )


def _risk(context: Context, entry: Entry[Risk]) -> Document:
    risk = entry.record
    return page(
        context,
        Document(
            address=addresses.risk(risk.id),
            title=risk.title,
            description=risk.summary,
            kind=kinds.RISK,
            published_on=risk.published_on,
            source=context.public.settings.bureau,
            keywords=tuple(dict.fromkeys((risk.business_type, risk.focus))),
            business_types=(risk.business_type,),
            crumbs=trail(*CRUMBS, (risk.title, addresses.risk(risk.id))),
            draft=context.public.is_draft(entry),
            sources=(entry.path,),
        ),
        "risk.html.j2",
        lambda: RiskValues(
            risk=risk,
            points=_points(context, risk),
            articles=context.public.linked_articles(risk.knowledge),
            cases=_cases(context, risk)[:CASES],
            stale=context.public.needs_review(risk),
            sheet=_inside(context, entry),
        ),
    )


def _points(context: Context, risk: Risk) -> list[CitedPoint]:
    anchors = anchors_of(point.risk for point in risk.points)
    return [
        CitedPoint(anchor, point, context.cited(point.citations))
        for anchor, point in zip(anchors, risk.points, strict=True)
    ]


def _cases(context: Context, risk: Risk) -> list[Case]:
    """Those of the same kind of food, if the card is about one."""
    return [e.record for e in context.public.cases if risk.product and e.record.product == risk.product]


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    return {
        addresses.wall_sheet(entry.record.id, paper): partial(_wall_file, context, entry, paper)
        for entry in context.public.risks
        for paper in PAPERS
    }


def _inside(context: Context, entry: Entry[Risk]) -> Markup:
    """The sheet for the page itself, which shows it on paper only."""
    label = f"{entry.record.title}：风险、措施、责任人、频次和依据，一页张贴版"
    return Markup(wall_sheet(_sheet(context, entry)).inside("p-sheet", label))


def _wall_file(context: Context, entry: Entry[Risk], paper: str) -> bytes:
    risk = entry.record
    return wall_sheet(_sheet(context, entry)).file(paper, f"一品一策：{risk.title}", risk.summary)


def _sheet(context: Context, entry: Entry[Risk]) -> Sheet:
    risk = entry.record
    checked = risk.verified_on
    return Sheet(
        kind="一品一策",
        title=risk.title,
        summary=risk.summary,
        rows=tuple(
            Row(one.risk, one.measure, one.responsible, one.frequency, tuple(_places(context, one.citations)))
            for one in risk.points
        ),
        url=url(context, addresses.risk(risk.id)),
        publisher=publisher(context),
        verified=f"对照法规核对：{checked.year}年{checked.month}月{checked.day}日",
        mark=_mark(context, entry),
    )


def _places(context: Context, citations: tuple[str, ...]) -> list[str]:
    """`《食品安全法》第三十四条、第五十三条第一款`: each law once, in the order in which they are cited."""
    by_law: dict[str, list[str]] = {}
    for one in context.cited(citations):
        law = f"《{one.law.short_title}》" if one.law else ""
        by_law.setdefault(law, []).append(one.place or one.text)
    return [law + "、".join(places) for law, places in by_law.items()]


def _mark(context: Context, entry: Entry[Risk]) -> str:
    if context.public.is_draft(entry):
        return "草稿：还没有发布，不要张贴。"
    if context.public.needs_review(entry.record):
        return "待复核：引用的条文在核对之后改过，内容正在重新核对，请以现行法规为准。"
    return ""
