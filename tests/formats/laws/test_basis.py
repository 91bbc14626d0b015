"""The phrase behind a question is looked up in the article that it cites."""

from __future__ import annotations

import datetime

from tests.pages.made import small_site

from portal.formats.laws.basis import verify

DAY = datetime.date(2024, 12, 1)


def test_a_law_without_a_text_is_told_once_and_nothing_counts_as_found() -> None:
    site = small_site()
    result = verify(site, {}, DAY)
    in_use = [entry for entry in site.questions if entry.record.status != "retired"]
    assert (result.checked, result.found) == (len(in_use), 0)
    assert result.problems
