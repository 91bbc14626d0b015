"""Names behind words that stand before names, at the edges of clauses, and those that are listed after them.

`behind_words(text)` takes folded text and gives readings, that is stretches with their weights.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy import evidence, foreign_names
from portal.privacy.forms import forms
from portal.privacy.listed_words import are_words
from portal.privacy.not_called import NOBODY
from portal.privacy.slots import Slot, slot_at_edge, slot_behind
from portal.privacy.weighing import Reading, weigh
from portal.privacy.wordlike import may_be

SPACED = re.compile(
    r"([\u4e00-\u9fff])[ \n]{1,3}([\u4e00-\u9fff])(?:[ \n]{0,3}([\u4e00-\u9fff]))?(?![\u4e00-\u9fff])"
)
MASKED = re.compile(r"[\u4e00-\u9fff]{1,2}(?:某{1,3}|×{1,2}|\*{1,2}|[xX]{2})")
# How much less a name is likely behind a masked one, and what must speak for one of spaced characters.
BEHIND_MASKED, FOR_SPACED, NEVER = 2.0, 3.0, -100.0
# Whoever they are, it is names that are listed behind them.
SIGNERS = ("人员", "人", "签字", "签名", "姓名")


def behind_words(text: str) -> Iterator[Reading]:
    """Names behind words that stand before names, and at the beginning of a clause; lists of them."""
    place = 0
    listed: dict[int, float] = {}
    while match := evidence.BEFORE.search(text, place):
        slot = slot_behind(text, match)
        place = match.end() if slot else match.end("word")
        if slot is not None:
            if not (slot.marked and not match["word"].endswith(SIGNERS) and are_words(text, slot.start)):
                yield from _list_from(text, slot, listed)
            if match["link"] == "由" and not match["marks"]:
                yield from _list_from(text, Slot(match.start("link"), slot.weight), listed)
    for edge in evidence.EDGE.finditer(text):
        yield from _list_from(text, slot_at_edge(text, edge), listed)


def _list_from(text: str, slot: Slot, listed: dict[int, float]) -> Iterator[Reading]:
    """The name at the slot, and those that are listed after it; `listed` has the weights at which lists went by."""
    while slot.weight > listed.get(slot.start, NEVER):
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
            weight - (BEHIND_MASKED if masked else 0.0),
            reading is not None or slot.weight > 0,
            listed=True,
        )


def _at(text: str, slot: Slot) -> Reading | None:
    if slot.weight > 0 and (end := foreign_names.latin_at(text, slot.start)) is not None:
        return Reading(slot.start, end, slot.weight)
    if slot.weight >= FOR_SPACED and (spaced := SPACED.match(text, slot.start)):
        return _spaced(spaced, slot.weight)
    return weigh(text, slot)


def _spaced(match: re.Match[str], weight: float) -> Reading | None:
    """黄 山 松: a name of which every character stands alone."""
    name = match[1] + match[2] + (match[3] or "")
    whole = any(length == len(name) for length, _ in forms(name))
    return (
        Reading(match.start(), match.end(), weight) if whole and may_be(name) and name not in NOBODY else None
    )
