"""Places where a name may begin, and how much what stands before speaks for one: a role, a label, a mark, an edge.

`slot_behind(text, match)` takes a match of `evidence.BEFORE`, `slot_at_edge` one of `evidence.EDGE`, in folded text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.privacy import evidence, foreign_names, roles, words
from portal.privacy.bare_roles import goes_on_from_role
from portal.privacy.not_called import GOODS, is_of_goods
from portal.privacy.wordlike import may_be

PASSAGE = 30
HAN = re.compile(r"[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])")
# Behind them a quotation may be of anything.
UNSURE = ("lead", "grammar", "written")
OFTEN = 50  # how often a word was counted that is met anywhere
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

    @property
    def weak(self) -> bool:
        """Whether what stands before says next to nothing."""
        return self.weight < WEAK


def slot_behind(text: str, match: re.Match[str]) -> Slot | None:
    """Where a name may begin after a word before names; None where that word is not what it seems."""
    kind = roles.kind_before(text, match.start(), match["word"])
    if kind is None or _is_otherwise(text, match, kind):
        return None
    place, marked = match.end(), bool(match["marks"])
    in_latin = kind == "label" and foreign_names.latin_at(text, place) is not None
    weight = (evidence.BEHIND_MARK if marked or in_latin else evidence.DIRECTLY)[kind]
    opened = kind in UNSURE and marked
    if opened:
        marked = evidence.OPENING.isdisjoint(match["marks"])
    if match["naming"] == "叫" and kind == "ending":  # 海边人叫麦螺
        weight = max(weight, evidence.CALLED)
    elif match["naming"]:
        weight, marked = max(weight, evidence.NAMED), True
    elif match["link"]:
        weight = max(weight, evidence.LINKED)
    bare = not (marked or match["marks"] or match["link"])
    return Slot(place, weight + _beside(text, place), marked, marked or opened, bare=bare)


def _is_otherwise(text: str, match: re.Match[str], kind: str) -> bool:
    """Whether the word is part of a longer one, or goods follow the mark behind it."""
    if _is_end_of_word(text, match.start(), match["word"], kind):
        return True
    if not match["marks"]:
        return _goes_on_as_word(text, match.start(), match.end(), kind)
    run = HAN.match(text, match.end()) if match["word"] in GOODS else None
    return run is not None and is_of_goods(run[0]) and may_be(run[0])


def slot_at_edge(text: str, edge: re.Match[str]) -> Slot:
    """Where a name may begin a clause or stand behind a mark."""
    opened = edge[0].strip(" ") in ("", "\n") or any(char in evidence.OPENING for char in edge[0])
    return Slot(edge.end(), evidence.AT_EDGE + _beside(text, edge.end()), opened=opened)


def _is_end_of_word(text: str, start: int, word: str, kind: str) -> bool:
    """Whether a word of one character ends a longer one: 经 of 已经, 甲 of 指甲."""
    if len(word) > 1 or start == 0 or kind not in ("lead", "role"):
        return False
    return words.sort_and_count(text[start - 1 : start + 1])[1] > OFTEN


def _goes_on_as_word(text: str, start: int, place: int, kind: str) -> bool:
    """Whether what stands before and the first character make a word: 有关, 对方, 点心师傅; not 投诉人马."""
    if kind in ("role", "label"):
        return text[place - 1 : place + 1] == "师傅" or goes_on_from_role(text, start, place)
    if text[place - 1] in "人员者":
        return text[place] in "家文"
    if text[place] == "方" and text[place - 1] in "店厂馆场司园院":
        return True
    return any(words.sort_and_count(text[place - size : place + 1])[1] > OFTEN for size in (1, 2))


def _beside(text: str, place: int) -> float:
    """More where somebody else in the same passage is masked."""
    near = text.find("某", max(0, place - PASSAGE), place + PASSAGE)
    return evidence.BESIDE_MASKED if near >= 0 else 0.0
