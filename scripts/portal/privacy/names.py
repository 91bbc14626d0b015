"""Full names of natural persons in running Chinese text, and the form in which they may stand there.

A name is found where three things together say so: what stands before it (a role, a mark, a list), what follows it
(a sex, a courtesy, what only people do), and that it is likelier as a name than as words of the dictionary.
See `docs/adr/0017-names-in-text.md`.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import chain

from portal.privacy import evidence, foreign_names, roles, surnames, words
from portal.privacy.bare_roles import goes_on_from_role
from portal.privacy.candidates import Reading, Slot, weigh, weigh_before
from portal.privacy.counted_names import counted_names
from portal.privacy.dotted_names import dotted_names
from portal.privacy.fields import fields
from portal.privacy.forms import forms
from portal.privacy.found import Stretch
from portal.privacy.listed_words import are_words
from portal.privacy.name_columns import name_columns
from portal.privacy.name_series import name_series
from portal.privacy.not_called import GOODS, NOBODY, is_of_goods
from portal.privacy.sentences import sentences
from portal.privacy.wordlike import MASK, may_be

SPACED = re.compile(
    r"([\u4e00-\u9fff])[ \n]{1,3}([\u4e00-\u9fff])(?:[ \n]{0,3}([\u4e00-\u9fff]))?(?![\u4e00-\u9fff])"
)
MASKED = re.compile(r"[\u4e00-\u9fff]{1,2}(?:某{1,3}|×{1,2}|\*{1,2}|[xX]{2})")
CERTAIN, STRUCTURED = 100.0, 50.0
# What stands in the form of one.
STRUCTURES = (fields, counted_names, name_columns, name_series, sentences)
PASSAGE = 30
CROSS = re.compile(r"×(?:[ \n，、；。]|\Z)")
HAN = re.compile(r"[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])")
# Behind them a quotation may be of anything.
UNSURE = ("lead", "grammar", "written")
# Whoever they are, it is names that are listed behind them.
SIGNERS = ("人员", "人", "签字", "签名", "姓名")
SIGNED = "签字人："


def full_names(text: str) -> Iterator[Stretch]:
    """Stretches `(start, end)` of the folded text that are, by all signs, a person's full name, in order."""
    chosen: list[Stretch] = []
    for reading in sorted(_readings(text), key=lambda one: (-one.weight, one.start)):
        place = bisect(chosen, (reading.start, reading.end))
        free = place == 0 or chosen[place - 1][1] <= reading.start
        if free and (place == len(chosen) or reading.end <= chosen[place][0]):
            chosen.insert(place, (reading.start, reading.end))
    yield from chosen


def _readings(text: str) -> Iterator[Reading]:
    yield from _behind_words(text)
    for match in evidence.ENDS_BEFORE_TELLING.finditer(text):
        reading = weigh_before(text, match.start())
        if reading is not None:
            yield reading
    certain = chain(dotted_names(text), _latin(text))
    structured = chain.from_iterable(form(text) for form in STRUCTURES)
    for weight, stretches in ((STRUCTURED, structured), (CERTAIN, certain)):
        yield from (Reading(*stretch, weight) for stretch in stretches if not _is_hidden(text, stretch[1]))


def _is_hidden(text: str, end: int) -> bool:
    """Whether what follows hides a part of the name; a cross in a list with ticks is none."""
    return MASK.match(text, end) is not None and not ("√" in text and CROSS.match(text, end))


def _behind_words(text: str) -> Iterator[Reading]:
    """Names behind words that stand before names, and at the beginning of a clause; lists of them."""
    place = 0
    listed: dict[int, float] = {}
    while match := evidence.BEFORE.search(text, place):
        slot = _slot(text, match)
        place = match.end() if slot else match.end("word")
        if slot is not None:
            if not (slot.marked and not match["word"].endswith(SIGNERS) and are_words(text, slot.start)):
                yield from _list_from(text, slot, listed)
            if match["link"] == "由" and not match["marks"]:
                yield from _list_from(text, Slot(match.start("link"), slot.weight), listed)
    for edge in evidence.EDGE.finditer(text):
        opened = edge[0].strip(" ") in ("", "\n") or any(char in evidence.OPENING for char in edge[0])
        weight = evidence.AT_EDGE + _beside(text, edge.end())
        yield from _list_from(text, Slot(edge.end(), weight, opened=opened), listed)


def _latin(text: str) -> Iterator[Stretch]:
    if foreign_names.IN_LATIN.search(text) is None:
        return
    for match in chain.from_iterable(pattern.finditer(text) for pattern in foreign_names.WHOLE):
        if not foreign_names.NOT_PERSONAL.search(match["name"]):
            yield match.span("name")


def _slot(text: str, match: re.Match[str]) -> Slot | None:
    """Where a name may begin after a word before names; None where that word is not what it seems."""
    kind, place, marked = (
        roles.kind_before(text, match.start(), match["word"]),
        match.end(),
        bool(match["marks"]),
    )
    if kind is None or _is_end_of_word(text, match.start(), match["word"], kind):
        return None
    if not marked and _goes_on_as_word(text, match.start(), place, kind):
        return None
    if (
        marked
        and match["word"] in GOODS
        and (run := HAN.match(text, place))
        and is_of_goods(run[0])
        and may_be(run[0])
    ):
        return None
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


def _is_end_of_word(text: str, start: int, word: str, kind: str) -> bool:
    """Whether a word of one character ends a longer one: 经 of 已经, 甲 of 指甲."""
    if len(word) > 1 or start == 0 or kind not in ("lead", "role"):
        return False
    return words.sort_and_count(text[start - 1 : start + 1])[1] > 50


def _goes_on_as_word(text: str, start: int, place: int, kind: str) -> bool:
    """Whether what stands before and the first character make a word: 有关, 对方, 点心师傅; not 投诉人马."""
    if kind in ("role", "label"):
        return text[place - 1 : place + 1] == "师傅" or goes_on_from_role(text, start, place)
    if text[place - 1] in "人员者":
        return text[place] in "家文"
    if text[place] == "方" and text[place - 1] in "店厂馆场司园院":
        return True
    return any(words.sort_and_count(text[place - size : place + 1])[1] > 50 for size in (1, 2))


def _beside(text: str, place: int) -> float:
    """More where somebody else in the same passage is masked."""
    near = text.find("某", max(0, place - PASSAGE), place + PASSAGE)
    return evidence.BESIDE_MASKED if near >= 0 else 0.0


def _list_from(text: str, slot: Slot, listed: dict[int, float]) -> Iterator[Reading]:
    """The name at the slot, and those that are listed after it; `listed` has the weights at which lists went by."""
    while slot.weight > listed.get(slot.start, -100.0):
        if slot.listed:
            listed[slot.start] = slot.weight
        reading = _at(text, slot)
        masked = MASKED.match(text, slot.start) if reading is None else None
        if reading is not None:
            yield reading
        elif masked is None:
            return
        following = evidence.NEXT.match(
            text, reading.end if reading else masked.end() if masked else slot.start
        )
        if following is None:
            return
        comma = "，" in following[0] or "," in following[0]
        weight = evidence.AFTER_COMMA if comma else evidence.IN_LIST
        slot = Slot(
            following.end(),
            weight - (2.0 if masked else 0.0),
            reading is not None or slot.weight > 0,
            listed=True,
        )


def _at(text: str, slot: Slot) -> Reading | None:
    if slot.weight > 0 and (end := foreign_names.latin_at(text, slot.start)) is not None:
        return Reading(slot.start, end, slot.weight)
    if slot.weight >= 3 and (spaced := SPACED.match(text, slot.start)):
        return _spaced(spaced, slot.weight)
    return weigh(text, slot)


def _spaced(match: re.Match[str], weight: float) -> Reading | None:
    """黄 山 松: a name of which every character stands alone."""
    name = match[1] + match[2] + (match[3] or "")
    whole = any(length == len(name) for length, _ in forms(name))
    return (
        Reading(match.start(), match.end(), weight) if whole and may_be(name) and name not in NOBODY else None
    )


def masked(name: str) -> str:
    """The name with only its surname left, or its first letter: 王某, 欧阳某, 阿某, J某."""
    return f"{surname_of(name)}某"


def surname_of(name: str) -> str:
    """The surname, double ones whole; of foreign names the first character."""
    for length in (3, 2):
        if name[:length] in surnames.COMPOUND or name[:length] in surnames.JAPANESE:
            return name[:length]
    return name[:1]


def is_full_name(text: str) -> bool:
    """Whether the whole text reads as somebody's full name where names are signed."""
    signed = f"{SIGNED}{text}"
    return list(full_names(signed)) == [(len(SIGNED), len(signed))]


def is_masked(name: str) -> bool:
    """Whether part of the name is hidden, as in 王某 or 某餐饮店."""
    return MASK.search(name) is not None
