"""What the public may see on a given day: published, closed, or not yet; changed since; and when that changes next.

Takes records and `today`, touches nothing else. Pages, rules and the bench ask here, so that what
is warned of and what is shown are always the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from portal.publication.period import expires_on
from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.law import Law
from portal.records.outcome import Outcome
from portal.records.practice import Practice
from portal.records.publicity import Publicity
from portal.records.risk import Risk

ONE_DAY = datetime.timedelta(days=1)
WITHDRAWN, EXPIRED = "withdrawn", "expired"

Reviewed = Case | KnowledgeArticle | Risk | Practice
Publishable = Reviewed | Outcome


def public_from(record: Publishable) -> datetime.date | None:
    """The first day on which the record is public; `None` while a date or one of the three reviews is missing.

    Months of figures have no reviews. What is signed anew after a correction stays public from its first day.
    """
    if isinstance(record, Outcome) or record.published_on is None:
        return record.published_on
    reviewed = record.review.first_completed_on
    return max(record.published_on, reviewed) if reviewed else None


def is_public(record: Publishable, today: datetime.date) -> bool:
    """Whether the record's page exists on `today`; a closed case's page does, without its content."""
    start = public_from(record)
    return start is not None and start <= today


def closed(case: Case, publicity: Publicity, today: datetime.date) -> str:
    """Why a published case shows nothing but its address: `withdrawn`, `expired` (公示规定 Art. 11, 13), or nothing."""
    if case.withdrawal and case.withdrawal.on <= today:
        return WITHDRAWN
    end = expires_on(case, publicity)
    return EXPIRED if end and end <= today else ""


@dataclass(frozen=True)
class Closed:
    """A case that shows nothing but its address: why, and since when."""

    entry: Entry[Case]
    reason: str
    on: datetime.date | None


def closing(entry: Entry[Case], publicity: Publicity, today: datetime.date) -> Closed | None:
    """How a published case has been closed by `today`; `None` while its facts may be read."""
    reason = closed(entry.record, publicity, today)
    withdrawal = entry.record.withdrawal if reason == WITHDRAWN else None
    since = withdrawal.on if withdrawal else expires_on(entry.record, publicity)
    return Closed(entry, reason, since) if reason else None


def is_shown(case: Case, publicity: Publicity, today: datetime.date) -> bool:
    """Whether the case's facts may be read on `today`."""
    return is_public(case, today) and not closed(case, publicity, today)


def next_change(site: Site, today: datetime.date) -> datetime.date | None:
    """The first day after `today` on which the same files give a different site; `None` when none is ahead.

    Until somebody builds again, a published site does not notice such a day.
    """
    return min((day for day in _days(site) if day is not None and day > today), default=None)


def _days(site: Site) -> Iterator[datetime.date | None]:
    for month in site.outcomes:
        yield public_from(month.record)
        yield from (revision.on for revision in month.record.revisions)
    for case in site.cases:
        yield from _days_of_case(case.record, site.publicity.record)
    for article in site.articles:
        yield from (public_from(article.record), article.record.updated_on)
    yield from (public_from(risk.record) for risk in site.risks)
    yield from (public_from(practice.record) for practice in site.practices)
    yield from (entry.record.on for entry in site.corrections)
    for law in site.laws:
        yield from _days_of_law(law.record)
    for season in site.seasons:
        for dates in season.record.dates:
            yield from (dates.start, _day_after(dates.end))
    yield from (month.first_day for month in site.campaign.record.months)
    yield _day_after(site.campaign.record.last_month.last_day)


def _days_of_case(case: Case, publicity: Publicity) -> Iterator[datetime.date | None]:
    start = public_from(case)
    if start is None:
        return
    yield start
    yield expires_on(case, publicity)
    yield case.withdrawal.on if case.withdrawal else None
    yield from (correction.on for correction in case.corrections)


def _days_of_law(law: Law) -> Iterator[datetime.date | None]:
    yield from (version.effective for version in law.versions)
    yield law.repealed.on if law.repealed else None


def _day_after(day: datetime.date) -> datetime.date:
    return day + ONE_DAY if day < datetime.date.max else day
