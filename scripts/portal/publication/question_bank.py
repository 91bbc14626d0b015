"""What of the question bank everyone may see: ready questions, why others were retired, copies of its versions.

Reserved questions and drafts never leave this room, in previews neither: a question that is kept for papers must
not have been seen. Papers are printed from the frozen bank itself (`quiz.versions`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property

from portal.quiz.versions import BadVersion, BankVersion, PublicVersion, current, published, thaw
from portal.records import Entry, Site
from portal.records.blueprint import Blueprint
from portal.records.question import Question


class PublicBank:
    """The bank of a site as readers may see it; which questions are ready does not depend on the day."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def ready(self) -> tuple[Entry[Question], ...]:
        """The questions for everyone, by id."""
        return self._with_status("ready")

    @cached_property
    def retired(self) -> tuple[Entry[Question], ...]:
        """What is used no more, by id: readers learn the id, the day and the reason."""
        return self._with_status("retired")

    def _with_status(self, status: str) -> tuple[Entry[Question], ...]:
        found = (entry for entry in self._site.questions if entry.record.status == status)
        return tuple(sorted(found, key=lambda entry: entry.record.id))

    @property
    def present(self) -> str:
        """The id of today's bank, frozen or not."""
        return self._present.id

    @property
    def blueprints(self) -> tuple[Blueprint, ...]:
        return self._present.blueprints

    @cached_property
    def versions(self) -> Mapping[str, PublicVersion]:
        """What of each version may be published (`quiz.versions.published`) by its id, today's first."""
        shown = {entry.record.id for entry in self.ready}
        every = [self._present, *(one for one in self._frozen() if one.id != self.present)]
        return {one.id: published(one, {q.id for q in one.questions} - shown) for one in every}

    @cached_property
    def _present(self) -> BankVersion:
        return current(self._site)

    def _frozen(self) -> Iterator[BankVersion]:
        """All frozen versions; a damaged file is the rules' business."""
        for name, content in self._site.bank_versions.items():
            with suppress(BadVersion):
                yield thaw(name, content)
