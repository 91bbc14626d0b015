"""Whether the text that paraphrases follow is still the one in force depends on the day, not on the newest version."""

from __future__ import annotations

import datetime

import pytest

from portal.publication.staleness import outdated
from portal.records.law import Law

LAW = Law.model_validate(
    {
        "id": "example-regulation",
        "title": "示例条例",
        "short_title": "示例条例",
        "kind": "地方性法规",
        "issuer": "示例市人民代表大会常务委员会",
        "official_url": "https://example.invalid/",
        "last_article": 10,
        "summary": "示例",
        "versions": [
            {"id": "2017年", "adopted": "2017-01-20", "effective": "2017-03-20"},
            {"id": "2024年修正", "adopted": "2024-05-01", "effective": "2024-07-01"},
            {"id": "2025年修正", "adopted": "2024-11-01", "effective": "2025-01-01"},
        ],
        "text_version": "2017年",
    }
)


@pytest.mark.parametrize(
    ("today", "successor"),
    [
        (datetime.date(2024, 6, 30), None),
        (datetime.date(2024, 7, 1), "2024年修正"),
        (datetime.date(2024, 12, 31), "2024年修正"),
        (datetime.date(2025, 1, 1), "2025年修正"),
    ],
)
def test_a_version_takes_over_on_the_day_it_becomes_effective(
    today: datetime.date, successor: str | None
) -> None:
    assert outdated(LAW, today) == successor


def test_paraphrases_of_a_version_to_come_are_not_outdated() -> None:
    ahead = LAW.model_copy(update={"text_version": "2025年修正"})
    assert outdated(ahead, datetime.date(2024, 12, 1)) is None
