"""All that was brought of one day → the sittings that are new; what one source brings is taken whole or not at all.

The same receipt twice, in one chat or on two evenings, is one sitting; two different ones for a number are refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from portal.spotcheck.accepting import Desk, Refused
from portal.spotcheck.brought import Brought
from portal.spotcheck.sitting import Sitting


@dataclass(frozen=True)
class Refusal:
    """Why something was not taken, where it stands, what to do; all in Chinese."""

    place: str
    message: str
    hint: str


@dataclass(frozen=True)
class Recorded:
    """`sittings` of a source, the `new` ones among them, or why nothing of it was taken."""

    sittings: tuple[Sitting, ...] = ()
    new: tuple[Sitting, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def record(desk: Desk, source: Iterable[Brought]) -> tuple[Desk, Recorded]:
    """What of the source is recorded, and the desk that knows it for the next one."""
    found: dict[int, Sitting] = {}
    refusals: list[Refusal] = []
    now = desk
    for one in source:
        try:
            sitting = now.accept(one)
        except Refused as failure:
            refusals.append(Refusal(one.place, str(failure), failure.hint))
            continue
        found[sitting.number] = sitting
        now = replace(now, taken=(*now.taken, sitting))
    if refusals:
        return desk, Recorded(refusals=tuple(refusals))
    known = {one.number for one in (*desk.day.sittings, *desk.taken)}
    new = tuple(one for number, one in found.items() if number not in known)
    return now, Recorded(tuple(found.values()), new)
