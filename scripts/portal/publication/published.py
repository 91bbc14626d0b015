"""The records that a site of one day shows, each under its key (`case:2024-001`): where, in which state, since when.

Takes a `Site` and a day, gives what the manifest of a built site keeps and what the next build is compared with.
No title stands here, only a hash of it, and none of a case that is closed: manifests outlive what they tell of.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from portal.publication.dates import WITHDRAWN, Publishable, public_from
from portal.publication.public_site import PublicSite
from portal.records import Entry, Site, addresses
from portal.records.closed_case import ClosedCase

State = Literal["open", "closed", "withdrawn", "moved"]
# What staff call the records that have a key.
TITLES = {
    **{"case": "案例", "article": "文章", "risk": "风险卡", "practice": "经验做法", "month": "月度通报"},
    "spot-check": "抽查考核情况",
}
STATES: dict[State, str] = {"open": "公开", "closed": "公示期满", "withdrawn": "已撤回", "moved": "换了编号"}


@dataclass(frozen=True)
class Published:
    """A record's page. `on` is the day from which it is in this state; `to` is where a moved one leads.

    `title` is a hash that is equal for equal titles, empty unless the record is open.
    """

    address: str
    state: State
    on: datetime.date
    title: str = ""
    to: str = ""


def published(site: Site, day: datetime.date) -> dict[str, Published]:
    """What the site of `day` shows, by key, in order; where a record was moved from, too."""
    return dict(sorted(_all(PublicSite(site, day))))


def in_words(key: str) -> str:
    """`案例 2024-001` for `case:2024-001`."""
    kind, _, identifier = key.partition(":")
    return f"{TITLES.get(kind, kind)} {identifier}"


def key_of(kind: str, entry: Entry[Publishable] | Entry[ClosedCase]) -> str:
    return f"{kind}:{entry.record.id}"


def of_kinds(public: PublicSite) -> Iterator[tuple[str, Entry[Publishable]]]:
    """Every record that is open, with the kind that its key begins with."""
    yield from (("case", case) for case in public.cases)
    yield from (("article", article) for article in public.articles)
    yield from (("risk", risk) for risk in public.risks)
    yield from (("practice", practice) for practice in public.practices)
    yield from (("month", month) for month in public.outcomes)
    yield from (("spot-check", month) for month in public.spot_checks)


def _all(public: PublicSite) -> Iterator[tuple[str, Published]]:
    for kind, entry in of_kinds(public):
        address = addresses.of_record(entry.record)
        since = public_from(entry.record) or public.today
        yield key_of(kind, entry), Published(address, "open", since, _title(entry))
        yield from _moved(kind, entry, since)
    for one in public.closed_cases:
        state: State = "withdrawn" if one.reason == WITHDRAWN else "closed"
        since = one.on or public.today
        yield key_of("case", one.entry), Published(addresses.of_record(one.entry.record), state, since)
        yield from _moved("case", one.entry, since)


def _moved(
    kind: str, entry: Entry[Publishable] | Entry[ClosedCase], since: datetime.date
) -> Iterator[tuple[str, Published]]:
    target = addresses.of_record(entry.record)
    for former, address in addresses.formerly(entry.record):
        yield f"{kind}:{former}", Published(address, "moved", since, to=target)


def _title(entry: Entry[Publishable]) -> str:
    title = getattr(entry.record, "title", "")
    return hashlib.sha256(title.encode("utf-8")).hexdigest()[:16] if title else ""
