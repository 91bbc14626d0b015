"""抽查考核情况: how many were examined and passed, month by month, and of each month by 业态 and 岗位.

Takes the published months; a rate stands with its Wilson interval, because it was counted on few people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from portal.charts import Chart
from portal.pages import kinds
from portal.pages.citations import CitedArticle
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.figures import spot_check_charts as charts
from portal.pages.figures.spot_check_words import Rate, of_month, rate, so_far
from portal.pages.page import Link, Values, page
from portal.records import Entry, addresses
from portal.records.month import Month
from portal.records.spot_check import OTHERS, BusinessCounts, Counts, PostCounts, SpotCheck

TITLE = "抽查考核情况"
CRUMBS = (("整治成效", addresses.OUTCOMES), (TITLE, addresses.SPOT_CHECKS))
# What is published, that it costs nothing, and that who fails is examined again.
BASIS = (
    "食品安全法 第四十四条",
    "企业主体责任规定 第十七条",
    "集中用餐单位主体责任规定 第二十一条",
    "监督检查管理办法 第二十九条",
)


class Line(NamedTuple):
    """A row of a table; `address` leads to the month of which it tells, `covered` is empty without a plan."""

    name: str
    counts: Counts
    first: Rate
    after: Rate
    covered: str = ""
    address: str = ""
    demo: bool = False


class Part(NamedTuple):
    """The rows of a month by 业态 or 岗位, and the chart of the same where there is one."""

    id: str
    name: str
    lines: list[Line]
    chart: Chart | None


@dataclass(frozen=True)
class SpotChecksValues(Values):
    lines: list[Line]
    chart: Chart | None
    basis: list[CitedArticle]


@dataclass(frozen=True)
class SpotCheckValues(Values):
    """`tables` are one-way; `others` says that small rows were put together."""

    whole: Line
    tables: list[Part]
    drawn: list[Chart]
    others: bool
    bulletin: Link | None
    before: Month | None
    after: Month | None
    basis: list[CitedArticle]


def plan(context: Context) -> list[Document]:
    return [_overview(context), *(_month(context, entry) for entry in context.public.spot_checks)]


def _overview(context: Context) -> Document:
    found = context.public.spot_checks
    return page(
        context,
        Document(
            address=addresses.SPOT_CHECKS,
            title=TITLE,
            description=so_far([entry.record for entry in found])
            or "从业人员食品安全知识抽查考核考了多少人、多少人合格，每个月公布。",
            kind=kinds.SPOT_CHECKS,
            updated_on=max((e.record.published_on for e in found if e.record.published_on), default=None),
            crumbs=trail(*CRUMBS),
            demo=any(entry.record.demo for entry in found),
            sources=tuple(entry.path for entry in found),
        ),
        "spot_checks.html.j2",
        lambda: SpotChecksValues(
            lines=[_of_month(entry.record) for entry in reversed(found)],
            chart=charts.by_month(context),
            basis=_basis(context),
        ),
    )


def _month(context: Context, entry: Entry[SpotCheck]) -> Document:
    record = entry.record
    return page(
        context,
        Document(
            address=addresses.spot_check(record.month),
            title=record.title,
            description=of_month(record),
            kind=kinds.SPOT_CHECK,
            published_on=record.published_on,
            source=context.public.settings.bureau,
            crumbs=trail(*CRUMBS, (record.month.name, addresses.spot_check(record.month))),
            demo=record.demo,
            draft=context.public.is_draft(entry),
            sources=(entry.path,),
        ),
        "spot_check.html.j2",
        lambda: _values(context, record),
    )


def _values(context: Context, record: SpotCheck) -> SpotCheckValues:
    months = [entry.record.month for entry in context.public.spot_checks]
    place = months.index(record.month)
    bulletins = {entry.record.month for entry in context.public.outcomes}
    there = parts_of(context, record)
    return SpotCheckValues(
        whole=_of_month(record),
        tables=there,
        drawn=[part.chart for part in there if part.chart],
        others=any(line.name == OTHERS for part in there for line in part.lines),
        bulletin=Link(f"{record.month.name}月度通报", addresses.month(record.month))
        if record.month in bulletins
        else None,
        before=months[place - 1] if place else None,
        after=months[place + 1] if place + 1 < len(months) else None,
        basis=_basis(context),
    )


def parts_of(context: Context, record: SpotCheck) -> list[Part]:
    """The one-way tables of a month; those that would tell of few people are not there."""
    parts = [
        _part(context, record, "business", "业态", record.by_business),
        _part(context, record, "post", "岗位", record.by_post),
    ]
    return [part for part in parts if part.lines]


def _part(
    context: Context,
    record: SpotCheck,
    identifier: str,
    name: str,
    rows: Sequence[BusinessCounts | PostCounts],
) -> Part:
    lines = [Line(row.name, row, *_rates(row)) for row in rows]
    return Part(identifier, name, lines, charts.by_part(context, record, identifier, name, rows))


def _of_month(record: SpotCheck) -> Line:
    covered = f"{100 * record.people / record.should:.1f}%" if record.should else ""
    return Line(
        record.month.name,
        record,
        *_rates(record),
        covered,
        addresses.spot_check(record.month),
        record.demo,
    )


def _rates(counts: Counts) -> tuple[Rate, Rate]:
    return rate(counts.passed, counts.people), rate(counts.passed_after, counts.people)


def _basis(context: Context) -> list[CitedArticle]:
    return [one for one in context.cited(BASIS) if one.law]
