"""一品一策 wall sheets: a risk card on one sheet of A4 or A3, as a file and inside its page for printing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from markupsafe import Markup

from portal.media.canvas import PAPERS
from portal.media.wall import Row, Sheet, wall_sheet
from portal.pages.context import Context
from portal.pages.kits.words import publisher, url
from portal.records import Entry, addresses
from portal.records.risk import Risk


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    return {
        addresses.wall_sheet(entry.record.id, paper): partial(_file, context, entry, paper)
        for entry in context.public.risks
        for paper in PAPERS
    }


def inside(context: Context, entry: Entry[Risk]) -> Markup:
    """The sheet for the page itself, which shows it on paper only."""
    label = f"{entry.record.title}：风险、措施、责任人、频次和依据，一页张贴版"
    return Markup(wall_sheet(_sheet(context, entry)).inside("p-sheet", label))


def _file(context: Context, entry: Entry[Risk], paper: str) -> bytes:
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
