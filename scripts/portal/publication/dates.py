"""What the public may see on a given day: published, closed, or not yet. When that changes is told in `changes`.

Takes records and `today`, touches nothing else. Pages, rules and the bench ask here, so that what
is warned of and what is shown are always the same.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from portal.publication.period import expires_on
from portal.records import Entry
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.closed_case import ClosedCase
from portal.records.outcome import Outcome
from portal.records.practice import Practice
from portal.records.publicity import Publicity
from portal.records.risk import Risk
from portal.records.spot_check import SpotCheck

WITHDRAWN, EXPIRED = "withdrawn", "expired"

Reviewed = Case | KnowledgeArticle | Risk | Practice
Publishable = Reviewed | Outcome | SpotCheck


def public_from(record: Publishable | ClosedCase) -> datetime.date | None:
    """The first day on which the record is public; `None` while a date or one of the three reviews is missing.

    Months of figures and of spot checks have no reviews, and stubs of cases were public before they were stubs. What is signed anew after a
    correction stays public from its first day.
    """
    if isinstance(record, Outcome | SpotCheck | ClosedCase) or record.published_on is None:
        return record.published_on
    reviewed = record.review.first_completed_on
    return max(record.published_on, reviewed) if reviewed else None


def is_public(record: Publishable | ClosedCase, today: datetime.date) -> bool:
    """Whether the record's page exists on `today`; a closed case's page does, without its content."""
    start = public_from(record)
    return start is not None and start <= today


def closed(case: Case, publicity: Publicity, today: datetime.date) -> str:
    """Why a published case shows nothing but its address: `withdrawn`, `expired` (公示规定 Art. 11, 13–15), or nothing."""
    if case.withdrawal and case.withdrawal.on <= today:
        return WITHDRAWN
    end = expires_on(case, publicity)
    return EXPIRED if end and end <= today else ""


@dataclass(frozen=True)
class Closed:
    """A case that shows nothing but its address: why, and since when."""

    entry: Entry[Case] | Entry[ClosedCase]
    reason: str
    on: datetime.date | None


def closing(entry: Entry[Case], publicity: Publicity, today: datetime.date) -> Closed | None:
    """How a published case has been closed by `today`; `None` while its facts may be read."""
    reason = closed(entry.record, publicity, today)
    withdrawal = entry.record.withdrawal if reason == WITHDRAWN else None
    since = withdrawal.on if withdrawal else expires_on(entry.record, publicity)
    return Closed(entry, reason, since) if reason else None


def left_of(entry: Entry[ClosedCase]) -> Closed:
    """The same of a case of which nothing but a stub is left: it never opens again, whatever day it is."""
    record = entry.record
    return Closed(entry, WITHDRAWN if record.withdrawal else EXPIRED, record.closed_on)


def is_shown(case: Case, publicity: Publicity, today: datetime.date) -> bool:
    """Whether the case's facts may be read on `today`."""
    return is_public(case, today) and not closed(case, publicity, today)
