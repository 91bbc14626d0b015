"""How many questions of each type and topic stand in one form: rows and columns that both add up.

A form is a row of slots. Topics take stretches of it as long as their shares, types are spread evenly over it; both
are moved along from form to form, so that over many forms every type of every topic gets its exact share although
a single form can hold only whole questions. The twin is `quiz-layout.js`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from portal.records.blueprint import Blueprint
from portal.records.question_type import TypeName

Cell = tuple[TypeName, str]  # type and topic


class CannotDraw(ValueError):
    """The bank does not hold what the blueprint asks; the text says of what, in Chinese."""


class Layout:
    """The cells of the forms of one blueprint, over what is there of each cell besides the must-haves."""

    def __init__(self, blueprint: Blueprint, there: Mapping[Cell, int], must: Sequence[Cell] = ()) -> None:
        taken_types, taken_topics = Counter(type_ for type_, _ in must), Counter(topic for _, topic in must)
        self._types = _spread({one.type: one.count - taken_types[one.type] for one in blueprint.sections})
        self.size = len(self._types)
        whole = blueprint.count
        self._weights = {
            topic: max(0, share * whole - 100 * taken_topics[topic])
            for topic, share in blueprint.topics.items()
        }
        self.weight = sum(self._weights.values())
        self._there = there
        self._cells: list[Cell] = [
            (one.type, topic) for one in blueprint.sections for topic in blueprint.topics
        ]

    def cells(self, shift: int, offset: int, turn: int) -> list[Cell]:
        """The cell of every slot, with the types moved by `shift` slots and the topics by `offset` of `weight`.

        No more than a third of a cell is taken if others can stand in; over three turns that holds for one question too.
        """
        slots: list[Cell] = []
        reached = 0
        for topic, weight in self._weights.items():
            reached += weight
            while len(slots) < (reached * self.size + offset) // self.weight:
                slots.append((self._types[(len(slots) + shift) % self.size], topic))
        thirds = {
            cell: (self._there.get(cell, 0) + (number + turn) % 3) // 3
            for number, cell in enumerate(self._cells)
        }
        self._mend(slots, thirds)
        self._mend(slots, self._there)
        for cell, count in Counter(slots).items():
            if count > self._there.get(cell, 0):
                raise CannotDraw(f"“{cell[1]}”的题不够")
        return slots

    def _mend(self, slots: list[Cell], most: Mapping[Cell, int]) -> None:
        """Slots of cells that are to give no more change types with others; types and topics add up as before."""
        counts = Counter(slots)
        for here in range(self.size):
            if counts[slots[here]] > most.get(slots[here], 0):
                self._exchange(slots, counts, most, here)

    def _exchange(
        self, slots: list[Cell], counts: Counter[Cell], most: Mapping[Cell, int], here: int
    ) -> None:
        type_, topic = slots[here]
        for step in range(1, self.size):
            other = (here + step) % self.size
            other_type, other_topic = slots[other]
            if other_type == type_ or other_topic == topic:
                continue
            new, other_new = (other_type, topic), (type_, other_topic)
            if counts[new] < most.get(new, 0) and counts[other_new] < most.get(other_new, 0):
                for cell, change in ((slots[here], -1), (slots[other], -1), (new, 1), (other_new, 1)):
                    counts[cell] += change
                slots[here], slots[other] = new, other_new
                return


def _spread(counts: Mapping[TypeName, int]) -> list[TypeName]:
    """So many of each type, each spread as evenly as can be."""
    places = [
        (Fraction(2 * number + 1, 2 * count), order, type_)
        for order, (type_, count) in enumerate(counts.items())
        for number in range(count)
    ]
    return [type_ for _, _, type_ in sorted(places)]
