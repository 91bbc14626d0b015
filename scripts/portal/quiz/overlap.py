"""How many questions two forms share, by how far apart their numbers are, and how many they may share at most.

Takes forms in order, keeps only those that are still near and the first few hundred. Must-haves do not count: they are
in every form because somebody wants that.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from portal.quiz.dealing import REACH

# Numbers that are so far apart, and no further → the percent of their questions that two forms may share. Who sits
# beside, who sits beside that one, who sits in the rows before and behind.
LIMITS = {1: 20, 2: 30, REACH: 50}
# Any two of so many forms are compared, too; there is no limit for them.
COMPARED = 400


@dataclass(frozen=True)
class Overlap:
    """The two forms that share most among those at most `apart`; 0: among any two of the first ones."""

    apart: int
    shared: int
    questions: int
    forms: tuple[int, int]

    @property
    def percent(self) -> float:
        return 100 * self.shared / max(1, self.questions)

    @property
    def limit(self) -> int:
        return LIMITS.get(self.apart, 100)

    @property
    def too_much(self) -> bool:
        return self.percent > self.limit


class Overlaps:
    """Looks at forms in order, from 1; `questions` of a form besides the must-haves."""

    def __init__(self, questions: int) -> None:
        self._near: deque[tuple[int, frozenset[str]]] = deque(maxlen=REACH)
        self._first: list[tuple[int, frozenset[str]]] = []
        self._most = {apart: Overlap(apart, 0, questions, (1, 1)) for apart in (*LIMITS, 0)}

    def add(self, number: int, keys: Iterable[str]) -> None:
        form = frozenset(keys)
        for apart in LIMITS:
            self._compare(apart, (one for one in self._near if number - one[0] <= apart), number, form)
        self._near.append((number, form))
        if number <= COMPARED:
            self._compare(0, self._first, number, form)
            self._first.append((number, form))

    def _compare(
        self, apart: int, others: Iterable[tuple[int, frozenset[str]]], number: int, form: frozenset[str]
    ) -> None:
        for other, keys in others:
            shared, most = len(keys & form), self._most[apart]
            if shared > most.shared:
                self._most[apart] = Overlap(apart, shared, most.questions, (other, number))

    @property
    def most(self) -> tuple[Overlap, ...]:
        """For every limit the two forms that share most, at the end any two."""
        return tuple(self._most.values())
