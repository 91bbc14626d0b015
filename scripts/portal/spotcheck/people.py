"""People of a month's spot checks: a first attempt with the retakes that belong to it, and counts of several.

Takes sittings with their marks from the days' files; here an answer becomes passed or not, and a firm a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from portal.records.month import Month

# A sitting is known by its day and its running number on that day.
Key = tuple[date, int]


class Sat(Protocol):
    """What is counted of a sitting (`spotcheck/sitting.py`)."""

    @property
    def day(self) -> date: ...
    @property
    def number(self) -> int: ...
    @property
    def firm(self) -> int: ...
    @property
    def business(self) -> str: ...
    @property
    def post(self) -> str: ...
    @property
    def retake_of(self) -> Key | None: ...


class Result(Protocol):
    """What is counted of its marks (`spotcheck/marks.py`)."""

    @property
    def passed(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who was examined; `firm` is the day and the firm's running number on it."""

    firm: Key
    business: str
    post: str
    passed: bool
    retaken: bool = False
    passed_after: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of several people, by the names of the fields of `records/spot_check.py`."""

    firms: int
    people: int
    passed: int
    retaken: int
    passed_after: int


def people_of(month: Month, sat: Iterable[tuple[Sat, Result]]) -> list[Person]:
    """Those who were examined for the first time in this month, with what came of their retakes in any month."""
    every = list(sat)
    by_key = {(one.day, one.number): one for one, _ in every}
    later: dict[Key, list[bool]] = {}
    for one, result in every:
        if one.retake_of is not None:
            later.setdefault(_first(one, by_key), []).append(result.passed)
    return [
        _person(one, result, later.get((one.day, one.number), []))
        for one, result in every
        if one.retake_of is None and Month.of(one.day) == month
    ]


def _first(one: Sat, by_key: dict[Key, Sat]) -> Key:
    """The first attempt that a retake belongs to, through retakes of retakes."""
    seen: set[Key] = set()
    key = (one.day, one.number)
    while (now := by_key.get(key)) and now.retake_of is not None and key not in seen:
        seen.add(key)
        key = now.retake_of
    return key


def _person(one: Sat, result: Result, retakes: list[bool]) -> Person:
    return Person(
        (one.day, one.firm),
        one.business,
        one.post,
        result.passed,
        # Whoever passed has nothing to sit again.
        bool(retakes) and not result.passed,
        result.passed or any(retakes),
    )


def tally(people: Sequence[Person]) -> Tally:
    return Tally(
        len({one.firm for one in people}),
        len(people),
        sum(one.passed for one in people),
        sum(one.retaken for one in people),
        sum(one.passed_after for one in people),
    )
