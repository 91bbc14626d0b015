"""Names by their characters alone: which of the names that could begin at a place is likely, and how much so.

`forms(run)` takes a run of Han characters and gives every length at which a name could end, with its likeliness.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.privacy import given_names, surnames
from portal.privacy.foreign_names import TRANSCRIBING, of_syllables

DOUBLE = -2.0
JAPANESE_LIKELINESS = -8.5
JAPANESE_ENDINGS = frozenset("郎助")
VIETNAMESE, VIETNAMESE_LIKELINESS = frozenset("阮黎范裴武邓潘"), -6.0
TRANSCRIBED, EACH_TRANSCRIBED = -7.0, -4.6
FEWEST_TRANSCRIBED, MOST_TRANSCRIBED = 3, 7


def forms(run: str) -> Iterator[tuple[int, float]]:
    """`(length, likeliness)` of the names with which `run` may begin, where likeliness is a natural logarithm."""
    yield from _after_surname(run, 1, surnames.likeliness(run[0]))
    if run[:2] in surnames.COMPOUND:
        yield from _after_surname(run, 2, surnames.COMPOUND_LIKELINESS)
    for length in (3, 4):
        if run[:length] in surnames.MANCHU:
            yield from _after_surname(run, length, surnames.COMPOUND_LIKELINESS)
    for length in (2, 3):
        if run[:length] in surnames.JAPANESE:
            yield from _after_surname(run, length, JAPANESE_LIKELINESS)
            if run[length + 2 : length + 3] in JAPANESE_ENDINGS:
                yield length + 3, JAPANESE_LIKELINESS + given_names.likeliness(run[length : length + 2])
    if run[0] in VIETNAMESE and run[1:2] == "氏":
        yield from _after_surname(run, 2, VIETNAMESE_LIKELINESS)
    yield from _of_two_surnames(run)
    yield from _transcribed(run)


def _after_surname(run: str, length: int, surname: float | None) -> Iterator[tuple[int, float]]:
    if surname is None:
        return
    for end in (length + 1, length + 2):
        given = run[length:end]
        if len(given) < end - length:
            return
        if given_names.is_none(given):
            continue
        yield end, surname + given_names.likeliness(given)


def _of_two_surnames(run: str) -> Iterator[tuple[int, float]]:
    """张王晓月: both parents' surnames, then a given name of two usual characters."""
    if len(run) < 4 or run[0] == run[1] or max(surnames.rank(run[0]), surnames.rank(run[1])) > 130:
        return
    given = run[2:4]
    first, second = surnames.likeliness(run[0]), surnames.likeliness(run[1])
    if first is not None and second is not None and given_names.is_usual(given):
        yield 4, first + second + DOUBLE + given_names.likeliness(given)


def _transcribed(run: str) -> Iterator[tuple[int, float]]:
    """巴特尔, 扎西多吉: syllables of another language, without a dot."""
    yield from of_syllables(run)
    for length, char in enumerate(run[:MOST_TRANSCRIBED], 1):
        if char not in TRANSCRIBING:
            return
        if length >= FEWEST_TRANSCRIBED:
            yield length, TRANSCRIBED + length * EACH_TRANSCRIBED
