"""What a feed is made of, and its dates as midnight in Shanghai."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))
LANGUAGE = "zh-CN"
# Characters that XML 1.0 cannot hold.
UNWRITABLE = dict.fromkeys(
    [*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
)


@dataclass(frozen=True)
class Entry:
    """One piece of news; `id` never changes, `url` is where to read it.

    `content` is its whole text as HTML whose links are absolute; an entry without one has its `summary` only.
    """

    id: str
    title: str
    url: str
    summary: str
    published: datetime.date
    updated: datetime.date
    author: str = ""
    categories: tuple[str, ...] = ()
    content: str = ""


@dataclass(frozen=True)
class Feed:
    """One feed; `id` never changes, `since` is the date of a feed that has no entry yet."""

    id: str
    title: str
    subtitle: str
    home: str
    author: str
    since: datetime.date
    entries: tuple[Entry, ...] = field(default=())

    @property
    def updated(self) -> datetime.date:
        return max((entry.updated for entry in self.entries), default=self.since)


def midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), SHANGHAI)


def writable(text: str) -> str:
    return text.translate(UNWRITABLE)
