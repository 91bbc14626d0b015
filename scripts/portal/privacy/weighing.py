"""Whether the Han characters at a place are a name there: the likeliest of the candidates.

`weigh(text, slot)` gives the name that begins at the slot, or None; `weigh_before` the one that ends at a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.privacy import evidence, words
from portal.privacy.candidates import FOR_LIST, LEAST_FOR_ODD_WORD, Candidate, is_deed_alone
from portal.privacy.everyday_words import NOT_NAMES, OF_OTHERS
from portal.privacy.forms import forms
from portal.privacy.listed_words import RUN, are_words, goes_on_with_name
from portal.privacy.slots import Slot
from portal.privacy.wordlike import MASK, may_be, might_be

LONGEST_BEFORE, LONGEST_NAME = 9, 7
RUN_BEFORE = re.compile(rf"[\u4e00-\u9fff]{{2,{LONGEST_BEFORE}}}\Z")
OFTEN_ACROSS = 50  # how often a word was counted that runs over the beginning of the name


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of the text and by how much it is rather a name than not."""

    start: int
    end: int
    weight: float


def weigh(text: str, slot: Slot) -> Reading | None:
    """The likeliest name that begins at the slot."""
    found = RUN.match(text, slot.start)
    readings = _readings(text, slot, found[0]) if found else iter(())
    return max(readings, key=lambda reading: reading.weight, default=None)


def _readings(text: str, slot: Slot, run: str) -> Iterator[Reading]:
    as_words: float | None = None
    for length, likeliness in forms(run):
        name, rest, end = run[:length], run[length:], slot.start + length
        if not may_be(name) or _is_masked(text, slot, end):
            continue
        after, odd = _after(text, end, rest, slot)
        if slot.weak and after < (evidence.SHORT_DEED if length > 2 else evidence.DEED):
            continue
        as_words = words.likeliness(run) if as_words is None else as_words
        candidate = Candidate(name, rest, likeliness + words.likeliness(rest) - as_words, after, odd)
        weight = candidate.weight(text, slot)
        if weight is not None and weight >= 0:
            yield Reading(slot.start, end, weight)


def _after(text: str, end: int, rest: str, slot: Slot) -> tuple[float, bool]:
    after, odd = evidence.after_weight(text, end, rest, slot.opened, slot.marked)
    if slot.weak and after < FOR_LIST and goes_on_with_name(text, end) and not are_words(text, slot.start):
        after += FOR_LIST
    return after, odd


def _is_masked(text: str, slot: Slot, end: int) -> bool:
    """王某, 王**; not the end of **王芳**."""
    if not MASK.match(text, end):
        return False
    return not (slot.opened and text[end] == "*" and text[slot.start - 1] == "*")


def weigh_before(text: str, end: int) -> Reading | None:
    """The likeliest name that ends where something follows that only follows a name."""
    found = RUN_BEFORE.search(text, max(0, end - LONGEST_BEFORE), end)
    if found and RUN.match(text, end) and is_deed_alone(found[0]):
        return None
    readings = _readings_before(found[0], end) if found else iter(())
    return max(readings, key=lambda reading: reading.weight, default=None)


def _is_cut(run: str, start: int) -> bool:
    """Whether a word runs over the place where the name would begin: 每周 of 每周帮(老人)."""
    return words.sort_and_count(run[start - 1 : start + 1])[1] > OFTEN_ACROSS


def _readings_before(run: str, end: int) -> Iterator[Reading]:
    as_words = words.likeliness(run)
    for start in range(max(0, len(run) - LONGEST_NAME), len(run) - 1):
        name = run[start:]
        if not may_be(name) or name in OF_OTHERS or (start and (name in NOT_NAMES or _is_cut(run, start))):
            continue
        for likeliness in (likeliness for length, likeliness in forms(name) if length == len(name)):
            gain = likeliness + words.likeliness(run[:start]) - as_words
            if not start and might_be(name, gain, True):
                gain = max(gain, LEAST_FOR_ODD_WORD)
            if gain + evidence.BEFORE_TELLING >= 0:
                yield Reading(end - len(name), end, gain + evidence.BEFORE_TELLING)
