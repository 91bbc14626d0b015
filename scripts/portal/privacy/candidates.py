"""Whether the Han characters at a place are a name there: all evidence added up.

`weigh(text, slot)` gives the likeliest name that begins at the slot, or None; `weigh_before` the one that ends at a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.privacy import evidence, given_names, surnames, words
from portal.privacy.bare_roles import is_everyday
from portal.privacy.everyday_words import NOT_NAMES, OF_OTHERS
from portal.privacy.forms import forms
from portal.privacy.listed_words import are_words
from portal.privacy.not_called import is_food
from portal.privacy.not_persons import COUNTIES
from portal.privacy.weak_places import ends_in_odd, goes_on_in_no_name, is_rather_words
from portal.privacy.wordlike import MASK, is_known, is_of_a_place, is_word, may_be, might_be

RUN = re.compile(r"[\u4e00-\u9fff]{1,14}")
LONGEST_BEFORE = 9
RUN_BEFORE = re.compile(rf"[\u4e00-\u9fff]{{2,{LONGEST_BEFORE}}}\Z")
LEAST_FOR_ODD_WORD, LEAST_FOR_KNOWN, CERTAINLY = -2.5, 6.5, 4.0
FOR_WORDLIKE, FOR_WORD_ACROSS, FOR_DEED_ALONE, FOR_LIST, FOR_LEAST = -3.0, -3.0, 1.5, 3.0, 1.0
OFTEN_ACROSS = 50
# What only goods do: (乐口福)过期; and what only they are: (江)白虾.
SPOILT = ("过期", "变质", "发霉", "霉变", "涨袋", "胀袋", "胀包", "临期", "超期", "结块")
OF_ANIMALS = re.compile("[白青红黄黑海河江湖草花][虾蟹鱼螺蛤蚌鸡鸭鹅]|[大小老][虾蟹螺蛤蚌鸡鸭鹅]")
WEAK = -0.5  # below it, what stands before a name says next to nothing


@dataclass(frozen=True, slots=True)
class Slot:
    """A place where a name may begin: what stands before speaks for it by `weight`.

    `marked` behind a colon or another mark, `opened` where that mark is one that is closed again,
    `listed` where it goes on with a list, `bare` right behind a word for somebody.
    """

    start: int
    weight: float
    marked: bool = False
    opened: bool = False
    listed: bool = False
    bare: bool = False


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
        if slot.weight < WEAK and after < (0.5 if length > 2 else 2.0):
            continue
        as_words = words.likeliness(run) if as_words is None else as_words
        candidate = _Candidate(name, rest, likeliness + words.likeliness(rest) - as_words, after, odd)
        weight = candidate.weight(text, slot)
        if weight is not None and weight >= 0:
            yield Reading(slot.start, end, weight)


def _after(text: str, end: int, rest: str, slot: Slot) -> tuple[float, bool]:
    after, odd = evidence.after_weight(text, end, rest, slot.opened, slot.marked)
    if slot.weight < WEAK and after < FOR_LIST and _goes_on(text, end) and not are_words(text, slot.start):
        after += FOR_LIST
    return after, odd


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
    """A possible name, the Han text after it, by how much it is likelier as a name than as words.

    `after` is how much what follows speaks for a name, `odd` whether a word would be odd in its place.
    """

    name: str
    rest: str
    gain: float
    after: float
    odd: bool

    def weight(self, text: str, slot: Slot) -> float | None:
        """The sum of all evidence; None where something rules the name out."""
        after = self.after
        if slot.weight < WEAK and len(self.name) == 2 and self.gain <= 5 and after < 3.5:
            return None
        if self._is_something_else(text, slot):
            return None
        odd = self.odd or (slot.weight >= 1 and self._is_whole())
        if slot.weight < 0 and evidence.PERSONAL <= after < evidence.SURE:
            after += FOR_DEED_ALONE
        return slot.weight + after + self._gain(slot, odd)

    def _is_whole(self) -> bool:
        """Whether three characters of a name fill the place up to the next mark."""
        return not self.rest and len(self.name) == 3 and given_names.is_usual(self.name[1:])

    def _is_something_else(self, text: str, slot: Slot) -> bool:
        if self._is_word_in_weak_place(text, slot) or self.rest.startswith(SPOILT):
            return True
        if slot.bare and OF_ANIMALS.match(self.name[-1] + self.rest):
            return True
        if slot.bare and self._is_everyday(text, slot.start + len(self.name)):
            return not _goes_on(text, slot.start + len(self.name))
        alone = slot.marked and (not self.rest or (slot.listed and self.after >= 1.5))
        if slot.listed and self.name in NOT_NAMES:
            alone = False
        if not alone and is_word(self.name, self.rest, slot.weight > 0, self.after):
            return True
        of_others = self.name in OF_OTHERS and (slot.weight < 0 or self.after < 1.5)
        if of_others or (self.after < 2 and is_of_a_place(self.rest)):
            return True
        return self.name[-1] == "和" and evidence.is_role(text, slot.start + len(self.name))

    def _is_everyday(self, text: str, end: int) -> bool:
        county = self.name in COUNTIES and text.startswith("、", end)
        return county or is_everyday(self.name, self.rest, self.after, self.gain)

    def _is_word_in_weak_place(self, text: str, slot: Slot) -> bool:
        """“高钙”, 海边人叫黄泥螺: where little speaks for a name before it, and no deed of a person's does behind it."""
        if self._is_doubled(slot):
            return True
        personal = self.after >= evidence.PERSONAL
        if slot.weight <= FOR_LIST and not personal and self._is_of_goods():
            return True
        if slot.weight <= FOR_LEAST and _is_deed_alone(self.name):  # 的代理律师
            return True
        if slot.weight <= FOR_LEAST and not personal and goes_on_in_no_name(self.name):
            return True
        quoted = slot.opened and not self.rest and not evidence.SURE <= self.after < evidence.CLOSED
        if slot.weight >= 0 or not quoted or not is_rather_words(self.name, self.gain):
            return False
        return not evidence.is_done_behind(text, slot.start + len(self.name))

    def _is_of_goods(self) -> bool:
        return (ends_in_odd(self.name) and self.gain < CERTAINLY) or is_food(self.name)

    def _is_doubled(self, slot: Slot) -> bool:
        """谢谢; 边记边 where it says little that a name should follow."""
        if self.name[0] != self.name[-1]:
            return False
        if len(self.name) == 2:
            return words.sort_and_count(self.name)[1] > 0
        return slot.weight <= FOR_LEAST and self.after < evidence.SURE

    def _gain(self, slot: Slot, odd: bool) -> float:
        gain = self.gain
        if len(self.name) > 2 and gain > -8 and is_known(self.name):
            gain = max(gain, LEAST_FOR_KNOWN)
        named = slot.weight >= 1 and len(self.name) == 3 and given_names.is_frequent(self.name[1:])
        if (
            self.name[0] in surnames.WORDLIKE
            and (self.rest or slot.weight < 1)
            and not (slot.marked or named)
        ):
            gain += FOR_WORDLIKE
        if self.rest and self.after < 3.5 and words.sort_and_count(self.name[-1] + self.rest[0])[1] > 20:
            gain += FOR_WORD_ACROSS
        if odd and might_be(self.name, gain, slot.marked or self.after > 4):
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
    if found and RUN.match(text, end) and _is_deed_alone(found[0]):
        return None
    readings = _readings_before(found[0], end) if found else iter(())
    return max(readings, key=lambda reading: reading.weight, default=None)


def _is_deed_alone(run: str) -> bool:
    """代言医生: a word before somebody is no name of his."""
    return run in NOT_NAMES and not given_names.is_frequent(run[1:])


def _is_cut(run: str, start: int) -> bool:
    """Whether a word runs over the place where the name would begin: 每周 of 每周帮(老人)."""
    return words.sort_and_count(run[start - 1 : start + 1])[1] > OFTEN_ACROSS


def _readings_before(run: str, end: int) -> Iterator[Reading]:
    as_words = words.likeliness(run)
    for start in range(max(0, len(run) - 7), len(run) - 1):
        name = run[start:]
        if not may_be(name) or name in OF_OTHERS or (start and (name in NOT_NAMES or _is_cut(run, start))):
            continue
        for likeliness in (likeliness for length, likeliness in forms(name) if length == len(name)):
            gain = likeliness + words.likeliness(run[:start]) - as_words
            if not start and might_be(name, gain, True):
                gain = max(gain, LEAST_FOR_ODD_WORD)
            if gain + evidence.BEFORE_TELLING >= 0:
                yield Reading(end - len(name), end, gain + evidence.BEFORE_TELLING)
