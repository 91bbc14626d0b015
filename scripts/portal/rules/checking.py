"""Run all rules; keep what they found record by record, so that a preview repeats only what changed."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from types import ModuleType

from portal.reading.record_kinds import kind_of
from portal.records import Entry, Site
from portal.records.base import Record
from portal.rules import (
    article_blocks,
    article_emphasis,
    article_headings,
    article_links,
    article_lists,
    article_reading,
    article_shape,
    article_tables,
    article_text,
    citations,
    dates_in_text,
    formerly,
    freshness,
    indicators,
    laws,
    leftovers,
    links,
    lists,
    markup_in_fields,
    misspellings,
    named_laws,
    neutrality,
    outcome_cases,
    outcome_dates,
    outcome_history,
    outcome_parts,
    outcome_revisions,
    outcomes,
    papers,
    privacy,
    promises,
    publicity,
    publicity_dates,
    publicity_fields,
    publicity_periods,
    questions,
    references,
    remarks_left,
    review,
    search_words,
    sentences,
    settings,
    signatures,
    spot_checks,
    stated_amounts,
    teaching,
    withdrawals,
    written_sums,
)
from portal.rules.engine import RecordRule, SiteRule
from portal.rules.items import waivers
from portal.rules.items.families import ITEMS
from portal.rules.static import drawings, kinds, metadata, names, texts
from portal.source import MAX_PER_FILE, Diagnostic, capped

FAMILIES: tuple[ModuleType, ...] = (
    privacy,
    publicity,
    publicity_dates,
    publicity_fields,
    publicity_periods,
    teaching,
    stated_amounts,
    withdrawals,
    review,
    signatures,
    article_shape,
    article_text,
    links,
    article_lists,
    article_headings,
    article_emphasis,
    article_links,
    article_tables,
    article_blocks,
    article_reading,
    neutrality,
    promises,
    sentences,
    misspellings,
    written_sums,
    leftovers,
    remarks_left,
    markup_in_fields,
    dates_in_text,
    citations,
    named_laws,
    search_words,
    outcomes,
    outcome_parts,
    outcome_dates,
    outcome_history,
    outcome_revisions,
    outcome_cases,
    questions,
    *ITEMS,
    waivers,
    papers,
    spot_checks,
    references,
    formerly,
    indicators,
    lists,
    laws,
    freshness,
    settings,
    names,
    kinds,
    drawings,
    metadata,
    texts,
)
# Records of these kinds are looked at by themselves; a change to any other file may change the
# verdict on all records.
STANDALONE = ("case", "article", "risk", "practice")


def _rules(families: tuple[ModuleType, ...]) -> Iterator[RecordRule | SiteRule]:
    for family in families:
        yield from (value for value in vars(family).values() if isinstance(value, RecordRule | SiteRule))


RULES: tuple[RecordRule | SiteRule, ...] = tuple(_rules(FAMILIES))


@dataclass(frozen=True)
class Findings:
    """Diagnostics of record rules by file, and those of site rules."""

    today: datetime.date
    by_file: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    of_site: tuple[Diagnostic, ...] = ()

    @property
    def all(self) -> list[Diagnostic]:
        return capped(chain(self.of_site, *self.by_file.values()))


def check(
    site: Site, today: datetime.date, earlier: Findings | None = None, changed: Collection[str] = ()
) -> Findings:
    """All findings on `site` as of `today`; with `earlier`, records in files not in `changed` are not looked at again."""
    reusable = earlier if earlier and earlier.today == today and _only_standalone(changed) else None
    by_file: dict[str, list[Diagnostic]] = {}
    for name in sorted({name for rule in RULES if isinstance(rule, RecordRule) for name in rule.on}):
        rules = [rule for rule in RULES if isinstance(rule, RecordRule) and name in rule.on]
        for entry in _entries(site, name):
            if reusable and entry.path not in changed:
                by_file[entry.path] = list(reusable.by_file.get(entry.path, ()))
            else:
                by_file.setdefault(entry.path, []).extend(_on_record(rules, entry, site, today))
    of_site = tuple(one for rule in RULES if isinstance(rule, SiteRule) for one in rule.check(site, today))
    return Findings(today, {path: tuple(found) for path, found in by_file.items() if found}, of_site)


def _entries(site: Site, name: str) -> tuple[Entry[Record], ...]:
    """The records of a list of the site, or the one record of a single file such as the campaign's."""
    found: Entry[Record] | tuple[Entry[Record], ...] = getattr(site, name)
    return (found,) if isinstance(found, Entry) else found


def _on_record(
    rules: list[RecordRule], entry: Entry[Record], site: Site, today: datetime.date
) -> Iterator[Diagnostic]:
    # One more than are shown, so that it is told that there are more.
    for rule in rules:
        yield from islice(rule.run(entry, site, today), MAX_PER_FILE + 1)


def _only_standalone(changed: Collection[str]) -> bool:
    return all((kind := kind_of(path)) is not None and kind.name in STANDALONE for path in changed)
