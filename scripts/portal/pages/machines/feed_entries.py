"""Entries of the feeds: one for each record, under an id that stays, and one for each correction.

Takes the context, gives for each entry its day, its id and how it is made, because whole texts are made only of those
that get into a feed. The entry of a case that is closed becomes its stub, so that readers' copies are overwritten.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from portal.feeds.entry import Entry
from portal.opendata.case_tables import Mended
from portal.pages.cases.case_pages import closed_title
from portal.pages.context import Context
from portal.pages.machines import feed_texts
from portal.pages.machines.correction_log import correction_log
from portal.pages.machines.feed_ids import first_id, tag
from portal.pages.machines.feed_words import words
from portal.pages.machines.law_news import LawNews, law_news
from portal.publication.dates import Closed, Publishable, public_from
from portal.publication.published import of_kinds
from portal.publication.shown import Changing
from portal.records import addresses

DEMO = "【示例数据】"


@dataclass(frozen=True)
class Item:
    """An entry that is not made yet; `day` is that of its last change."""

    day: datetime.date
    id: str
    make: Callable[[], Entry]


def of_records(context: Context, *wanted: str) -> Iterator[Item]:
    """The records of these kinds (`case`, `article`, …); in previews, too, without what is not public yet."""
    for kind, entry in of_kinds(context.public):
        since = public_from(entry.record)
        if kind in wanted and since and not context.public.is_draft(entry):
            yield _of_record(context, kind, entry.record, since)
    if "case" in wanted:
        yield from _of_closed(context)


def of_corrections(context: Context) -> Iterator[Item]:
    for one in correction_log(context):
        identifier = tag(context, "correction", one.id)
        yield Item(one.on, identifier, partial(_correction, context, one, identifier))


def of_laws(context: Context) -> Iterator[Item]:
    for one in law_news(context):
        identifier = tag(context, "law", one.id)
        yield Item(one.on, identifier, partial(_law, context, one, identifier))


def _of_record(context: Context, kind: str, record: Publishable, since: datetime.date) -> Item:
    changed = context.public.changed_on(record) if isinstance(record, Changing) else None
    updated = max(since, changed) if changed else since
    identifier = tag(context, kind, first_id(record))
    return Item(updated, identifier, partial(_record, context, record, identifier, since, updated))


def _record(
    context: Context, record: Publishable, identifier: str, since: datetime.date, updated: datetime.date
) -> Entry:
    said = words(context, record)
    return Entry(
        identifier,
        marked(said.title, said.demo),
        context.public.settings.site_url + addresses.of_record(record),
        said.summary,
        since,
        updated,
        said.author,
        said.categories,
        said.content,
    )


def _of_closed(context: Context) -> Iterator[Item]:
    for closed in context.public.closed_cases:
        if closed.on and not context.public.is_draft(closed.entry):
            identifier = tag(context, "case", first_id(closed.entry.record))
            yield Item(closed.on, identifier, partial(_closed, context, closed, identifier, closed.on))


def _closed(context: Context, closed: Closed, identifier: str, on: datetime.date) -> Entry:
    record = closed.entry.record
    return Entry(
        identifier,
        marked(closed_title(closed), record.demo),
        context.public.settings.site_url + addresses.case(record.id),
        "",
        record.published_on or on,
        on,
        context.public.settings.bureau,
        content=feed_texts.of_closed(context, closed),
    )


def _correction(context: Context, one: Mended, identifier: str) -> Entry:
    settings = context.public.settings
    change = f"原文：{one.was}。现文：{one.now}。" if one.was and one.now else ""
    return Entry(
        identifier,
        marked(f"{one.kind}：{one.page}", one.demo),
        settings.site_url + one.address,
        f"{change}原因：{one.reason}",
        one.on,
        one.on,
        settings.bureau,
        (one.kind,),
    )


def _law(context: Context, one: LawNews, identifier: str) -> Entry:
    settings = context.public.settings
    return Entry(
        identifier,
        one.title,
        settings.site_url + addresses.law(one.law),
        one.law.summary,
        one.on,
        one.on,
        settings.bureau,
        (one.what,),
        feed_texts.of_law(context, one),
    )


def marked(title: str, demo: bool) -> str:
    return f"{DEMO}{title}" if demo else title
