"""Which questions share a file: those that the same readers practise.

Takes the questions row by row, gives the rows of each file. A file is loaded whole, so whatever somebody did not
ask for is loaded in vain: questions for canteens only have no place in the files of an online shop.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from portal.records.question import Question

MOST = 40  # questions in a file, some 12 KB compressed, so that the first question is there soon
# One more file costs as much as so many questions: it is one more request, and texts compress less well apart.
REQUEST = 7
# A topic has a third of the questions that a post in a business has, but is as likely to be chosen.
TOPIC = 10

# What somebody practises: a topic, or a post in a kind of business.
Choice = tuple[str, ...]


@dataclass(frozen=True)
class _Pile:
    """Rows that share a file so far, and the choices that load it."""

    rows: tuple[int, ...]
    choices: frozenset[Choice]

    def __add__(self, other: _Pile) -> _Pile:
        return _Pile(self.rows + other.rows, self.choices | other.choices)


class _Piles:
    """Piles, and how much any two of them save when they are put together.

    `weight` says how much a question costs that is loaded for a choice.
    """

    def __init__(self, weight: Mapping[Choice, int]) -> None:
        self.weight = weight
        self.made = 0
        self.left: dict[int, tuple[_Pile, int]] = {}
        # What is saved, as a negative number so that the most comes first, and the two that save it.
        self.savings: list[tuple[int, int, int]] = []

    def cost(self, pile: _Pile) -> int:
        return (len(pile.rows) + REQUEST) * sum(self.weight[choice] for choice in pile.choices)

    def add(self, pile: _Pile) -> None:
        cost = self.cost(pile)
        for number, (other, other_cost) in self.left.items():
            if len(pile.rows) + len(other.rows) <= MOST:
                more = self.cost(pile + other) - cost - other_cost
                if more < 0:
                    heapq.heappush(self.savings, (more, number, self.made))
        self.left[self.made] = pile, cost
        self.made += 1

    def put_together(self) -> list[_Pile]:
        """Two by two, always those that save the most, as long as anything is saved."""
        while self.savings:
            _, one, other = heapq.heappop(self.savings)
            if one in self.left and other in self.left:
                self.add(self.left.pop(one)[0] + self.left.pop(other)[0])
        return [pile for pile, _ in self.left.values()]


def shared(questions: Sequence[Question]) -> list[list[int]]:
    """The rows of each file, rising; the files by their first rows, so that whoever begins in order begins with 0."""
    choices = [frozenset(_choices(one)) for one in questions]
    piles = _Piles(_weights(choices))
    for pile in _alike(choices):
        piles.add(pile)
    return sorted(sorted(pile.rows) for pile in piles.put_together())


def _choices(question: Question) -> Iterator[Choice]:
    if question.topic:
        yield (question.topic,)
    yield from product(question.posts, question.business_types)


def _weights(choices: Sequence[frozenset[Choice]]) -> dict[Choice, int]:
    """Squares of how many questions a choice has: so what takes longest to load is made shorter first."""
    count = Counter(choice for one in choices for choice in one)
    return {choice: number**2 * (TOPIC if len(choice) == 1 else 1) for choice, number in count.items()}


def _alike(choices: Sequence[frozenset[Choice]]) -> Iterator[_Pile]:
    """What everybody loads together, in piles that are not too high."""
    rows: dict[frozenset[Choice], list[int]] = {}
    for row, one in enumerate(choices):
        rows.setdefault(one, []).append(row)
    for one, found in rows.items():
        for start in range(0, len(found), MOST):
            yield _Pile(tuple(found[start : start + MOST]), one)
