"""Numbers as bytes: rising whole numbers as varints of their gaps, sets of pages as gaps or bits.

A varint holds seven bits a byte, lowest first; the high bit says that another byte follows. The
browser's half is in `search-index.js`.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
GAPS, BITS = 0, 1


def varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def varints(numbers: Numbers) -> tuple[bytes, Numbers]:
    """All numbers in a row, and where each one begins; one place more says where the last one ends."""
    sizes = np.ones(len(numbers), np.int64)
    for bits in range(7, 35, 7):
        sizes += numbers >= 1 << bits
    places = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
    out = np.zeros(places[-1], np.uint8)
    for step in range(5):
        reaching = sizes > step
        part = numbers[reaching] >> 7 * step & 0x7F
        more = np.where(sizes[reaching] > step + 1, 0x80, 0)
        out[places[:-1][reaching] + step] = part | more
    return out.tobytes(), places


def read_varints(raw: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in raw:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield value
            value = shift = 0


def rising(raw: bytes) -> list[int]:
    """Numbers from the varints of their gaps, the first counted from nought."""
    found, last = [], 0
    for gap in read_varints(raw):
        last += gap
        found.append(last)
    return found


def page_set(pages: Numbers) -> bytes:
    """A set of page numbers, in whichever of both forms is shorter."""
    if not len(pages):
        return bytes([GAPS])
    gaps, _ = varints(np.diff(pages, prepend=0))
    if len(gaps) <= pages[-1] // 8:
        return bytes([GAPS]) + gaps
    bits = np.zeros(int(pages[-1]) + 1, np.uint8)
    bits[pages] = 1
    return bytes([BITS]) + np.packbits(bits, bitorder="little").tobytes()


def read_page_set(raw: bytes) -> list[int]:
    if raw[0] == GAPS:
        return rising(raw[1:])
    return [8 * at + bit for at, byte in enumerate(raw[1:]) for bit in range(8) if byte >> bit & 1]
