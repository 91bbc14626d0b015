"""The files of a batch by name: what whoever prints finds in the folder."""

from __future__ import annotations

from tests.paper.made import TEMPLATES, made

from portal.paper.files import batch_files
from portal.records import Site


def test_a_batch_is_named_by_its_first_and_last_form_and_has_slips_only_where_wanted(site: Site) -> None:
    papers = [made(site, 3), made(site, 4)]
    kinds = ["papers", "keys", "strips"]
    assert list(batch_files(papers, TEMPLATES, "none", duplex=False)) == [
        f"daily-3-4-{kind}.html" for kind in kinds
    ]
    assert list(batch_files(papers, TEMPLATES, "slip", duplex=False))[-1] == "daily-3-4-slips.html"
