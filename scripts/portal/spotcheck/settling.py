"""A month's sittings with their marks → the record that is left of it, and whether it may be settled yet.

Whoever failed may still be examined again, so a month waits until that has happened, or a year has passed. The sums of the
questions are taken here, because the sittings are deleted afterwards.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from portal.records.month import Month
from portal.records.spot_check import FEWEST, SpotCheck
from portal.spotcheck.disclosure import put_together
from portal.spotcheck.marks import Marked
from portal.spotcheck.people import Key, Person, people_of, tally
from portal.spotcheck.sitting import Sitting
from portal.spotcheck.statistics import item_sums

# Rows by person are kept no longer than this after the month, whether or not everybody came again.
LONGEST = datetime.timedelta(days=365)
SCHEMA_LINE = "# yaml-language-server: $schema=../../site_config/schemas/spot-check.schema.json"
COUNTS = ("firms", "people", "passed", "retaken", "passed_after")
Sat = Sequence[tuple[Sitting, Marked]]


def waiting(month: Month, sat: Sat, today: datetime.date) -> list[Key]:
    """Whose retake is still to come; nobody's once the month lies a year behind."""
    if today > month.last_day + LONGEST:
        return []
    again = {one.retake_of for one, _ in sat}
    return [
        (one.day, one.number)
        for one, result in sat
        if Month.of(one.day) == month
        and one.retake_of is None
        and not result.passed
        and (one.day, one.number) not in again
    ]


def settled(month: Month, sat: Sat, should: int | None = None) -> SpotCheck | None:
    """The record of the month, not published yet; `None` where nobody was examined. `sat` has later retakes, too."""
    people = people_of(month, sat)
    if not people:
        return None
    of_month = [(one, result) for one, result in sat if Month.of(one.day) == month]
    items = [
        {"id": item, "version": version, **asdict(sums)}
        for (item, version), sums in item_sums(of_month).items()
        if sums.n >= FEWEST  # whoever knows who sat that paper would know what they answered
    ]
    rows = {"by_business": _rows(people, "business"), "by_post": _rows(people, "post")}
    counts = {"month": month, "should": should, "items": items, **asdict(tally(people)), **rows}
    return SpotCheck.model_validate(counts)


def text_of(record: SpotCheck) -> str:
    """The file of a month, as staff would write it; `published_on` is theirs to fill in."""
    lines = [
        SCHEMA_LINE,
        f"month: {record.month}",
        "# 核对以后填上发布日期，没有的不上网。",
        "# published_on:",
    ]
    lines += [f"{field}: {getattr(record, field)}" for field in COUNTS]
    lines += [f"should: {record.should}"] if record.should is not None else []
    for field in ("by_business", "by_post"):
        rows = getattr(record, field)
        lines += [f"{field}:"] if rows else []
        lines += [
            f"  - {{name: {row.name}, {_flow((one, getattr(row, one)) for one in COUNTS)}}}" for row in rows
        ]
    lines += ["items:"] if record.items else []
    for item in record.items:
        sums = _flow((name, value) for name, value in item if name != "chosen")
        chosen = _flow((f'"{name}"', count) for name, count in sorted(item.chosen.items()))
        lines.append(f"  - {{{sums}, chosen: {{{chosen}}}}}")
    return "\n".join(lines) + "\n"


def _flow(pairs: Iterable[tuple[str, Any]]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in pairs)


def _rows(people: Sequence[Person], by: str) -> list[dict[str, Any]]:
    groups: dict[str, list[Person]] = {}
    for one in people:
        groups.setdefault(getattr(one, by), []).append(one)
    return [{"name": name, **asdict(tally(rows))} for name, rows in put_together(groups).items()]
