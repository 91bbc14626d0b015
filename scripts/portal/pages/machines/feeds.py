"""Feeds of what is new: cases, bulletins, articles and corrections, each as Atom, RSS and JSON Feed.

Entries are news of records by their own dates, newest first; the clock has no part in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from urllib.parse import urlsplit

from portal.feeds.entry import Entry, Feed
from portal.feeds.json_feed import json_feed_bytes
from portal.feeds.xml_feed import atom_bytes, rss_bytes
from portal.filetypes import ATOM, JSON_FEED, RSS, FileType
from portal.pages.context import Context, once
from portal.pages.machines.correction_log import correction_log
from portal.records import addresses

MOST = 30
DEMO = "【示例数据】"


@dataclass(frozen=True)
class FeedForm:
    """One of the forms of every feed: what readers call it, how its file's name ends, what is inside, its writer."""

    name: str
    ending: str
    filetype: FileType
    write: Callable[[Feed, str], bytes]


FORMS = (
    FeedForm("Atom", "atom.xml", ATOM, atom_bytes),
    FeedForm("RSS", "rss.xml", RSS, rss_bytes),
    FeedForm("JSON Feed", "json", JSON_FEED, json_feed_bytes),
)


@dataclass(frozen=True)
class Subject:
    """What a feed is about, and the page that lists the same."""

    name: str
    title: str
    subtitle: str
    home: str
    entries: Callable[[Context], Iterator[Entry]]


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    """Path → content of every feed."""
    return {
        addresses.feed(subject.name, form.ending): partial(_written, context, subject, form)
        for subject in SUBJECTS
        for form in FORMS
    }


def _written(context: Context, subject: Subject, form: FeedForm) -> bytes:
    settings = context.public.settings
    feed = _feeds(context)[subject.name]
    return form.write(feed, settings.site_url + addresses.feed(subject.name, form.ending))


@once
def _feeds(context: Context) -> dict[str, Feed]:
    """Each is written in several forms."""
    return {subject.name: _feed(context, subject) for subject in SUBJECTS}


def _feed(context: Context, subject: Subject) -> Feed:
    settings = context.public.settings
    return Feed(
        f"{subject.title} - {settings.site_name}",
        subject.subtitle,
        settings.site_url + subject.home,
        settings.bureau,
        context.public.campaign.issued_on,
        tuple(islice(subject.entries(context), MOST)),
    )


def _cases(context: Context) -> Iterator[Entry]:
    settings = context.public.settings
    for entry in context.public.cases:
        case = entry.record
        if case.published_on is None or context.public.is_draft(entry):
            continue
        url = settings.site_url + addresses.case(case.id)
        yield Entry(
            url,
            _marked(case.title, case.demo),
            url,
            case.summary,
            case.published_on,
            context.public.changed_on(case) or case.published_on,
            case.unit or settings.bureau,
            tuple(dict.fromkeys((case.business_type, case.focus))),
        )


def _bulletins(context: Context) -> Iterator[Entry]:
    settings = context.public.settings
    for entry in reversed(context.public.outcomes):
        month = entry.record
        if month.published_on is None or context.public.is_draft(entry):
            continue
        url = settings.site_url + addresses.month(month.month)
        name = month.month.name
        yield Entry(
            url,
            _marked(f"{name}月度通报", month.demo or context.public.campaign.demo_units),
            url,
            month.summary or f"{name}食品安全风险隐患排查整治情况。",
            month.published_on,
            context.public.changed_on(month) or month.published_on,
            settings.bureau,
            ("初步数" if month.status == "provisional" else "定稿",),
        )


def _articles(context: Context) -> Iterator[Entry]:
    settings = context.public.settings
    for entry in context.public.articles:
        article = entry.record
        if article.published_on is None or context.public.is_draft(entry):
            continue
        url = settings.site_url + addresses.article(article)
        yield Entry(
            url,
            article.title,
            url,
            article.summary,
            article.published_on,
            context.public.changed_on(article) or article.published_on,
            article.source,
            (*article.business_types, *article.topics),
        )


def _corrections(context: Context) -> Iterator[Entry]:
    settings = context.public.settings
    host = urlsplit(settings.site_url).hostname or "localhost"
    for one in correction_log(context):
        change = f"原文：{one.was}。现文：{one.now}。" if one.was and one.now else ""
        yield Entry(
            f"tag:{host},{one.on}:{one.id}",
            _marked(f"{one.kind}：{one.page}", one.demo),
            settings.site_url + one.address,
            f"{change}原因：{one.reason}",
            one.on,
            one.on,
            settings.bureau,
            (one.kind,),
        )


def _marked(title: str, demo: bool) -> str:
    return f"{DEMO}{title}" if demo else title


SUBJECTS = (
    Subject("cases", "典型案例", "新公开的典型案例。", addresses.CASES, _cases),
    Subject("bulletins", "月度通报", "专项行动每月的数据通报。", addresses.OUTCOMES, _bulletins),
    Subject("articles", "普法科普", "给消费者和经营者的文章。", addresses.KNOWLEDGE, _articles),
    Subject("corrections", "更正与撤回", "发布以后更正或者撤回的内容。", addresses.CORRECTIONS, _corrections),
)
