"""Addresses down to a house: of a dwelling (`Kind.HOME`), or of any house in a street (`Kind.ADDRESS`).

An address is a chain of numbers (`house_numbers.py`) behind a name (`place_names.py`). Whether somebody lives there
is told by `dwellings.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from portal.privacy.dwellings import AT_HOME, FAR, IS_HOME, Place
from portal.privacy.found import Found, Kind
from portal.privacy.house_numbers import CERTAIN_DWELLING, CHAIN, DWELLING, HIDDEN, JOINED, OTHERWISE
from portal.privacy.place_names import ESTATE, MASK, STREET, VILLAGE, lead, masked_address, name_before

STOREYS = ("楼", "层", "座")
LAST_OF_NAME = 6  # characters in which a mask would hide the name


def addresses(text: str) -> Iterator[Found]:
    """All addresses of `text`, which is folded, with a street, village or estate that is not masked."""
    for match in chain(CHAIN.finditer(text), JOINED.finditer(text)):
        place = _place(text, match)
        if place:
            kind = Kind.HOME if place.home else Kind.ADDRESS
            yield Found(kind, place.start, place.end, masked_address(text[place.start : place.end]))


def _place(text: str, match: re.Match[str]) -> Place | None:
    name = name_before(text, match.start())
    if not name or MASK.search(name[-LAST_OF_NAME:]) or HIDDEN.match(text, match.end()):
        return None
    if match[0] == match["first"] and OTHERWISE.match(text, match.end()):
        return None
    if not _is_address(text, match, name):
        return None
    start = match.start() - len(name) + lead(name)
    return Place(text, start, match.end(), match[0], text[start : match.start()])


def _is_address(text: str, match: re.Match[str], name: str) -> bool:
    unit = match["unit"] or ""
    if STREET.search(name):
        return unit.startswith(("号", "弄", "支弄")) or bool(DWELLING.search(match[0]))
    if VILLAGE.search(name):
        return unit not in ("", *STOREYS) or bool(DWELLING.search(match[0]))
    if ESTATE.search(name) or CERTAIN_DWELLING.search(match[0]):
        return True
    return unit not in STOREYS and (
        AT_HOME.search(text[max(0, match.start() - FAR) : match.start()]) is not None
        or IS_HOME.match(text, match.end()) is not None
    )
