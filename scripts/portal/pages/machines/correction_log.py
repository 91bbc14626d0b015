"""Everything that was put right after publication, in one list: pages, cases and figures.

Takes the context, gives corrections as the data tables and the feed show them. What a closed page
said stays closed.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from operator import attrgetter

from portal.opendata.case_tables import Mended
from portal.pages.about import all_revisions, case_corrections, logged_corrections
from portal.pages.context import Context, once
from portal.pages.templates import amount
from portal.records import addresses
from portal.records.month import Month

MENDED = "更正"


@once
def correction_log(context: Context) -> list[Mended]:
    """Newest first; those of one day in the order of the page 更正与撤回."""
    return sorted(_all(context), key=attrgetter("on"), reverse=True)


def _all(context: Context) -> Iterator[Mended]:
    yield from _of_pages(context)
    yield from _of_cases(context)
    yield from _of_figures(context)


def _of_pages(context: Context) -> Iterator[Mended]:
    of_the_day: Counter[datetime.date] = Counter()
    for logged in logged_corrections(context):
        one = logged.record
        of_the_day[one.on] += 1
        yield Mended(
            f"pages/{one.on}/{of_the_day[one.on]}",
            one.on,
            one.kind,
            logged.page,
            logged.was,
            logged.now,
            one.reason,
            one.demo,
            addresses.CORRECTIONS,
        )


def _of_cases(context: Context) -> Iterator[Mended]:
    # From the oldest on, so that a number once given stays.
    of_the_case: Counter[str] = Counter()
    for case, made in reversed(case_corrections(context)):
        of_the_case[case.id] += 1
        yield Mended(
            f"cases/{case.id}/{of_the_case[case.id]}",
            made.on,
            MENDED,
            case.title,
            made.was,
            made.now,
            made.reason,
            case.demo,
            addresses.case(case.id),
        )


def _of_figures(context: Context) -> Iterator[Mended]:
    of_the_month: Counter[Month] = Counter()
    for outcome, revised, indicator, _ in reversed(all_revisions(context)):
        of_the_month[outcome.month] += 1
        yield Mended(
            f"outcomes/{outcome.month}/{of_the_month[outcome.month]}",
            revised.on,
            MENDED,
            f"{outcome.month.name}月度通报",
            f"{revised.unit}{indicator.name}{amount(revised.from_)}{indicator.unit}",
            f"{revised.unit}{indicator.name}{amount(revised.to)}{indicator.unit}",
            revised.reason,
            outcome.demo or context.public.campaign.demo_units,
            addresses.month(outcome.month),
        )
