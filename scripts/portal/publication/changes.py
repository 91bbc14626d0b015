"""The days on which the same files give a different site, and what changes on each of them.

Takes a `Site`, touches nothing else. Until somebody builds again, a published site does not notice such a day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from portal.publication.dates import public_from
from portal.publication.period import expires_on
from portal.publication.reckoning import day_after
from portal.records import Site
from portal.records.case import Case
from portal.records.law import Law
from portal.records.outcome import Outcome
from portal.records.publicity import Publicity


class Change(NamedTuple):
    """What readers see from `on` on, in Chinese."""

    on: datetime.date
    what: str


Dated = Iterator[tuple[datetime.date | None, str]]


def changes(site: Site) -> list[Change]:
    """All of them, by day."""
    return sorted(Change(on, what) for on, what in _all(site) if on is not None)


def next_change(site: Site, today: datetime.date) -> datetime.date | None:
    """The first day after `today` on which the same files give a different site; `None` when none is ahead."""
    return next((change.on for change in changes(site) if change.on > today), None)


def _all(site: Site) -> Dated:
    for month in site.outcomes:
        yield from _of_month(month.record)
    for case in site.cases:
        yield from _of_case(case.record, site.publicity.record)
    for article in site.articles:
        yield public_from(article.record), f"文章 {article.record.id} 开始公开"
        yield article.record.updated_on, f"文章 {article.record.id} 更新"
    yield from ((public_from(risk.record), f"风险卡 {risk.record.id} 开始公开") for risk in site.risks)
    yield from ((public_from(one.record), f"经验做法 {one.record.id} 开始公开") for one in site.practices)
    yield from ((public_from(one.record), f"{one.record.title}开始公开") for one in site.spot_checks)
    yield from ((entry.record.on, f"更正与撤回：{entry.record.page}") for entry in site.corrections)
    for law in site.laws:
        yield from _of_law(law.record)
    for season in site.seasons:
        for dates in season.record.dates:
            yield dates.start, f"重点时段“{season.record.name}”开始"
            yield day_after(dates.end), f"重点时段“{season.record.name}”已过"
    yield from ((month.first_day, f"专项行动进入 {month}") for month in site.campaign.record.months)
    yield day_after(site.campaign.record.last_month.last_day), "专项行动期满"


def _of_month(month: Outcome) -> Dated:
    yield public_from(month), f"月度通报 {month.month} 开始公开"
    yield from ((revision.on, f"月度通报 {month.month} 更正") for revision in month.revisions)


def _of_case(case: Case, publicity: Publicity) -> Dated:
    start = public_from(case)
    if start is None:
        return
    expires = expires_on(case, publicity)
    withdrawn = case.withdrawal.on if case.withdrawal else None
    ends = min((day for day in (expires, withdrawn) if day), default=None)
    yield start, f"案例 {case.id} 开始公开"
    if withdrawn is None or (expires and expires < withdrawn):
        yield expires, f"案例 {case.id} 公示期满，要隐去"
    yield withdrawn, f"案例 {case.id} 撤回，要隐去"
    told = (one.on for one in case.corrections if ends is None or one.on < ends)
    yield from ((on, f"案例 {case.id} 更正") for on in told)


def _of_law(law: Law) -> Dated:
    yield from ((one.effective, f"《{law.short_title}》{one.id}施行") for one in law.versions)
    yield law.repealed.on if law.repealed else None, f"《{law.short_title}》废止"
