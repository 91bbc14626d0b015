"""How many questions of each type and topic stand in one form: rows and columns that both add up.

A form is a row of slots. Topics take stretches of it as long as their shares, types are spread evenly over it; both
are moved along from form to form, so that over many forms every type of every topic gets its exact share although
a single form can hold only whole questions. The twin is in `quiz-layout.js`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from portal.records.blueprint import Blueprint

Cell = tuple[str, str]  # type and topic


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
        # No more than a third of what is there, if others can stand in: nobody should meet the same ones again.
        self._most = {cell: max(1, count // 3) for cell, count in there.items() if count}
        self._there = there

    def cells(self, shift: int, offset: int) -> list[Cell]:
        """The cell of every slot, with the types moved by `shift` slots and the topics by `offset` of `weight`."""
        slots: list[Cell] = []
        reached = 0
        for topic, weight in self._weights.items():
            reached += weight
            while len(slots) < (reached * self.size + offset) // self.weight:
                slots.append((self._types[(len(slots) + shift) % self.size], topic))
        return self._mended(slots)

    def _mended(self, slots: list[Cell]) -> list[Cell]:
        """The same types and topics, but slots of cells that hold too little have changed types with others."""
        counts = Counter(slots)
        most = self._most
        for here in range(self.size):
            if counts[slots[here]] > most.get(slots[here], 0):
                self._exchange(slots, counts, here)
        for cell, count in counts.items():
            if count > self._there.get(cell, 0):
                raise CannotDraw(f"“{cell[1]}”的题不够")
        return slots

    def _exchange(self, slots: list[Cell], counts: Counter[Cell], here: int) -> None:
        most = self._most
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


def _spread(counts: Mapping[str, int]) -> list[str]:
    """So many of each type, each spread as evenly as can be."""
    places = [
        (Fraction(2 * number + 1, 2 * count), order, type_)
        for order, (type_, count) in enumerate(counts.items())
        for number in range(count)
    ]
    return [type_ for _, _, type_ in sorted(places)]
