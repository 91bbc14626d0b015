"""抽查考核: how many were examined and passed, by month, and of each month by 业态 or 岗位; no cross table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from portal.opendata.columns import column, columns, is_demo, page_of, within
from portal.opendata.dataset import MONTH, Column, Dataset, DatasetOf, latest
from portal.publication.public_site import PublicSite
from portal.records import addresses
from portal.records.spot_check import OTHERS, Counts, SpotCheck

COUNTED = {"firms": "家", "people": "人", "passed": "人", "retaken": "人", "passed_after": "人"}
PARTS = {"by_business": "业态", "by_post": "岗位"}


class Part(NamedTuple):
    """A row of one of the tables of a month."""

    month: SpotCheck
    by: str
    name: str
    counts: Counts


def by_month(public: PublicSite) -> Dataset:
    """One row for each published month."""
    return DatasetOf[SpotCheck](
        "spot_checks",
        "抽查考核（各月）",
        "每个月抽查考核了多少企业、多少人，多少人首次合格、补考以后合格。",
        ("month",),
        (
            column(SpotCheck, "month", type=MONTH).of(lambda one: str(one.month)),
            *columns(SpotCheck, "published_on"),
            *(column(SpotCheck, field, unit=unit) for field, unit in COUNTED.items()),
            column(SpotCheck, "should", unit="人"),
            is_demo(lambda one: one.demo),
            page_of(public, lambda one: addresses.spot_check(one.month)),
        ),
        lambda: [entry.record for entry in public.spot_checks],
        updated_on=latest(entry.record.published_on for entry in public.spot_checks),
        timed_by="month",
    )


def by_part(public: PublicSite) -> Dataset:
    """One row for each 业态 and each 岗位 of a month, each table by itself."""
    return DatasetOf[Part](
        "spot_check_parts",
        "抽查考核（按业态、岗位）",
        f"每个月的抽查考核按业态、按岗位各分一次，不交叉。不满5人的几项合在“{OTHERS}”里。",
        ("month", "by", "name"),
        (
            column(SpotCheck, "month", type=MONTH).of(lambda one: str(one.month.month)),
            Column("by", "按什么分", "业态或者岗位", value=lambda one: one.by),
            Column("name", "名称", "业态或者岗位的一个词", value=lambda one: one.name),
            *within(_counts, [column(Counts, field, unit=unit) for field, unit in COUNTED.items()]),
            is_demo(lambda one: one.month.demo),
        ),
        lambda: list(_parts(public)),
        updated_on=latest(entry.record.published_on for entry in public.spot_checks),
        timed_by="month",
    )


def _parts(public: PublicSite) -> Iterator[Part]:
    for entry in public.spot_checks:
        record = entry.record
        yield from (Part(record, PARTS["by_business"], row.name, row) for row in record.by_business)
        yield from (Part(record, PARTS["by_post"], row.name, row) for row in record.by_post)


def _counts(part: Part) -> Counts:
    return part.counts
