"""Full names of natural persons in running Chinese text, and the form in which they may stand there.

`full_names(text)` adds up what stands before a name, what follows it, and that it is likelier as a name than as words of
the dictionary: see `docs/adr/0017-names-in-text.md`.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import chain

from portal.privacy import evidence, foreign_names, surnames
from portal.privacy.counted_names import counted_names
from portal.privacy.dotted_names import dotted_names
from portal.privacy.fields import fields
from portal.privacy.found import Stretch
from portal.privacy.name_columns import name_columns
from portal.privacy.name_lists import behind_words
from portal.privacy.name_series import name_series
from portal.privacy.sentences import sentences
from portal.privacy.weighing import Reading, weigh_before
from portal.privacy.wordlike import MASK

CERTAIN, STRUCTURED = 100.0, 50.0
# What stands in the form of one.
STRUCTURES = (fields, counted_names, name_columns, name_series, sentences)
CROSS = re.compile(r"×(?:[ \n，、；。]|\Z)")
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
    yield from behind_words(text)
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


def _latin(text: str) -> Iterator[Stretch]:
    if foreign_names.IN_LATIN.search(text) is None:
        return
    for match in chain.from_iterable(pattern.finditer(text) for pattern in foreign_names.WHOLE):
        if not foreign_names.NOT_PERSONAL.search(match["name"]):
            yield match.span("name")


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
