"""Columns and lists: every address leads somewhere, and nothing stands there empty."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.pages.made import output, small_site, text

from portal.records import Entry, Site

# Lists that scripts fill are hidden until then.
EMPTY_LIST = re.compile(r"<(ul|ol|dl|tbody)(?![^>]*\shidden)[^>]*>\s*</\1>")
# A heading right before another of its rank or before the end of the content.
EMPTY_SECTION = re.compile(r"<h2[^>]*>[^<]*</h2>\s*(?:<h2|<footer)")
UNNAMED_TABLE = re.compile(r"<table(?![^>]*aria-hidden)[^>]*>\s*(?!<caption)<")


@pytest.fixture(scope="module")
def site() -> Site:
    return small_site()


def bare(site: Site) -> Site:
    """A site that has just been started: a campaign and nothing else."""
    campaign = site.campaign.record.model_copy(update={"basics": (), "innovations": (), "goals": ()})
    return replace(
        site,
        campaign=Entry(campaign, site.campaign.file),
        outcomes=(),
        cases=(),
        risks=(),
        seasons=(),
        practices=(),
        corrections=(),
        articles=(),
        laws=tuple(Entry(one.record.model_copy(update={"articles": ()}), one.file) for one in site.laws[:1]),
    )


def test_practices_have_a_column(site: Site) -> None:
    made = output(site)
    assert "cold-chain-card" in text(made, "practices/")
    campaign = next(entry for entry in made.navigation if entry.id == "campaign")
    assert "practices/" in [child.address for child in campaign.children]
    empty = output(replace(site, practices=()))
    assert "还没有发布经验做法" in text(empty, "practices/")


def test_no_two_entries_of_the_menu_read_alike(site: Site) -> None:
    names = [child.title for entry in output(site).navigation for child in entry.children]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("started", [True, False], ids=["bare", "small"])
def test_nothing_stands_empty(site: Site, started: bool) -> None:
    made = output(bare(site) if started else site)
    for document in made.documents:
        page = text(made, document.address)
        assert not EMPTY_LIST.search(page), document.address
        assert not EMPTY_SECTION.search(page), document.address


def test_every_table_has_a_name(site: Site) -> None:
    made = output(site)
    for document in made.documents:
        # A kit shows an article's own Markdown, where tables have no captions.
        if document.kind.name != "kit":
            assert not UNNAMED_TABLE.search(text(made, document.address)), document.address


def test_the_number_of_focuses_is_not_claimed(site: Site) -> None:
    assert "六个" not in text(output(site), "campaign/")
