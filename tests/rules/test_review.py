"""Demonstration records are named one by one before anything goes to the public."""

from __future__ import annotations

from pathlib import Path

from portal.reading import read
from portal.rules.review import demo_records

SMALL = Path(__file__).parents[1] / "sites/small"


def test_every_demonstration_record_is_named() -> None:
    site = read(SMALL).site
    assert site
    found = demo_records(site)
    assert {one.code for one in found} == {"DEMO-01"}
    assert all(one.is_error for one in found)
    files = [one.file for one in found]
    assert files.count("content/campaign.yaml") == 1
    assert files.count("content/corrections.yaml") == 2
    assert len([file for file in files if file.startswith("content/cases/")]) == 4
    assert len(files) == 1 + 2 + 4 + 3 + 1
