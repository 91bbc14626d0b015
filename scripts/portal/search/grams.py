"""Cuts the text into grams: at every place the shortest string that is rare enough.

A string that occurs more than `OFTEN` times is frequent: it is kept with the set of its pages, and
its places are parted by the next character, and so on. So no list of places is ever long, and the
question for a frequent word is answered by one set. Gives the length of the gram at every place
and the frequent strings. ADR 9 tells why this makes phrases exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from portal.search.coding import Numbers, page_set
from portal.search.laying import Laid

# Occurrences from which a string is frequent, and the length at which grams end however often they occur.
OFTEN, LONGEST = 1000, 8
# Marks the length of a gram of which the last character is the gap behind a text.
ENDED = 0x80
# Places sorted at once: enough to be quick, few enough to stay small.
BATCH = 400_000
PLACE_BITS, UNIT_BITS = 28, 16


@dataclass
class Frequent:
    """A string and all longer ones up to `text` that occur at the same places; `short` is the shortest's length."""

    text: str
    short: int
    pages: bytes
    titled: bytes


@dataclass(frozen=True)
class Grams:
    """`lengths[place]` is the length of the gram that begins there; plus `ENDED` where the text ends before it is rare."""

    lengths: NDArray[np.uint8]
    frequent: list[Frequent]


def cut(laid: Laid) -> Grams:
    lengths = np.zeros(len(laid.codes) + 1, np.uint8)
    frequent: list[Frequent] = []
    for places in batches(laid.codes):
        frequent += _refine(laid, places, lengths)
    return Grams(lengths, sorted(frequent, key=lambda one: one.text[: one.short]))


def batches(codes: NDArray[np.uint16]) -> Iterator[Numbers]:
    """All places by their character, rising for each; never one character in two batches."""
    order = np.flatnonzero(codes).astype(np.int32)
    order = order[np.argsort(codes[order], kind="stable")]
    first = last = 0
    for end in [*np.flatnonzero(np.diff(codes[order])) + 1, len(order)]:
        if end - first > BATCH and last > first:
            yield order[first:last].astype(np.int64)
            first = last
        last = end
    if last > first:
        yield order[first:last].astype(np.int64)


def _refine(laid: Laid, places: Numbers, lengths: NDArray[np.uint8]) -> Iterator[Frequent]:
    """Part the places by one character after the other until every part is rare."""
    codes = laid.codes
    group = np.zeros(len(places), np.int64)
    parents: list[tuple[Frequent, int]] = []
    for length in range(1, LONGEST + 1):
        unit = codes[np.minimum(places + length - 1, len(codes) - 1)]
        key = ((group << UNIT_BITS | unit) << PLACE_BITS) | places
        key.sort()
        places, key = key & (1 << PLACE_BITS) - 1, key >> PLACE_BITS
        begins = np.flatnonzero(np.diff(key, prepend=-1))
        counts = np.diff(np.append(begins, len(key)))
        ends = key[begins] & (1 << UNIT_BITS) - 1 == 0
        often = (counts > OFTEN) & ~ends & (length < LONGEST)
        lengths[places[np.repeat(~often, counts)]] = length
        lengths[places[np.repeat(ends, counts)]] |= ENDED
        known, parents = parents, []
        for begin, count in zip(begins[often], counts[often], strict=True):
            parent = known[key[begin] >> UNIT_BITS] if known else None
            one = _frequent(laid, places[begin : begin + count], length, parent)
            if not parent or one is not parent[0]:
                yield one
            parents.append((one, count))
        kept = np.repeat(often, counts)
        places, group = places[kept], np.repeat(np.arange(len(parents)), counts[often])
        if not parents:
            return


def _frequent(laid: Laid, places: Numbers, length: int, parent: tuple[Frequent, int] | None) -> Frequent:
    """The frequent string at these places; that of the parent, longer by one, where it occurs no less often."""
    begin = int(places[0])
    text = text_at(laid.codes, begin, length)
    if parent and parent[1] == len(places):
        parent[0].text = text
        return parent[0]
    titled = laid.pages(laid.in_titles(places))
    return Frequent(text, length, page_set(laid.pages(places)), page_set(titled))


def text_at(codes: NDArray[np.uint16], place: int, length: int) -> str:
    return codes[place : place + length].tobytes().decode("utf-16-le")
