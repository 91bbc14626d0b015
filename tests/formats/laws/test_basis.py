"""The phrase behind a question is looked up in the article that it cites."""

from __future__ import annotations

import datetime
from dataclasses import replace

from tests.pages.made import changed, small_site

from portal.formats.laws.basis import Texts, verify
from portal.records.law import Version

DAY = datetime.date(2024, 12, 1)


def test_a_law_without_a_text_is_told_once_and_nothing_counts_as_found() -> None:
    site = small_site()
    result = verify(site, {}, DAY)
    in_use = [entry for entry in site.questions if entry.record.status != "retired"]
    assert (result.checked, result.found) == (len(in_use), 0)
    assert result.problems


def test_the_text_is_that_of_the_version_the_record_explains_even_before_its_first_day() -> None:
    """A question on a rule of tomorrow is looked up in tomorrow's text, today as well as tomorrow."""
    site = small_site()
    law = site.laws[0].record
    versions = (
        Version(id="旧", adopted=datetime.date(2020, 1, 1), effective=datetime.date(2020, 1, 1)),
        Version(id="新", adopted=datetime.date(2024, 6, 1), effective=DAY + datetime.timedelta(days=1)),
    )
    names = [f"{law.short_title}(2020-01-01).md", f"{law.short_title}(2024-06-01).md"]
    for text_version, chosen in (("旧", names[0]), ("新", names[1])):
        laws = changed(site.laws, law.id, versions=versions, text_version=text_version)
        texts = Texts(replace(site, laws=laws), dict.fromkeys(names, ""), DAY)
        assert texts.files[law.id] == chosen
