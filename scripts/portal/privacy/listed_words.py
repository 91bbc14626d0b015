"""Whether what is listed behind a mark are words rather than names: 验收：看色、闻味, 值班：白班、晚班、夜班.

`are_words(text, start)` takes the place where the list begins; one member alone is no list. `goes_on_with_name` asks of
one whose beginning may be a name whether another follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from portal.privacy import evidence, given_names, surnames, words
from portal.privacy.forms import forms
from portal.privacy.not_called import is_answer
from portal.privacy.wordlike import MASK, may_be

LIST: Final = re.compile(r"[\u4e00-\u9fff]{1,12}(?:、[\u4e00-\u9fff]{1,12})+")
RUN: Final = re.compile(r"[\u4e00-\u9fff]{1,14}")
LEAST, CERTAINLY, NONE = 0.0, 4.0, -8.0


def are_words(text: str, start: int) -> bool:
    """Whether a list begins at the place, no member of which is surely a name, and which are likelier words together."""
    found = LIST.match(text, start)
    if found is None or MASK.match(text, found.end()):
        return False
    members = found[0].split("、")
    gains = [_gain(member) for member in members]
    if any(
        gain > CERTAINLY and given_names.is_usual(name[1:]) for name, gain in zip(members, gains, strict=True)
    ):
        return False
    return NONE in gains or sum(gains) < LEAST


def _gain(member: str) -> float:
    """By how much it is likelier a name than words; `NONE` where it can be none."""
    if MASK.search(member):
        return CERTAINLY
    if not may_be(member) or is_answer(member):
        return NONE
    likeliness = max((one for length, one in forms(member) if length == len(member)), default=None)
    return NONE if likeliness is None else likeliness - words.likeliness(member)


def goes_on_with_name(text: str, end: int) -> bool:
    """Whether a list goes on at `end` with what is certainly a name."""
    following = evidence.LISTED.match(text, end)
    found = RUN.match(text, following.end()) if following else None
    if found is None or found[0][0] in surnames.WORDLIKE:
        return False
    return any(gain > CERTAINLY for _, gain in _gains(found[0]))


def _gains(run: str) -> Iterator[tuple[int, float]]:
    """The lengths of the names with which the run may begin, and by how much it is likelier so than as words alone."""
    as_words: float | None = None
    for length, likeliness in forms(run):
        if may_be(run[:length]):
            as_words = words.likeliness(run) if as_words is None else as_words
            yield length, likeliness + words.likeliness(run[length:]) - as_words
