"""What happened on the site, day by day: published, changed, put right, withdrawn, over, in force.

Takes the context, gives lines for 最近更新, newest first. The day is that of the record, never that of a build.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from portal.pages.about import CLOSED_PAGE
from portal.pages.context import Context, once
from portal.pages.machines.correction_log import correction_log
from portal.pages.machines.law_news import law_news
from portal.publication.dates import WITHDRAWN, Publishable, public_from
from portal.publication.published import TITLES, of_kinds
from portal.records import addresses
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.outcome import Outcome

# A case is closed when its period is over, or earlier by decision: 停止公示 is true of both.
PUBLISHED, CHANGED, TAKEN_BACK, OVER = "发布", "更新", "撤回", "停止公示"
CASE, LAW, CORRECTION = "典型案例", "法律法规", "更正与撤回"
COLUMNS = {**TITLES, "case": CASE, "article": "普法科普", "risk": "一品一策"}
# Within a day.
LATER = {PUBLISHED: 1, CHANGED: 2}


class News(NamedTuple):
    """One line: `told` is a sentence more, `until` the last day on which a named case may be read."""

    on: datetime.date
    what: str
    column: str
    title: str
    address: str
    told: str = ""
    demo: bool = False
    until: str = ""


@once
def news(context: Context) -> list[News]:
    """Of one day first what was taken back or put right, then what is new, then what was gone over again."""
    told: dict[tuple[datetime.date, str, str], News] = {}
    for one in _all(context):
        # A month's figures are put right in its file, and mostly told of in the log, too. Closed cases share a title.
        what = one.address if one.column == CASE else one.title
        told.setdefault((one.on, one.what, what), one)
    return sorted(told.values(), key=_newest)


def _newest(one: News) -> tuple[int, int, str, str]:
    return -one.on.toordinal(), LATER.get(one.what, 0), one.column, one.title


def _all(context: Context) -> Iterator[News]:
    yield from _of_corrections(context)
    yield from _of_closed(context)
    for one in law_news(context):
        yield News(one.on, one.what, LAW, one.title, addresses.law(one.law), one.law.summary)
    for kind, entry in of_kinds(context.public):
        if not context.public.is_draft(entry):
            yield from _of_record(context, COLUMNS[kind], entry.record)


def _of_record(context: Context, column: str, record: Publishable) -> Iterator[News]:
    since = public_from(record)
    if since is None:
        return
    is_month = isinstance(record, Outcome)
    title = f"{record.month.name}月度通报" if isinstance(record, Outcome) else record.title
    line = News(
        since,
        PUBLISHED,
        column,
        title,
        addresses.of_record(record),
        demo=getattr(record, "demo", False) or (is_month and context.public.campaign.demo_units),
        until=context.public.ends.get(record.id, "") if isinstance(record, Case) else "",
    )
    yield line
    changed = context.public.changed_on(record) if isinstance(record, KnowledgeArticle) else None
    if changed and changed > since:
        yield line._replace(on=changed, what=CHANGED)


def _of_corrections(context: Context) -> Iterator[News]:
    taken_back = {one.on for one in context.public.closed_cases if one.reason == WITHDRAWN}
    for one in correction_log(context):
        # The line of the case itself says so already.
        if not (one.page == CLOSED_PAGE and one.kind == TAKEN_BACK and one.on in taken_back):
            yield News(one.on, one.kind, CORRECTION, one.page, one.address, f"原因：{one.reason}", one.demo)


def _of_closed(context: Context) -> Iterator[News]:
    for closed in context.public.closed_cases:
        record = closed.entry.record
        withdrawal = record.withdrawal if closed.reason == WITHDRAWN else None
        if closed.on and not context.public.is_draft(closed.entry):
            yield News(
                closed.on,
                TAKEN_BACK if withdrawal else OVER,
                CASE,
                "一件典型案例已撤回" if withdrawal else "一件典型案例已经停止公示",
                addresses.case(record.id),
                f"原因：{withdrawal.reason}" if withdrawal else "",
                record.demo,
            )
