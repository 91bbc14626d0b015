"""Whether the Han characters at a place are a name there: all evidence added up.

`weigh(text, slot)` gives the likeliest name that begins at the slot, or None; `weigh_before` the one that ends at a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.privacy import evidence, given_names, surnames, words
from portal.privacy.everyday_words import HISTORIC, NOT_NAMES
from portal.privacy.forms import forms
from portal.privacy.wordlike import is_known, is_of_a_place, is_word, may_be, might_be

RUN = re.compile(r"[\u4e00-\u9fff]{1,14}")
LONGEST_BEFORE = 9
RUN_BEFORE = re.compile(rf"[\u4e00-\u9fff]{{2,{LONGEST_BEFORE}}}\Z")
MASK = re.compile(r"[某×＊*□○]|[xX]{2}")
LEAST_FOR_ODD_WORD, LEAST_FOR_KNOWN, CERTAINLY = -2.5, 3.0, 4.0
FOR_WORDLIKE, FOR_WORD_ACROSS, FOR_DEED_ALONE, FOR_LIST = -3.0, -3.0, 1.5, 3.0


@dataclass(frozen=True, slots=True)
class Slot:
    """A place where a name may begin: what stands before speaks for it by `weight`.

    `marked` behind a colon or another mark, `opened` where that mark is one that is closed again,
    `listed` where it goes on with a list.
    """

    start: int
    weight: float
    marked: bool = False
    opened: bool = False
    listed: bool = False


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
    for length, gain in _gains(run):
        end = slot.start + length
        if _is_masked(text, slot, end):
            continue
        weight = _Candidate(run[:length], run[length:], gain).weight(text, slot)
        if weight is not None and weight >= 0:
            yield Reading(slot.start, end, weight)


def _gains(run: str) -> Iterator[tuple[int, float]]:
    """The lengths of the names with which the run may begin, and by how much it is likelier so than as words alone."""
    as_words: float | None = None
    for length, likeliness in forms(run):
        if may_be(run[:length]):
            as_words = words.likeliness(run) if as_words is None else as_words
            yield length, likeliness + words.likeliness(run[length:]) - as_words


def _is_masked(text: str, slot: Slot, end: int) -> bool:
    """王某, 王**; not the end of **王芳**."""
    if not MASK.match(text, end):
        return False
    return not (slot.opened and text[end] == "*" and text[slot.start - 1] == "*")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A possible name, the Han text after it, by how much it is likelier as a name than as words."""

    name: str
    rest: str
    gain: float

    def weight(self, text: str, slot: Slot) -> float | None:
        """The sum of all evidence; None where something rules the name out."""
        end = slot.start + len(self.name)
        after, odd = evidence.after_weight(text, end, self.rest, slot.opened, slot.marked)
        if slot.weight < -0.5:
            after += FOR_LIST if after < FOR_LIST and _goes_on(text, end) else 0.0
            if after < self._least():
                return None
        if self._is_something_else(text, end, slot, after):
            return None
        odd = odd or (slot.weight >= 1 and self._is_whole())
        if slot.weight < 0 and evidence.PERSONAL <= after < evidence.SURE:
            after += FOR_DEED_ALONE
        return slot.weight + after + self._gain(slot.marked, odd, after)

    def _least(self) -> float:
        """How much has to follow where nothing before speaks for a name."""
        return 0.5 if len(self.name) > 2 else 2.0 if self.gain > 5 else 3.5

    def _is_whole(self) -> bool:
        """Whether three characters of a name fill the place up to the next mark."""
        return not self.rest and len(self.name) == 3 and given_names.is_usual(self.name[1:])

    def _is_something_else(self, text: str, end: int, slot: Slot, after: float) -> bool:
        alone = slot.marked and (not self.rest or (slot.listed and after >= 1.5))
        if slot.listed and self.name in NOT_NAMES:
            alone = False
        if not alone and is_word(self.name, self.rest, slot.weight > 0, after):
            return True
        if after < 2 and is_of_a_place(self.rest):
            return True
        if self.name in HISTORIC and (slot.weight < 0 or after < 1.5):
            return True
        return self.name[-1] == "和" and evidence.is_role(text, end)

    def _gain(self, marked: bool, odd: bool, after: float) -> float:
        gain = self.gain
        if len(self.name) > 2 and gain > -8 and is_known(self.name):
            gain = max(gain, LEAST_FOR_KNOWN)
        if self.name[0] in surnames.WORDLIKE and self.rest and not marked:
            gain += FOR_WORDLIKE
        if self.rest and after < 3.5 and words.sort_and_count(self.name[-1] + self.rest[0])[1] > 20:
            gain += FOR_WORD_ACROSS
        if odd and might_be(self.name, gain, marked or after > 4):
            gain = max(gain, LEAST_FOR_ODD_WORD)
        return gain


def _goes_on(text: str, end: int) -> bool:
    """Whether a list goes on with what is certainly a name."""
    following = evidence.LISTED.match(text, end)
    found = RUN.match(text, following.end()) if following else None
    if found is None or found[0][0] in surnames.WORDLIKE:
        return False
    return any(gain > CERTAINLY for _, gain in _gains(found[0]))


def weigh_before(text: str, end: int) -> Reading | None:
    """The likeliest name that ends where something follows that only follows a name."""
    found = RUN_BEFORE.search(text, max(0, end - LONGEST_BEFORE), end)
    readings = _readings_before(found[0], end) if found else iter(())
    return max(readings, key=lambda reading: reading.weight, default=None)


def _readings_before(run: str, end: int) -> Iterator[Reading]:
    as_words = words.likeliness(run)
    for start in range(max(0, len(run) - 7), len(run) - 1):
        name = run[start:]
        if not may_be(name) or name in HISTORIC or (start and name in NOT_NAMES):
            continue
        for likeliness in (likeliness for length, likeliness in forms(name) if length == len(name)):
            gain = likeliness + words.likeliness(run[:start]) - as_words
            if not start and might_be(name, gain, True):
                gain = max(gain, LEAST_FOR_ODD_WORD)
            if gain + evidence.BEFORE_TELLING >= 0:
                yield Reading(end - len(name), end, gain + evidence.BEFORE_TELLING)
