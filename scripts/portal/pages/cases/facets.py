"""Facets of the cases: those that share one business type, focus, kind of food or year.

A facet has a list of its own (`listing`); a case's page leads to those it stands in.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from portal.pages.page import Link
from portal.publication.public_site import PublicSite
from portal.records import Entry, addresses
from portal.records.case import Case

Cases = list[Entry[Case]]
BUSINESS, FOCUS, PRODUCT, YEAR = "业态", "工作重点", "品种", "年份"


@dataclass(frozen=True)
class Facet:
    """One value of one group, with its cases in the order they were given."""

    group: str
    title: str
    address: str
    entries: Cases
    # How the value and its group are written in addresses.
    slug: str = ""
    part: str = ""

    @property
    def count(self) -> int:
        return len(self.entries)


def facets(public: PublicSite) -> list[Facet]:
    """All facets with at least one case, in the order of the vocabulary, newest year first."""
    # One word can be a business type and a focus at once (集体用餐配送), so the group is part of the key.
    by: dict[tuple[str, str], Cases] = defaultdict(list)
    for entry in public.cases:
        case = entry.record
        kinds = (
            (BUSINESS, case.business_type),
            (FOCUS, case.focus),
            (PRODUCT, case.product),
            (YEAR, case.year),
        )
        for group, value in kinds:
            if value:
                by[group, value].append(entry)
    groups = public.words.groups
    values = [
        *((BUSINESS, term.name, "business", term.id) for term in groups["business_types"].values()),
        *((FOCUS, term.name, "focus", term.id) for term in groups["focuses"].values()),
        *((PRODUCT, term.name, "product", term.id) for term in groups["products"].values()),
        *((YEAR, year, "year", year) for year in sorted({e.record.year for e in public.cases}, reverse=True)),
    ]
    return [
        Facet(
            group,
            f"{value}年" if group == YEAR else value,
            addresses.case_facet(part, slug),
            by[group, value],
            slug,
            part,
        )
        for group, value, part, slug in values
        if (group, value) in by
    ]


class FacetGroup(NamedTuple):
    """The facets of one group, its name and how it is written in addresses."""

    title: str
    part: str
    facets: list[Facet]


def grouped(found: list[Facet]) -> list[FacetGroup]:
    """The facets by group, both in the order given."""
    groups = {facet.group: facet.part for facet in found}
    return [
        FacetGroup(title, part, [facet for facet in found if facet.group == title])
        for title, part in groups.items()
    ]


def tags(public: PublicSite, case: Case) -> list[Link]:
    """The lists a case stands in, but for that of its year; a focus that is also its business once."""
    found = [("business", "business_types", case.business_type)]
    if case.focus != case.business_type:
        found.append(("focus", "focuses", case.focus))
    if case.product:
        found.append(("product", "products", case.product))
    return [
        Link(word, addresses.case_facet(part, public.words.slug(group, word))) for part, group, word in found
    ]
