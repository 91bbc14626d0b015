"""What a blueprint needs of the bank and what is there, cell by cell; and how many questions suit whom.

Needs are counted over all positions of the layout at regular steps, not over forms that chance has drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from portal.quiz.candidates import Candidate, key_of
from portal.quiz.layout import Cell, Layout
from portal.records.blueprint import Blueprint
from portal.records.question_type import TypeName

# Offsets of the topics that are looked at; the needs between them are the same but for a rounding.
STEPS = 12
TIMES = 3


@dataclass(frozen=True)
class CellNeed:
    """One type of one topic: questions that are there, and what a paper takes of them."""

    type: TypeName
    topic: str
    there: int
    least: int
    most: int
    mean: Fraction

    @property
    def enough(self) -> bool:
        """Whether there are three times as many as a paper takes on average, so that no question is in every third."""
        return self.there >= TIMES * self.mean and self.there >= self.most


def needs(blueprint: Blueprint, candidates: Iterable[Candidate]) -> list[CellNeed]:
    """Every cell of the blueprint, by section and topic. Raises `CannotDraw` where even one paper cannot be made."""
    cells = [(section.type, topic) for section in blueprint.sections for topic in blueprint.topics]
    there, must = supply(blueprint, candidates)
    layout = Layout(blueprint, there, must)
    taken = [Counter(cells_of_form) for cells_of_form in _all_forms(layout)] or [Counter[Cell]()]
    return [_need(cell, there[cell], [form[cell] for form in taken]) for cell in cells]


def supply(blueprint: Blueprint, candidates: Iterable[Candidate]) -> tuple[Counter[Cell], list[Cell]]:
    """How many questions each cell holds besides the must-haves, and the cells of these."""
    must = {key_of(identifier) for identifier in blueprint.must}
    suitable = [one for one in candidates if one.suits(blueprint)]
    there = Counter((one.type, one.topic) for one in suitable if one.key not in must)
    return there, [(one.type, one.topic) for one in suitable if one.key in must]


def counts(candidates: Iterable[Candidate]) -> Counter[tuple[str, str, str]]:
    """How many questions suit a post in a business type on a topic."""
    return Counter(
        (post, business_type, one.topic)
        for one in candidates
        for post in one.posts
        for business_type in one.business_types
    )


def _all_forms(layout: Layout) -> Iterable[list[Cell]]:
    for shift in range(layout.size):
        for step in range(STEPS):
            yield layout.cells(shift, step * layout.weight // STEPS, step)


def _need(cell: Cell, there: int, taken: Sequence[int]) -> CellNeed:
    return CellNeed(*cell, there, min(taken), max(taken), Fraction(sum(taken), len(taken)))
