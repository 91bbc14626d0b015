"""Dates are true: nothing bears the day on which the site was built."""

from __future__ import annotations

import re

from tests.pages.made import output, small_site, text

from portal.pages.machines.head import head

# A day on which nothing of the small site happens.
BUILT = "2025-02-13"
BUILD_DAY = re.compile(r"2025-02-13|2025年2月13日|20250213")
# Files that say what they hold as of a day, and when a calendar was written (RFC 5545, DTSTAMP).
AS_OF = re.compile(r'"(?:generated_for|created)": ?"2025-02-13|DTSTAMP:20250213')


def test_no_page_bears_the_day_on_which_it_was_built() -> None:
    made = output(small_site(), BUILT)
    for document in made.documents:
        assert not BUILD_DAY.search(head(document, made) + text(made, document.address)), document.address


def test_no_file_bears_it_either() -> None:
    made = output(small_site(), BUILT)
    for path, content in made.files.items():
        if path.endswith((".xml", ".json", ".csv", ".ics", ".html", ".svg", ".txt")):
            said = AS_OF.sub("", content().decode("utf-8", "replace"))
            assert not BUILD_DAY.search(said), path


def test_a_page_without_a_day_of_its_own_says_none() -> None:
    made = output(small_site(), BUILT)
    law = text(made, "laws/food-safety-law/")
    dateline = law[law.index("p-dateline") : law.index("p-tools")]
    assert "责任单位" in dateline
    assert "时间" not in dateline


def test_what_was_only_changed_does_not_claim_to_be_published_then() -> None:
    made = output(small_site(), BUILT)
    assert "更新时间：" in text(made, "cases/")
    assert "发布时间：" not in text(made, "cases/")
    assert "发布时间：" in text(made, "cases/2024-001/")
