"""A page of a 工作重点 names what the notice names, as far as there is something to read about it."""

from __future__ import annotations

from dataclasses import replace

from tests.pages.made import output, small_site, text

from portal.records import Entry
from portal.records.campaign import Subject

SUBJECTS = (
    Subject(name="乳制品", knowledge=("read-food-labels",), cases=("2024-001",)),
    Subject(name="预制菜"),
)


def test_subjects_lead_to_what_there_is_about_them() -> None:
    site = small_site()
    campaign = site.campaign.record
    first = campaign.focuses[0].model_copy(update={"subjects": SUBJECTS})
    changed = campaign.model_copy(update={"focuses": (first, *campaign.focuses[1:])})
    page = text(output(replace(site, campaign=Entry(changed, site.campaign.file))), f"campaign/{first.id}/")
    listed = page[page.index('id="subjects"') : page.index('id="outcomes"')]
    assert "乳制品" in listed
    assert "knowledge/public/read-food-labels/" in listed
    assert "cases/2024-001/" in listed
    assert "预制菜" not in listed
