"""Facets of the cases: those that share one business type, focus or year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from portal.pages import addresses
from portal.records import Entry, Site
from portal.records.case import Case

Cases = list[Entry[Case]]


@dataclass(frozen=True)
class Facet:
    """One value of one group, with its cases in the order they were given."""

    group: str
    title: str
    address: str
    entries: Cases

    @property
    def count(self) -> int:
        return len(self.entries)


def facets(site: Site, cases: Cases) -> list[Facet]:
    """All facets with at least one case: 业态, 工作重点, 年份, in the order of the vocabulary, newest year first."""
    by: dict[str, Cases] = defaultdict(list)
    for entry in cases:
        for value in (entry.record.business_type, entry.record.focus, entry.record.year):
            by[value].append(entry)
    groups = site.words.groups
    values = [
        *(("业态", term.name, "business", term.id) for term in groups["business_types"].values()),
        *(("工作重点", term.name, "focus", term.id) for term in groups["focuses"].values()),
        *(("年份", year, "year", year) for year in sorted({e.record.year for e in cases}, reverse=True)),
    ]
    return [
        Facet(group, f"{value}年" if group == "年份" else value, addresses.case_facet(part, slug), by[value])
        for group, value, part, slug in values
        if value in by
    ]
