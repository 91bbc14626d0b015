"""Nobody can be worked out of what is published of a month: every way to fill the hidden rows is tried."""

from __future__ import annotations

import datetime
import random
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from portal.records.spot_check import FEWEST, OTHERS
from portal.spotcheck.disclosure import Groups, put_together
from portal.spotcheck.people import Person, Tally, tally

DAY = datetime.date(2026, 12, 1)


def people(name: str, passed: list[bool], firms: int = 3) -> list[Person]:
    return [
        Person((DAY, ord(name) * 10 + n % firms), name, name, ok, not ok, ok) for n, ok in enumerate(passed)
    ]


def groups(**counts: tuple[int, int]) -> Groups:
    """`A=(12, 10)`: twelve people of A, of whom ten passed."""
    return {name: people(name, [n < passed for n in range(of)]) for name, (of, passed) in counts.items()}


@cache
def ways(rows: int, people: int, most: int) -> tuple[tuple[int, ...], ...]:
    """All ways to fill so many rows with these people, at least one in each, `most` in one at most."""
    if rows == 1:
        return ((people,),) if 1 <= people <= most else ()
    firsts = range(1, min(most, people - rows + 1) + 1)
    return tuple((first, *rest) for first in firsts for rest in ways(rows - 1, people - first, most))


def fillings(rows: int, whole: int, limits: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """All ways to share a count among rows that hold at most their limit."""
    if rows == 1:
        if whole <= limits[0]:
            yield (whole,)
        return
    for first in range(min(whole, limits[0]) + 1):
        for rest in fillings(rows - 1, whole - first, limits[1:]):
            yield (first, *rest)


def worked_out(shown: Groups, whole: Tally, hidden: int) -> set[str]:
    """The counts of some hidden row that can have one value only, seen by who knows which rows are hidden.

    He takes from the whole what is shown; that every row has somebody in it, and that no count exceeds its people.
    """
    told = {name: tally(rows) for name, rows in shown.items() if name != OTHERS}

    def left(field: str) -> int:
        # A firm may stand in several rows, so firms cannot be taken from the whole: 其他 says how many it has.
        if field == "firms":
            return tally(shown[OTHERS]).firms
        return int(getattr(whole, field) - sum(getattr(one, field) for one in told.values()))

    possible: dict[tuple[str, int], set[int]] = defaultdict(set)
    for sizes in ways(hidden, left("people"), left("people")):
        for row, size in enumerate(sizes):
            possible["people", row].add(size)
        for field in ("passed", "retaken", "passed_after"):
            for filled in fillings(hidden, left(field), sizes):
                for row, count in enumerate(filled):
                    possible[field, row].add(count)
    for firms in ways(hidden, left("firms"), left("firms")):
        for row, count in enumerate(firms):
            possible["firms", row].add(count)
    # That nobody had to come again tells nothing of anybody.
    return {field for (field, _), values in possible.items() if len(values) < 2 and left(field)}


def test_no_hidden_row_can_be_worked_out_of_what_is_published() -> None:
    chance = random.Random(14)
    put_away = 0
    for _ in range(60):
        names = "ABCDEF"[: chance.randint(2, 6)]
        made = {
            name: people(
                name,
                [chance.random() < 0.7 for _ in range(chance.choice((1, 1, 2, 3, 4, 6, 8)))],
                chance.randint(1, 3),
            )
            for name in names
        }
        shown = put_together(made)
        assert all(len(rows) >= FEWEST for rows in shown.values())
        if OTHERS in shown:
            put_away += 1
            hidden = sum(name not in shown for name in made)
            whole = tally([one for rows in made.values() for one in rows])
            assert worked_out(shown, whole, hidden) == set(), made
    assert put_away >= 20


def test_a_single_small_row_takes_another_one_along() -> None:
    """Alone it would be the whole less what is shown."""
    shown = put_together(groups(A=(20, 15), B=(9, 7), C=(2, 1)))
    assert {name: len(rows) for name, rows in shown.items()} == {"A": 20, OTHERS: 11}


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (dict.fromkeys("BCDEF", (1, 1)), "five rows of one person each"),
        ({"B": (3, 0), "C": (4, 0)}, "nobody passed"),
        ({"B": (4, 3)}, "one row"),
    ],
)
def test_what_a_sum_of_five_would_still_tell_is_hidden_further(
    made: dict[str, tuple[int, int]], why: str
) -> None:
    shown = put_together(groups(A=(30, 25), G=(7, 5), **made))
    assert {name: len(rows) for name, rows in shown.items()}[OTHERS] > sum(of for of, _ in made.values()), why


def test_a_month_of_few_has_no_rows() -> None:
    assert put_together(groups(A=(2, 1), B=(1, 1))) == {}


def test_large_rows_stand_by_themselves_the_largest_first() -> None:
    assert list(put_together(groups(A=(6, 5), B=(20, 18)))) == ["B", "A"]
