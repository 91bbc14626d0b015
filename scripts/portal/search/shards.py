"""Grams and their places as small files in alphabetical order, and a directory of what begins where.

A file is: the number of its entries, the length of the names, the names (UTF-8), the length of
each entry's data, the data. A name is a line: how many characters it shares with the one before,
`0`–`7`; how long its key is, `1`–`8` for a gram and `A`–`G` for a frequent string; the rest of it.
The key is what the file is searched by; beyond it a gram says what follows (see ADR 9).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from portal.search.coding import Numbers, varint, varints
from portal.search.grams import ENDED, Frequent, Grams, batches, text_at
from portal.search.laying import Laid

# Bytes from which a file is full.
FULL = 2400


@dataclass(frozen=True, slots=True)
class Entry:
    """A gram with its places, or a frequent string with its pages."""

    text: str
    short: int
    data: bytes
    frequent: bool = False

    @property
    def key(self) -> str:
        return self.text[: self.short]


@dataclass(frozen=True)
class Shard:
    """A file and the key of its first entry."""

    key: str
    content: bytes


def shards(laid: Laid, grams: Grams) -> Iterator[Shard]:
    often = (_frequent_entry(one) for one in grams.frequent)
    entries = heapq.merge(_gram_entries(laid, grams), often, key=attrgetter("key"))
    held: list[Entry] = []
    size = 0
    # Entries with one key are looked at together, so they lie in one file.
    for _, alike in groupby(entries, attrgetter("key")):
        group = list(alike)
        more = sum(len(one.data) + 3 * len(one.text) for one in group)
        if held and size + more > FULL:
            yield _shard(held)
            held, size = [], 0
        held += group
        size += more
    if held:
        yield _shard(held)


def _frequent_entry(one: Frequent) -> Entry:
    return Entry(one.text, one.short, varint(len(one.pages)) + one.pages + one.titled, frequent=True)


def _gram_entries(laid: Laid, grams: Grams) -> Iterator[Entry]:
    for batch in batches(laid.codes):
        places = batch[grams.lengths[batch] < ENDED]
        if not len(places):
            continue
        # What follows a gram is kept up to where the next place's gram would end, but for its last character.
        reach = np.maximum(grams.lengths[places], grams.lengths[places + 1] & ENDED - 1)
        front, back = _packed(laid.codes, places, reach, 0), _packed(laid.codes, places, reach, 4)
        order = np.lexsort((places, back, front))
        changes = (np.diff(front[order]) != 0) | (np.diff(back[order]) != 0)
        begins = np.concatenate([[0], np.flatnonzero(changes) + 1])
        yield from _with_places(laid, places[order], begins, reach[order], grams.lengths)


def _packed(
    codes: NDArray[np.uint16], places: Numbers, reach: NDArray[np.uint8], first: int
) -> NDArray[np.uint64]:
    """Four characters of each gram as one number that sorts like them."""
    packed = np.zeros(len(places), np.uint64)
    for at in range(first, first + 4):
        unit = np.where(reach > at, codes[np.minimum(places + at, len(codes) - 1)], 0)
        packed = packed << np.uint64(16) | unit.astype(np.uint64)
    return packed


def _with_places(
    laid: Laid, places: Numbers, begins: Numbers, reach: NDArray[np.uint8], lengths: NDArray[np.uint8]
) -> Iterator[Entry]:
    """One entry for each run of places that begins at `begins`."""
    gaps = np.diff(places, prepend=0)
    gaps[begins] = places[begins]
    raw, bounds = varints(gaps)
    ends = [*begins[1:].tolist(), len(places)]
    for begin, end in zip(begins.tolist(), ends, strict=True):
        place = int(places[begin])
        text = text_at(laid.codes, place, int(reach[begin]))
        yield Entry(text, int(lengths[place]), raw[bounds[begin] : bounds[end]])


def _shard(entries: list[Entry]) -> Shard:
    names, last = [], ""
    for one in entries:
        shared = _shared(last, one.text)
        names.append(f"{shared}{_mark(one)}{one.text[shared:]}\n")
        last = one.text
    heading = "".join(names).encode("utf-8")
    sizes = b"".join(varint(len(one.data)) for one in entries)
    data = b"".join(one.data for one in entries)
    return Shard(entries[0].key, varint(len(entries)) + varint(len(heading)) + heading + sizes + data)


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))


def _mark(one: Entry) -> str:
    return chr(ord("@" if one.frequent else "0") + one.short)
