"""最近更新: one page of everything that happened on the site, week by week, with the feed of the same."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.machines.feeds import FORMS, UPDATES
from portal.pages.machines.news import News, news
from portal.pages.page import Link, Values, page
from portal.records import addresses

TITLE = "最近更新"
WEEK = datetime.timedelta(days=6)
SHOWN = 12  # lines of a week; the others open
OPEN = 8  # weeks that stand open; earlier ones open by year
MOST = 500  # lines of the whole page


class Week(NamedTuple):
    """From Monday to Sunday, with the lines that stand there and those behind 还有."""

    first: datetime.date
    last: datetime.date
    lines: Sequence[News]
    more: Sequence[News] = ()


class Year(NamedTuple):
    """What happened earlier; a week belongs to the year of its Monday."""

    year: int
    lines: int
    weeks: list[Week]


@dataclass(frozen=True)
class UpdatesValues(Values):
    """`left_out` is how many lines are older than what a page can hold."""

    weeks: list[Week]
    years: list[Year]
    left_out: int
    feeds: list[Link]


def plan(context: Context) -> list[Document]:
    lines = news(context)
    return [
        page(
            context,
            Document(
                address=addresses.UPDATES,
                title=TITLE,
                description="新发布的、改过的、更正的、撤下的，一周一周列在这里，可以订阅。",
                kind=kinds.UPDATES,
                updated_on=lines[0].on if lines else None,
                crumbs=trail((TITLE, addresses.UPDATES)),
                demo=any(one.demo for one in lines),
            ),
            "updates.html.j2",
            lambda: _values(lines),
        )
    ]


def _values(lines: Sequence[News]) -> UpdatesValues:
    weeks = list(_weeks(lines[:MOST]))
    recent = [one._replace(lines=one.lines[:SHOWN], more=one.lines[SHOWN:]) for one in weeks[:OPEN]]
    forms = [Link(form.name, addresses.feed(UPDATES, form.ending)) for form in FORMS]
    return UpdatesValues(recent, list(_years(weeks[OPEN:])), len(lines[MOST:]), forms)


def _weeks(lines: Sequence[News]) -> Iterator[Week]:
    for first, group in groupby(lines, lambda one: monday(one.on)):
        yield Week(first, first + WEEK, list(group))


def _years(weeks: Sequence[Week]) -> Iterator[Year]:
    for year, group in groupby(weeks, lambda one: one.first.year):
        found = list(group)
        yield Year(year, sum(len(one.lines) for one in found), found)


def monday(day: datetime.date) -> datetime.date:
    """The first day of its week."""
    return day - datetime.timedelta(days=day.weekday())
