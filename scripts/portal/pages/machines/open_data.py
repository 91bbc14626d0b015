"""数据开放: the datasets out of what is public today, the page about them, and the files themselves."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from portal.opendata import (
    advice_tables,
    case_tables,
    law_tables,
    outcome_tables,
    reporting_tables,
    spot_check_tables,
)
from portal.opendata.columns import dictionary
from portal.opendata.dataset import BLANK_NOTE, Dataset, latest
from portal.opendata.imprint import VERSION, Imprint, SealedFile
from portal.opendata.release import BY_PEOPLE, BY_PROGRAMS, FORMS, Form, release
from portal.pages import kinds
from portal.pages.context import Context, once, trail
from portal.pages.document import Document
from portal.pages.figures.reporting import lateness
from portal.pages.machines import calendars, feeds
from portal.pages.machines.correction_log import correction_log
from portal.pages.machines.structured import dataset
from portal.pages.page import Link, Values, page
from portal.records import addresses
from portal.records.outcome import Outcome, UnitReport

CRUMBS = (("整治成效", addresses.OUTCOMES), ("数据开放", addresses.DATA))
TITLE = "数据开放"


class OfferedFile(NamedTuple):
    """What the form is called, where the file lies, its size in words."""

    name: str
    path: str
    size: str


class Offered(NamedTuple):
    """A dataset as the page offers it."""

    dataset: Dataset
    files: list[OfferedFile]


class OfferedFeed(NamedTuple):
    """A subject, and its feed in each form."""

    subject: feeds.Subject
    forms: list[Link]


class OfferedCalendar(NamedTuple):
    """A calendar to add to a phone, and what it is about."""

    name: str
    address: str
    about: str


@dataclass(frozen=True)
class DataValues(Values):
    offered: list[Offered]
    choice: str
    blank: str
    reading: str
    citation: str
    version: str
    base: str
    feeds: list[OfferedFeed]
    calendars: list[OfferedCalendar]


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    """Path → content of every file of the open data."""
    return {addresses.data_file(name): file.content for name, file in _release(context).items()}


def plan(context: Context) -> list[Document]:
    return [
        page(
            context,
            Document(
                address=addresses.DATA,
                title=TITLE,
                description="本站的数据都可以下载：整治数据、报送情况、抽查考核、典型案例、法规要点、一品一策、重点时段、名词解释。",
                kind=kinds.DATA,
                updated_on=_updated_on(context),
                crumbs=trail(*CRUMBS),
                demo=context.public.figures_are_demo
                or any(entry.record.demo for entry in context.public.cases),
                structured=lambda: [dataset(one, imprint(context)) for one in _datasets(context)],
            ),
            "data.html.j2",
            lambda: _values(context),
        )
    ]


@once
def _datasets(context: Context) -> list[Dataset]:
    """All datasets in the order they are shown, the dictionary of their fields last."""
    public, figures = context.public, context.figures

    def punctuality(outcome: Outcome, report: UnitReport) -> str:
        return lateness(context, outcome, report)

    made = [
        outcome_tables.monthly(public, figures),
        outcome_tables.by_unit(public, figures, punctuality),
        outcome_tables.breakdowns(public, figures),
        reporting_tables.reporting(public, punctuality),
        reporting_tables.indicators(public),
        spot_check_tables.by_month(public),
        spot_check_tables.by_part(public),
        case_tables.cases(public),
        advice_tables.knowledge(public),
        advice_tables.risks(public),
        advice_tables.practices(public),
        law_tables.laws(public),
        law_tables.law_articles(public),
        law_tables.glossary(public),
        advice_tables.seasons(public),
        case_tables.corrections(public, correction_log(context)),
    ]
    return [*made, dictionary(made)]


def _updated_on(context: Context) -> datetime.date | None:
    """The day of the newest change in any of them."""
    return latest(one.updated_on for one in _datasets(context))


def imprint(context: Context) -> Imprint:
    settings = context.public.settings
    return Imprint(
        settings.site_name,
        settings.bureau,
        settings.site_url + addresses.DATA,
        settings.data_licence,
        context.public.today,
        settings.region or "",
        settings.division_code or "",
    )


@once
def _release(context: Context) -> dict[str, SealedFile]:
    return release(_datasets(context), imprint(context))


def _values(context: Context) -> DataValues:
    made, known = _release(context), imprint(context)
    return DataValues(
        offered=[_offered(one, made) for one in _datasets(context)],
        choice="，".join(f"{how}选 {_named(forms)}" for how, forms in _by_use()),
        blank=BLANK_NOTE,
        reading="".join(form.about for form in FORMS),
        citation=known.citation(TITLE, _updated_on(context)),
        version=VERSION,
        base=known.base,
        feeds=[
            OfferedFeed(one, [Link(form.name, addresses.feed(one.name, form.ending)) for form in feeds.FORMS])
            for one in feeds.SUBJECTS
        ],
        calendars=[
            OfferedCalendar(
                "重点时段", addresses.calendar(calendars.SEASONS), "各年重点时段的日期和消费提示"
            ),
            OfferedCalendar(
                "报送日",
                addresses.calendar(calendars.REPORTING),
                "各单位每月报送和总结报告的截止日，提前一天提醒",
            ),
        ],
    )


def _by_use() -> list[tuple[str, list[Form]]]:
    """The forms as readers choose between them: those that people open come first."""
    return [(how, [form for form in FORMS if form.read == how]) for how in (BY_PEOPLE, BY_PROGRAMS)]


def _named(forms: list[Form]) -> str:
    told = " 或者 ".join(f"{form.name}{form.mark}" for form in forms)
    # Between Chinese words there is no blank.
    return re.sub("(?<=[一-鿿]) (?=[一-鿿])", "", told)


def _offered(one: Dataset, made: Mapping[str, SealedFile]) -> Offered:
    forms = [form for _, forms in _by_use() for form in forms]
    return Offered(
        one,
        [OfferedFile(form.name, form.path(one), in_words(made[form.path(one)].seal.size)) for form in forms],
    )


def in_words(size: int) -> str:
    """A size in bytes as readers know it: `12 KB`, `1.4 MB`."""
    if size < 1024:
        return f"{size} 字节"
    return f"{size / 1024:.0f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"
