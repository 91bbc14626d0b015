"""The next free number: of a case in its year, of a month in the campaign, of a question in its topic.

Pure functions of what is there already. A number that was ever given is not given again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from portal.records.campaign import Campaign
from portal.records.month import Month


def next_case(year: int, paths: Iterable[str]) -> str:
    """`2026-004` after `content/cases/2026/2026-003.yaml`; gaps are not filled, their pages may have been read."""
    return _after(f"{year}-", (path.rpartition("/")[2] for path in paths))


def next_question(topic_slug: str, texts: Iterable[str]) -> str:
    """`cleaning-008` after the highest number that stands anywhere in `texts`, comments and retired questions included."""
    return _after(f"{topic_slug}-", texts)


def next_month(campaign: Campaign, present: Collection[str]) -> Month | None:
    """The first month of the campaign that has no figures yet; `None` when all have."""
    return next((month for month in campaign.months if str(month) not in present), None)


def _after(prefix: str, texts: Iterable[str]) -> str:
    number = re.compile(rf"(?<![a-z0-9-]){re.escape(prefix)}(\d{{3,}})(?![a-z0-9-])")
    highest = max((int(found) for text in texts for found in number.findall(text)), default=0)
    return f"{prefix}{highest + 1:03d}"
