"""Everything that was put right after publication, in one list: pages, cases and figures.

Takes the context, gives corrections as the data tables and the feed show them, which people keep: what a closed page
said stays closed, and of a case that names its party only that something was put right.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from portal.opendata.case_tables import Mended
from portal.pages.about import all_revisions, case_corrections, logged_corrections
from portal.pages.context import Context, once
from portal.pages.templates import amount
from portal.publication.unnamed import is_named, unnamed_title, without_party
from portal.records import addresses
from portal.records.case import Case
from portal.records.month import Month

MENDED = "更正"
ON_PAGE = "见网页。"


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
    cases = {addresses.case(entry.record.id): entry.record for entry in context.public.cases}
    for logged in logged_corrections(context):
        one = logged.record
        of_the_day[one.on] += 1
        case = cases.get(logged.target)
        made = Mended(
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
        yield _kept(case, made) if case else made


def _of_cases(context: Context) -> Iterator[Mended]:
    # From the oldest on, so that a number once given stays.
    of_the_case: Counter[str] = Counter()
    for case, made in reversed(case_corrections(context)):
        of_the_case[case.id] += 1
        mended = Mended(
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
        yield _kept(case, mended)


def _kept(case: Case, mended: Mended) -> Mended:
    """What of a correction of the case may stand in copies."""
    if not is_named(case):
        return mended
    reason = without_party(case, mended.reason) or ON_PAGE
    return replace(mended, page=unnamed_title(case), was=None, now=None, reason=reason)


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
