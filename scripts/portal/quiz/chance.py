"""A small random generator that gives the same numbers in Python and in a browser, from any text.

xoshiro128** 1.1 by Blackman and Vigna, seeded by FNV-1a. Takes a text, gives numbers and shuffled lists; the
twin is `quiz-chance.js`, the published vectors of both are in `tests/quiz/vectors/chance.json`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

WORD = 0xFFFFFFFF
FNV_BASIS, FNV_PRIME = 0x811C9DC5, 0x01000193


def fnv1a(data: bytes) -> int:
    """FNV-1a, 32 bits."""
    value = FNV_BASIS
    for byte in data:
        value = (value ^ byte) * FNV_PRIME & WORD
    return value


class Chance:
    """A stream of numbers that is the same for the same text."""

    def __init__(self, text: str) -> None:
        self._state = [fnv1a(f"{number}:{text}".encode()) for number in range(4)]

    @classmethod
    def from_state(cls, state: Sequence[int]) -> Chance:
        """The generator in a state of four words, as published vectors give it."""
        made = cls.__new__(cls)
        made._state = list(state)
        return made

    def next(self) -> int:
        """A number of 32 bits."""
        a, b, c, d = self._state
        product = b * 5 & WORD
        result = ((product << 7 | product >> 25) & WORD) * 9 & WORD
        c ^= a
        d ^= b
        turned = d << 11 & WORD | d >> 21
        self._state = [a ^ d, b ^ c, c ^ (b << 9 & WORD), turned]
        return result

    def below(self, limit: int) -> int:
        """A number from 0 to `limit` - 1, all equally likely; numbers that would tip the scales are thrown away."""
        whole = 2**32 - 2**32 % limit
        number = self.next()
        while number >= whole:
            number = self.next()
        return number % limit

    def shuffled(self, items: Iterable[T]) -> list[T]:
        """The items in an order of chance (Fisher and Yates, from the last place down)."""
        order = list(items)
        for last in range(len(order) - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]
        return order


def option_order(code: str, question_id: str, letters: Iterable[str]) -> list[str]:
    """The order in which a paper shows the options of a question; `code` is the paper's, or a seed of practice."""
    return Chance(f"{code}/{question_id}").shuffled(sorted(letters))
