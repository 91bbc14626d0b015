"""Feeds of what is new: everything together, cases, bulletins, articles and corrections, each in three forms.

Entries are news of records by their own dates, what changed last in front; the clock has no part in it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from portal.feeds.entry import Feed
from portal.feeds.json_feed import json_feed_bytes
from portal.feeds.xml_feed import atom_bytes, rss_bytes
from portal.filetypes import ATOM, JSON_FEED, RSS, FileType
from portal.pages.context import Context, once
from portal.pages.machines.feed_entries import Item, of_corrections, of_laws, of_records
from portal.pages.machines.feed_ids import tag
from portal.records import addresses

UPDATES = "updates"
MOST = 30  # entries of a feed, whose whole texts are some 200 KB
AT_ONCE = 120  # entries of a week in which everything was put on the site
WEEK = datetime.timedelta(days=7)


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
    items: Callable[[Context], Iterator[Item]]


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
    newest = _newest(list(subject.items(context)))
    return Feed(
        tag(context, "feed", subject.name),
        f"{subject.title} - {settings.site_name}",
        subject.subtitle,
        settings.site_url + subject.home,
        settings.bureau,
        context.public.campaign.issued_on,
        tuple(one.make() for one in newest),
    )


def _newest(items: list[Item]) -> list[Item]:
    """Those that changed last, and all of the last week: who looks once a week misses none."""
    items.sort(key=lambda one: (one.day, one.id), reverse=True)
    week = [one for one in items[:AT_ONCE] if one.day > items[0].day - WEEK]
    return items[: max(MOST, len(week))]


EVERY_KIND = ("case", "article", "risk", "practice", "month", "spot-check")


def _updates(context: Context) -> Iterator[Item]:
    yield from of_records(context, *EVERY_KIND)
    yield from of_corrections(context)
    yield from of_laws(context)


def _of(*kinds: str) -> Callable[[Context], Iterator[Item]]:
    return lambda context: of_records(context, *kinds)


SUBJECTS = (
    Subject(UPDATES, "最近更新", "新发布、更正、撤下和改过的全部内容。", addresses.UPDATES, _updates),
    Subject("cases", "典型案例", "新公开的典型案例。", addresses.CASES, _of("case")),
    Subject("bulletins", "月度通报", "专项行动每月的数据通报。", addresses.OUTCOMES, _of("month")),
    Subject(
        "spot-checks", "抽查考核", "从业人员抽查考核每月的情况。", addresses.SPOT_CHECKS, _of("spot-check")
    ),
    Subject("articles", "普法科普", "给消费者和经营者的文章。", addresses.KNOWLEDGE, _of("article")),
    Subject(
        "corrections", "更正与撤回", "发布以后更正或者撤回的内容。", addresses.CORRECTIONS, of_corrections
    ),
)
