"""Whether the Han characters at a place are a name there: the names they may form, weighed against words.

`weigh(text, slot)` gives the likeliest name that begins at the slot, or None; `weigh_before` the one that ends at a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.privacy import evidence, given_names, roles, surnames, words
from portal.privacy.forms import forms

RUN = re.compile(r"[\u4e00-\u9fff]{1,14}")
RUN_BEFORE = re.compile(r"[\u4e00-\u9fff]{2,9}\Z")
MASK = re.compile(r"[某×＊*□○]|[xX]{2}")
OFTEN, COMMON = 150, 2200  # how often a word was counted in the sixty million of the dictionary
LEAST_FOR_ODD_WORD, LEAST_FOR_KNOWN = -2.5, 3.0
FOR_WORDLIKE, FOR_WORD_ACROSS = -3.0, -3.0
FOR_DEED_ALONE = 1.5
GRAMMAR = ("d", "c", "t", "f", "p", "r", "m", "q", "i", "l", "u", "y", "ad")
OF_NAMES = ("nr", "nrt")
NOT_GIVEN = frozenset("大家 大学 中学 小学 公司 医院 银行 集团 家中 家里 先生 女士".split())
NOT_NAMES = frozenset(roles.ROLES) | frozenset(roles.LABEL_WORDS) | frozenset("车间 盖章 签章 明知 许可 连锁 冷藏".split())
LAST_OF_WORDS = frozenset("和多少天大小前中上下里外有能可要时用地")
PLACES_OF_TWO, PLACES_OF_THREE = frozenset("村路桥湾港乡"), frozenset("村路桥湾港乡")


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
    if found is None:
        return None
    readings = list(_readings(text, slot, found[0]))
    return max(readings, key=lambda one: one.weight, default=None)


def _readings(text: str, slot: Slot, run: str) -> Iterator[Reading]:
    as_words: float | None = None
    for length, likeliness in forms(run):
        end = slot.start + length
        if not may_be(run[:length]) or _is_masked(text, slot, end):
            continue
        as_words = words.likeliness(run) if as_words is None else as_words
        candidate = _Candidate(run[:length], run[length:], likeliness - as_words + words.likeliness(run[length:]))
        weight = candidate.weight(text, slot)
        if weight is not None and weight >= 0:
            yield Reading(slot.start, end, weight)


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
            after += 3.0 if after < 3.5 and _goes_on(text, end) else 0.0
            least = 0.5 if len(self.name) > 2 else 2.0 if self.gain > 5 else 3.5
            if after < least:
                return None
        alone = slot.marked and not self.rest
        if slot.listed:
            alone = slot.marked and (not self.rest or after >= 1.5) and self.name not in words.NOT_NAMES
        if self._is_a_word(alone, slot.weight > 0, after) or (after < 2 and self._is_of_a_place()):
            return None
        if self.name[-1] == "和" and evidence.is_role(text, end):
            return None
        if self.name in words.HISTORIC and (slot.weight < 0 or after < 1.5):
            return None
        odd = odd or (not self.rest and len(self.name) == 3 and slot.weight >= 1)
        if slot.weight < 0 and evidence.PERSONAL <= after < evidence.SURE:
            after += FOR_DEED_ALONE
        return slot.weight + after + self._gain(slot.marked, odd, after)

    def _gain(self, marked: bool, odd: bool, after: float) -> float:
        gain = self.gain
        if len(self.name) > 2 and gain > -8 and _is_known(self.name):
            gain = max(gain, LEAST_FOR_KNOWN)
        if self.name[0] in surnames.WORDLIKE and not marked:
            gain += FOR_WORDLIKE
        if self.rest and after < 3.5 and words.sort_and_count(self.name[-1] + self.rest[0])[1] > 20:
            gain += FOR_WORD_ACROSS
        if odd and _might_be(self.name, gain, marked or after > 4):
            gain = max(gain, LEAST_FOR_ODD_WORD)
        return gain

    def _is_a_word(self, alone: bool, trusted: bool, after: float) -> bool:
        """周知, 明天起, 黄山: rather words than names wherever they do not stand alone behind a mark."""
        if alone or self.name[:2] in surnames.COMPOUND:
            return False
        sort, count = words.sort_and_count(self.name[:2])
        if len(self.name) > 2:
            strange = after < 1.5 or self.name[2] in LAST_OF_WORDS or not given_names.is_usual(self.name[1:])
            return (count > 100 and sort in GRAMMAR) or (self.name[:2] in words.NOT_NAMES and strange)
        if trusted and after >= evidence.PERSONAL and sort.startswith("n"):
            return False
        if self.name in words.NOT_NAMES or (after < 0 and count > 0):
            return True
        if count >= OFTEN and sort not in OF_NAMES and not given_names.is_frequent(self.name[1:]):
            return True
        return after < 4 and (sort == "ns" or self.name[-1] in PLACES_OF_TWO)

    def _is_of_a_place(self) -> bool:
        """张江 of 张江镇, 王记 of 王记面馆."""
        following = words.cut(self.rest)[:2]
        if following and following[0] in words.PLACE_ENDINGS:
            return True
        for word in following:
            if word.startswith(words.MOVES) or evidence.does(words.first_word(word)[1]):
                return False
            if word.endswith(words.ORGANISATION_ENDINGS):
                return True
        return False


def _goes_on(text: str, end: int) -> bool:
    """Whether a list goes on with what is certainly a name."""
    following = evidence.LISTED.match(text, end)
    found = RUN.match(text, following.end()) if following else None
    if found is None or found[0][0] in surnames.WORDLIKE:
        return False
    run, as_words = found[0], words.likeliness(found[0])
    return any(
        likeliness + words.likeliness(run[length:]) - as_words > 4.0 and may_be(run[:length])
        for length, likeliness in forms(run)
    )


def _is_known(name: str) -> bool:
    """欧阳修远, and those that the dictionary has as somebody's name: 张国栋."""
    sort, count = words.sort_and_count(name)
    if name[:2] in surnames.COMPOUND:
        return count == 0 or sort in OF_NAMES
    return sort in OF_NAMES and given_names.is_usual(name[1:])


def may_be(name: str) -> bool:
    """Whether nothing in the characters alone rules a name out."""
    if name in NOT_NAMES or name.endswith(roles.COURTESY) or name[1:] in NOT_GIVEN:
        return False
    return not (len(name) == 3 and name[2] in PLACES_OF_THREE)


def _might_be(name: str, gain: float, alone: bool) -> bool:
    """Whether a word of the dictionary may all the same be somebody's name: 高明, 白雪, 苏打."""
    sort, count = words.sort_and_count(name)
    if name[0] in surnames.WORDLIKE or (name in words.NOT_NAMES and not (alone and sort.startswith("n"))):
        return False
    if not sort:
        return gain > -9.0 and len(name) > 2
    if count >= COMMON or sort in GRAMMAR:
        return False
    return alone or (len(name) == 2 and sort in ("nr", "nz", "n", "nrt") and given_names.is_usual(name[1:]))


def weigh_before(text: str, end: int) -> Reading | None:
    """The likeliest name that ends where something follows that only follows a name."""
    found = RUN_BEFORE.search(text, max(0, end - 9), end)
    if found is None:
        return None
    run, as_words = found[0], words.likeliness(found[0])
    best: Reading | None = None
    for start in range(max(0, len(run) - 7), len(run) - 1):
        name = run[start:]
        for length, likeliness in forms(name):
            if length < len(name) or not may_be(name) or name in words.HISTORIC or (start and name in words.NOT_NAMES):
                continue
            gain = likeliness + words.likeliness(run[:start]) - as_words
            if not start and _might_be(name, gain, True):
                gain = max(gain, LEAST_FOR_ODD_WORD)
            weight = gain + evidence.BEFORE_TELLING
            if weight >= 0 and (best is None or weight > best.weight):
                best = Reading(end - length, end, weight)
    return best
