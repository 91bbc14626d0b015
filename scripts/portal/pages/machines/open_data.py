"""数据开放: the page about all tables, and the files themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from portal.opendata.publication import VERSION, Publication
from portal.opendata.release import release, sheet_of
from portal.opendata.seal import SealedFile
from portal.opendata.table import Table
from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.machines import calendars
from portal.pages.machines.data_tables import data_tables
from portal.pages.machines.feeds import FORMS, SUBJECTS
from portal.pages.machines.structured import dataset
from portal.pages.page import page
from portal.records import addresses

CRUMBS = (("整治成效", addresses.OUTCOMES), ("数据开放", addresses.DATA))
TITLE = "数据开放"


@dataclass(frozen=True)
class Offered:
    """A table as the page offers it: (what it is called, path, size in words) of each of its files."""

    table: Table
    files: list[tuple[str, str, str]]


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
                description="本站的数据都可以下载：整治数据、报送情况、典型案例、法规要点、一品一策、重点时段、名词解释。",
                kind=kinds.DATA,
                updated_on=max((one.updated_on for one in _tables(context) if one.updated_on), default=None),
                crumbs=trail(*CRUMBS),
                demo=context.public.figures_are_demo
                or any(entry.record.demo for entry in context.public.cases),
                structured=lambda: [dataset(table, _publication(context)) for table in _tables(context)],
            ),
            "data.html.j2",
            lambda: _values(context),
        )
    ]


def _tables(context: Context) -> list[Table]:
    return context.once("data tables", lambda: data_tables(context))


def _publication(context: Context) -> Publication:
    settings = context.public.settings
    return Publication(
        settings.site_name,
        settings.bureau,
        settings.site_url + addresses.DATA,
        settings.data_licence,
        context.public.today,
    )


def _release(context: Context) -> dict[str, SealedFile]:
    return context.once("data files", lambda: release(_tables(context), _publication(context)))


def _values(context: Context) -> dict[str, Any]:
    made, publication = _release(context), _publication(context)
    return {
        "offered": [_offered(table, made) for table in _tables(context)],
        "citation": publication.citation(TITLE),
        "version": VERSION,
        "base": publication.base,
        "feeds": [
            (one, [(name, addresses.feed(one.name, form)) for form, (name, _, _) in FORMS.items()])
            for one in SUBJECTS
        ],
        "calendars": [
            ("重点时段", addresses.calendar(calendars.SEASONS), "各年重点时段的日期和消费提示"),
            (
                "报送日",
                addresses.calendar(calendars.REPORTING),
                "各单位每月报送和总结报告的截止日，提前一天提醒",
            ),
        ],
    }


def _offered(table: Table, made: Mapping[str, SealedFile]) -> Offered:
    forms = {"Excel 表": sheet_of(table), "CSV": f"{table.name}.csv", "JSON": f"{table.name}.json"}
    return Offered(table, [(name, path, in_words(made[path].seal.size)) for name, path in forms.items()])


def in_words(size: int) -> str:
    """A size in bytes as readers know it: `12 KB`, `1.4 MB`."""
    if size < 1024:
        return f"{size} 字节"
    return f"{size / 1024:.0f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"
