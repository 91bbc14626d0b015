"""What may be a name at a slot: all evidence for it added up, and what rules it out.

`Candidate.weight(text, slot)` gives the sum, a natural logarithm, or None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.privacy import evidence, given_names, surnames, words
from portal.privacy.bare_roles import is_everyday
from portal.privacy.everyday_words import NOT_NAMES, OF_OTHERS
from portal.privacy.listed_words import CERTAINLY, goes_on_with_name
from portal.privacy.not_called import is_food
from portal.privacy.not_persons import COUNTIES
from portal.privacy.slots import Slot
from portal.privacy.weak_places import ends_in_odd, goes_on_in_no_name, is_rather_words
from portal.privacy.wordlike import is_known, is_of_a_place, is_word, might_be

LEAST_FOR_ODD_WORD, LEAST_FOR_KNOWN, LEAST_OF_KNOWN, FOR_PAIR = -2.5, 6.5, -8.0, 5.0
OFTEN_ACROSS = 20  # how often a word was counted that runs over the end of the name
FOR_WORDLIKE, FOR_WORD_ACROSS, FOR_DEED_ALONE, FOR_LIST, FOR_LEAST = -3.0, -3.0, 1.5, 3.0, 1.0
# What only goods do: (乐口福)过期; and what only they are: (江)白虾.
SPOILT = ("过期", "变质", "发霉", "霉变", "涨袋", "胀袋", "胀包", "临期", "超期", "结块")
OF_ANIMALS = re.compile("[白青红黄黑海河江湖草花][虾蟹鱼螺蛤蚌鸡鸭鹅]|[大小老][虾蟹螺蛤蚌鸡鸭鹅]")


@dataclass(frozen=True, slots=True)
class Candidate:
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
        if slot.weak and len(self.name) == 2 and self.gain <= FOR_PAIR and after < evidence.DATED:
            return None
        if self._is_something_else(text, slot):
            return None
        odd = self.odd or (slot.weight >= FOR_LEAST and self._is_whole())
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
            return not goes_on_with_name(text, slot.start + len(self.name))
        alone = slot.marked and (not self.rest or (slot.listed and self.after >= evidence.DOES))
        if slot.listed and self.name in NOT_NAMES:
            alone = False
        if not alone and is_word(self.name, self.rest, slot.weight > 0, self.after):
            return True
        of_others = self.name in OF_OTHERS and (slot.weight < 0 or self.after < evidence.DOES)
        if of_others or (self.after < evidence.DEED and is_of_a_place(self.rest)):
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
        if slot.weight <= FOR_LEAST and is_deed_alone(self.name):  # 的代理律师
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
        if len(self.name) > 2 and gain > LEAST_OF_KNOWN and is_known(self.name):
            gain = max(gain, LEAST_FOR_KNOWN)
        named = slot.weight >= FOR_LEAST and len(self.name) == 3 and given_names.is_frequent(self.name[1:])
        if (
            self.name[0] in surnames.WORDLIKE
            and (self.rest or slot.weight < FOR_LEAST)
            and not (slot.marked or named)
        ):
            gain += FOR_WORDLIKE
        if (
            self.rest
            and self.after < evidence.DATED
            and words.sort_and_count(self.name[-1] + self.rest[0])[1] > OFTEN_ACROSS
        ):
            gain += FOR_WORD_ACROSS
        if odd and might_be(self.name, gain, slot.marked or self.after > evidence.SUED):
            gain = max(gain, LEAST_FOR_ODD_WORD)
        return gain


def is_deed_alone(run: str) -> bool:
    """代言医生: a word before somebody is no name of his."""
    return run in NOT_NAMES and not given_names.is_frequent(run[1:])
