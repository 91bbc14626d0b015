"""The pages that a correction may point to are the pages that are made."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from jinja2 import Environment

from portal.pages import generate
from portal.publication.public_site import PublicSite
from portal.reading import read
from portal.records import addresses

SMALL = Path(__file__).parents[1] / "sites/small"
# Lists of cases by word or page change with the cases, kits with their records; nobody corrects those, nor pages that
# only lead on to a new address.
LISTS = re.compile(r"cases/(?:[a-z-]+/[a-z0-9-]+/)?(?:page/\d+/)?|kit/.*")


def test_every_page_but_home_and_lists_can_be_corrected() -> None:
    site = read(SMALL).site
    assert site
    public = PublicSite(site, datetime.date(2024, 12, 1), drafts=True)
    made = generate(public, Environment(autoescape=True)).documents
    known = {*addresses.DOCUMENTS, *addresses.of_records(site)}
    moved = {f"risks/{former}/" for entry in site.risks for former in entry.record.formerly}
    assert moved
    there = {one.address for one in made if one.address and not LISTS.fullmatch(one.address)} - moved
    assert there == {address for address in known if not LISTS.fullmatch(address)}
