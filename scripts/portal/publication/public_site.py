"""`PublicSite`: the records as readers may see them on a day; the only way for pages, feeds and data to see any.

Takes the `Site` and today; what is not public is left out here, once, so that nothing made from it can show it.
Whatever takes a `PublicSite` cannot be handed a `Site`: a leaking draft does not type-check. Each decision stands
in the module it is imported from. Printed papers have a door of their own, the frozen bank (`quiz.versions`).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from portal.publication import shown
from portal.publication.dates import Closed, Publishable, closing, is_public, left_of
from portal.publication.period import Period, last_day, period
from portal.publication.question_bank import PublicBank
from portal.publication.staleness import Verified, needs_review
from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.records.campaign import Campaign
from portal.records.case import Case, CaseCorrection
from portal.records.closed_case import ClosedCase
from portal.records.correction import Correction
from portal.records.indicator import Indicator
from portal.records.outcome import Outcome, Revision
from portal.records.practice import Practice
from portal.records.risk import Risk
from portal.records.settings import Settings
from portal.records.spot_check import SpotCheck
from portal.records.static_file import Form

P = TypeVar("P", Case, KnowledgeArticle, Practice, Risk, Outcome, SpotCheck)


class PublicSite:
    """The site of one day. With `drafts`, records that are not public yet are there too, for previews only."""

    def __init__(self, site: Site, today: datetime.date, *, drafts: bool = False) -> None:
        self._site, self.today, self.drafts = site, today, drafts
        # What nobody has to wait for: settings, words, and the law of all days.
        self.settings: Settings = site.settings.record
        self.campaign: Campaign = site.campaign.record
        self.campaign_path = site.campaign.path
        self.words = site.words
        self.laws, self.law_by_name = site.laws, site.law_by_name
        self.seasons, self.terms = site.seasons, site.terms
        self.search_words, self.misspellings = site.search_words, site.misspellings
        self.indicator_groups = site.indicators.record.groups
        self.views = site.indicators.record.views
        self.has_demo = site.has_demo
        # What staff put beside the pages is there as long as it lies there.
        self.static_files = tuple(one for one in site.static_files if one.form is Form.FILE)

    def is_draft(self, entry: Entry[Publishable] | Entry[ClosedCase]) -> bool:
        """Whether the record is here for a preview only."""
        return not is_public(entry.record, self.today)

    def _public(self, entries: Iterable[Entry[P]]) -> list[Entry[P]]:
        return [entry for entry in entries if self.drafts or not self.is_draft(entry)]

    @cached_property
    def articles(self) -> list[Entry[KnowledgeArticle]]:
        """Newest first, as cases and practices."""
        return sorted(self._public(self._site.articles), key=_newest, reverse=True)

    @cached_property
    def practices(self) -> list[Entry[Practice]]:
        return sorted(self._public(self._site.practices), key=_newest, reverse=True)

    @cached_property
    def risks(self) -> list[Entry[Risk]]:
        """In the order of their ids."""
        return self._public(self._site.risks)

    @cached_property
    def outcomes(self) -> list[Entry[Outcome]]:
        """Published months, oldest first."""
        return self._public(self._site.outcomes)

    @cached_property
    def spot_checks(self) -> list[Entry[SpotCheck]]:
        """Published months of spot checks, oldest first."""
        return self._public(self._site.spot_checks)

    @cached_property
    def cases(self) -> list[Entry[Case]]:
        """Cases whose facts may be shown."""
        hidden = {closed.entry.record.id for closed in self.closed_cases}
        return [entry for entry in self._published_cases if entry.record.id not in hidden]

    @cached_property
    def closed_cases(self) -> list[Closed]:
        """Cases that were public and may no longer show anything but their address."""
        left = [left_of(entry) for entry in self._site.closed_cases if not self.is_draft(entry)]
        # A stub counts more than a file of the same id, which only lies there until it is taken away.
        stubs = {closed.entry.record.id for closed in left}
        found = (closing(entry, self._site.publicity.record, self.today) for entry in self._published_cases)
        closed = [one for one in found if one and one.entry.record.id not in stubs]
        return sorted([*closed, *left], key=lambda one: _newest(one.entry), reverse=True)

    @cached_property
    def hidden_case_ids(self) -> frozenset[str]:
        """Cases that are closed or not public yet: of these nothing is told but that something was put right."""
        shown = {entry.record.id for entry in self.cases}
        ids = {entry.record.id for entry in self._site.cases}
        ids |= {entry.record.id for entry in self._site.closed_cases}
        return frozenset(ids - shown)

    @cached_property
    def _published_cases(self) -> list[Entry[Case]]:
        return sorted(self._public(self._site.cases), key=_newest, reverse=True)

    @cached_property
    def corrections(self) -> list[Correction]:
        """Entries of the log made by today, newest first."""
        made = (entry.record for entry in self._site.corrections if entry.record.on <= self.today)
        return sorted(made, key=attrgetter("on"), reverse=True)

    @cached_property
    def bank(self) -> PublicBank:
        return PublicBank(self._site)

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The indicators that readers may see, by id."""
        return {one.id: one for one in self._site.indicators.record.indicators if one.public}

    @cached_property
    def figures_are_demo(self) -> bool:
        """Whether pages with figures must say that they are invented."""
        return self.campaign.demo_units or any(entry.record.demo for entry in self.outcomes)

    def linked_articles(self, ids: Iterable[str]) -> list[KnowledgeArticle]:
        """The public ones among the articles named."""
        public = {entry.record.id: entry.record for entry in self.articles}
        return [public[one] for one in ids if one in public]

    def period(self, case: Case) -> Period | None:
        """How long a named case stays public, and by which article; `None` for teaching cases."""
        return period(case, self._site.publicity.record)

    def last_day(self, case: Case) -> datetime.date | None:
        """The last day on which the party and the facts are shown; `None` when they are shown for good."""
        return last_day(case, self._site.publicity.record)

    @cached_property
    def ends(self) -> dict[str, str]:
        """Case id → its last public day (`2027-03-16`), for the cases that have one."""
        days = ((entry.record.id, self.last_day(entry.record)) for entry in self.cases)
        return {identifier: day.isoformat() for identifier, day in days if day}

    def authority(self, case: Case) -> str:
        """Who took the decision: the bureau, unless the case says otherwise."""
        return case.decision.authority or self.settings.bureau

    def shown_corrections(self, case: Case) -> list[CaseCorrection]:
        return shown.shown_corrections(case, self.today)

    def shown_revisions(self, outcome: Outcome) -> list[Revision]:
        return shown.shown_revisions(outcome, self.indicators, self.today)

    def changed_on(self, record: shown.Changing) -> datetime.date | None:
        """The day of the last change that is shown; `None` where nothing has changed since publication."""
        return shown.changed_on(record, self.indicators, self.today)

    def updated_on(self, record: shown.Changing) -> datetime.date | None:
        """The day of the last change that is shown, else that of publication."""
        return self.changed_on(record) or record.published_on

    def needs_review(self, record: Verified) -> bool:
        """Whether it must carry 待复核: what it cites has changed since it was checked."""
        return needs_review(record, self.law_by_name, self.today)


def _newest(
    entry: Entry[Case] | Entry[ClosedCase] | Entry[KnowledgeArticle] | Entry[Practice],
) -> tuple[datetime.date, str]:
    """For sorting: by day of publication, drafts after everything published."""
    return (entry.record.published_on or datetime.date.max, entry.record.id)
