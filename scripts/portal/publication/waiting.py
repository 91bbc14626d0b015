"""What a site of a day leaves out, and why: for whoever publishes it and asks where a record has gone.

Takes a `Site` and a day, gives keys of records (`case:2024-001`) by reason, each reason in the order it is told.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from enum import Enum

from portal.publication.dates import Publishable, closed, is_public
from portal.publication.published import key_of
from portal.records import Entry, Site
from portal.records.case import Case
from portal.records.outcome import Outcome
from portal.records.spot_check import SpotCheck

STEPS = {"drafted": "初审", "checked": "复审", "approved": "终审"}


class Reason(Enum):
    """Why a record does not show what it says; the last two keep their address."""

    DRAFT = "没有发布日期"
    UNSIGNED = "三审没有签完"
    FUTURE = "还没有到发布日期"
    EXPIRED = "公示期满，已经隐去"
    WITHDRAWN = "已撤回"


def left_out(site: Site, today: datetime.date) -> dict[Reason, list[str]]:
    """The keys of what is not shown on `today`; a record has one reason."""
    found: dict[Reason, list[str]] = defaultdict(list)
    for kind, entry in records(site):
        if reason := _reason(entry.record, site, today):
            found[reason].append(key_of(kind, entry))
    return {reason: found[reason] for reason in Reason if reason in found}


def records(site: Site) -> Iterator[tuple[str, Entry[Publishable]]]:
    """Every record that has a day of publication or waits for one, with the kind that its key begins with."""
    yield from (("case", case) for case in site.cases)
    yield from (("article", article) for article in site.articles)
    yield from (("risk", risk) for risk in site.risks)
    yield from (("practice", practice) for practice in site.practices)
    yield from (("month", month) for month in site.outcomes)
    yield from (("spot-check", month) for month in site.spot_checks)


def missing_steps(record: Publishable) -> list[str]:
    """The reviews that nobody has signed, in Chinese."""
    if isinstance(record, Outcome | SpotCheck):
        return []
    return [STEPS[name] for name, signature in record.review.steps if signature is None]


def _reason(record: Publishable, site: Site, today: datetime.date) -> Reason | None:
    if not is_public(record, today):
        if record.published_on is None:
            return Reason.DRAFT
        return Reason.UNSIGNED if missing_steps(record) else Reason.FUTURE
    why = closed(record, site.publicity.record, today) if isinstance(record, Case) else ""
    return {"expired": Reason.EXPIRED, "withdrawn": Reason.WITHDRAWN}.get(why)
