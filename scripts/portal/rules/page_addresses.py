"""Which pages the site has or will have: the addresses that a correction may point to.

Takes the site, gives addresses with the kind of record behind them. The pages themselves are made later, by a room
that rules know nothing of; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.records import Site

COLUMNS = (
    *(
        "campaign/",
        "outcomes/",
        "outcomes/units/",
        "outcomes/final/",
        "cases/",
        "knowledge/",
        "laws/",
        "risks/",
    ),
    *("seasons/", "practices/", "corrections/", "about/", "quiz/", "glossary/"),
    *("data/", "search/", "sitemap/", "elder/"),
    *("quiz/practice/", "quiz/exam/", "quiz/paper/", "quiz/mine/", "quiz/retired/"),
)
# What kind of file is behind the pages of a folder.
KINDS = {
    "cases": "case",
    "outcomes": "outcome",
    "laws": "law",
    "risks": "risk",
    "practices": "practice",
    "knowledge": "article",
}


def pages(site: Site) -> Iterator[str]:
    """The address of every column and every record's page, whether or not it is public yet."""
    yield from COLUMNS
    campaign = site.campaign.record
    yield from (f"campaign/{focus.id}/" for focus in campaign.focuses)
    yield from (f"campaign/{theme.id}/" for theme in (*campaign.basics, *campaign.innovations))
    yield from (f"outcomes/units/{unit.id}/" for unit in campaign.units)
    yield from (f"outcomes/{entry.record.month}/" for entry in site.outcomes)
    yield from (f"cases/{entry.record.id}/" for entry in site.cases)
    yield from (f"knowledge/{entry.record.section}/{entry.record.id}/" for entry in site.articles)
    yield from (f"laws/{entry.record.id}/" for entry in site.laws)
    yield from (f"risks/{entry.record.id}/" for entry in site.risks)
    yield from (f"seasons/{entry.record.id}/" for entry in site.seasons)
    yield from (f"practices/{entry.record.id}/" for entry in site.practices)
    ready = {entry.record.topic for entry in site.questions if entry.record.status == "ready"}
    yield from (f"quiz/{term.id}/" for term in site.words.groups["topics"].values() if term.name in ready)


def is_unread(site: Site, address: str) -> bool:
    """Whether the page belongs to a file that is there but could not be read."""
    steps = address.rstrip("/").split("/")
    kind = KINDS.get(steps[0])
    return kind is not None and site.exists_unread(kind, steps[-1])
