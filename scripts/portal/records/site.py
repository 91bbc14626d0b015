"""`Site`: everything that people edit, read and typed, immutable; what all later stages start from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from portal.records.article import KnowledgeArticle
from portal.records.base import Record
from portal.records.blueprint import Blueprint
from portal.records.campaign import Campaign
from portal.records.case import Case
from portal.records.closed_case import ClosedCase
from portal.records.correction import Correction
from portal.records.glossary import GlossaryTerm
from portal.records.indicator import Indicators
from portal.records.law import Law
from portal.records.misspelling import Misspelling
from portal.records.month import Month
from portal.records.outcome import Outcome
from portal.records.practice import Practice
from portal.records.publicity import Publicity
from portal.records.question import Question
from portal.records.risk import Risk
from portal.records.search_word import SearchWord
from portal.records.season import Season
from portal.records.settings import Settings
from portal.records.spot_check import SpotCheck
from portal.records.static_file import StaticFile
from portal.records.vocabulary import Vocabulary, Words
from portal.source import KeyPath, SourceFile, Span

R_co = TypeVar("R_co", bound=Record, covariant=True)
# The bytes of a file below the site's root that staff have put there; `None` where there is none.
Files = Callable[[str], bytes | None]


def no_files(path: str) -> bytes | None:
    """The files of a site that has none."""
    return None


@dataclass(frozen=True)
class Entry(Generic[R_co]):
    """A record and where it stands: its file, and its path in the file when that holds several."""

    record: R_co
    file: SourceFile
    root: KeyPath = ()

    @property
    def path(self) -> str:
        return self.file.path

    def at(self, *path: str | int) -> Span:
        return self.file.at(*self.root, *path)

    def key(self, *path: str | int) -> Span:
        return self.file.key(*self.root, *path)


@dataclass(frozen=True)
class Site:
    """All records, each list in the order it is shown by default.

    `left_out` are the files of cases that no record of the site comes from, because of what is wrong in them.
    """

    settings: Entry[Settings]
    publicity: Entry[Publicity]
    indicators: Entry[Indicators]
    campaign: Entry[Campaign]
    vocabulary: Entry[Vocabulary]
    words: Words
    outcomes: tuple[Entry[Outcome], ...] = ()
    cases: tuple[Entry[Case], ...] = ()
    closed_cases: tuple[Entry[ClosedCase], ...] = ()
    laws: tuple[Entry[Law], ...] = ()
    risks: tuple[Entry[Risk], ...] = ()
    seasons: tuple[Entry[Season], ...] = ()
    practices: tuple[Entry[Practice], ...] = ()
    corrections: tuple[Entry[Correction], ...] = ()
    terms: tuple[Entry[GlossaryTerm], ...] = ()
    misspellings: tuple[Entry[Misspelling], ...] = ()
    search_words: tuple[Entry[SearchWord], ...] = ()
    articles: tuple[Entry[KnowledgeArticle], ...] = ()
    questions: tuple[Entry[Question], ...] = ()
    blueprints: tuple[Entry[Blueprint], ...] = ()
    spot_checks: tuple[Entry[SpotCheck], ...] = ()
    bank_versions: Mapping[str, bytes] = field(default_factory=dict)
    unreadable: Mapping[str, frozenset[str]] = field(default_factory=dict)
    static: Files = no_files
    static_files: tuple[StaticFile, ...] = ()
    left_out: tuple[SourceFile, ...] = ()

    @cached_property
    def law_by_name(self) -> dict[str, Entry[Law]]:
        """Laws under every name they are cited by."""
        return {name: entry for entry in self.laws for name in entry.record.names}

    @cached_property
    def right_by_wrong(self) -> dict[str, str]:
        """How a word that is often written wrongly is written; what only looks like one is right as it is."""
        records = [entry.record for entry in self.misspellings]
        exceptions = {one: one for record in records for one in record.exceptions}
        return {wrong: record.right for record in records for wrong in record.wrong} | exceptions

    @cached_property
    def article_by_id(self) -> dict[str, Entry[KnowledgeArticle]]:
        return {entry.record.id: entry for entry in self.articles}

    @cached_property
    def risk_by_id(self) -> dict[str, Entry[Risk]]:
        return {entry.record.id: entry for entry in self.risks}

    @cached_property
    def outcome_by_month(self) -> dict[Month, Entry[Outcome]]:
        return {entry.record.month: entry for entry in self.outcomes}

    @cached_property
    def reviewed_ids(self) -> Counter[str]:
        """How often an id is borne by what is reviewed: each kind has its own."""
        lists: tuple[tuple[Entry[Case | KnowledgeArticle | Risk | Practice], ...], ...]
        lists = (self.cases, self.articles, self.risks, self.practices)
        return Counter(entry.record.id for listed in lists for entry in listed)

    def exists_unread(self, kind: str, identifier: str) -> bool:
        """A file of that name is there but could not be read: a reference to it is not the fault."""
        return identifier in self.unreadable.get(kind, frozenset())

    @property
    def has_demo(self) -> bool:
        lists: tuple[tuple[Entry[Outcome | Case | ClosedCase | Practice | Correction | SpotCheck], ...], ...]
        lists = (self.outcomes, self.cases, self.closed_cases, self.practices, self.corrections)
        lists += (self.spot_checks,)
        return self.campaign.record.demo_units or any(
            entry.record.demo for listed in lists for entry in listed
        )
