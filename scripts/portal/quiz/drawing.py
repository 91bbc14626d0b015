"""Which questions stand in form number N: `draw(blueprint, version, candidates, form)` gives their keys by section.

Forms are dealt like cards, twenty to a round: the questions of a cell (type and topic) are a deck that is shuffled once
a round and dealt from the top, so that neighbours share few questions and all are used alike. The same text gives the
same forms in Python and in the browser; the twin is `quiz-drawing.js`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from portal.quiz.candidates import Candidate, key_of
from portal.quiz.chance import Chance
from portal.quiz.layout import CannotDraw, Cell, Layout
from portal.records.blueprint import Blueprint

ROUND = 20
DIFFICULTIES = ("easy", "medium", "hard")
Form = tuple[tuple[str, ...], ...]  # keys of questions, section by section
Decks = dict[Cell, list[Candidate]]


def draw(blueprint: Blueprint, version: str, candidates: Iterable[Candidate], form: int) -> Form:
    """Form number `form`, from 1. Raises `CannotDraw` where the bank does not hold what the blueprint asks."""
    return Drawing(blueprint, version, candidates).form(form)


class Drawing:
    """All forms of a blueprint; keeps the last round, so that forms in order cost one dealing each."""

    def __init__(self, blueprint: Blueprint, version: str, candidates: Iterable[Candidate]) -> None:
        self._blueprint = blueprint
        self._seed = f"{blueprint.id}/{version}"
        suitable = {one.key: one for one in candidates if one.suits(blueprint)}
        keys = [key_of(identifier) for identifier in blueprint.must]
        if not set(keys) <= set(suitable):
            raise CannotDraw("有的必考题不能用在这种卷里")
        self._must = [suitable.pop(key) for key in keys]
        self._cells: Decks = {(s.type, topic): [] for s in blueprint.sections for topic in blueprint.topics}
        for one in sorted(suitable.values(), key=lambda one: one.key):
            self._cells[one.type, one.topic].append(one)
        there = {cell: len(held) for cell, held in self._cells.items()}
        self._layout = Layout(blueprint, there, [(one.type, one.topic) for one in self._must])
        self._quotas = _quotas(blueprint, self._must)
        self._round = -1
        self._dealt: list[Form] = []

    def form(self, number: int) -> Form:
        """Form number `number`, from 1."""
        wanted, index = divmod(number - 1, ROUND)
        if wanted != self._round:
            self._dealt = self._deal_round(wanted)
            self._round = wanted
        return self._dealt[index]

    def _deal_round(self, number: int) -> list[Form]:
        chance = Chance(f"{self._seed}/{number}")
        decks = {cell: chance.shuffled(held) for cell, held in self._cells.items()}
        size, weight = max(1, self._layout.size), max(1, self._layout.weight)
        shift, offset = chance.below(size), chance.below(weight)
        forms = []
        for index in range(ROUND):
            places = (shift + index) % size, (offset + index * weight // ROUND) % weight
            dealt = self._deal(self._layout.cells(*places, index), decks, chance)
            forms.append(self._arranged(dealt, chance))
        return forms

    def _deal(self, slots: Sequence[Cell], decks: Decks, chance: Chance) -> list[Candidate]:
        """A question for every slot; those dealt go under their deck."""
        left = dict(self._quotas)
        dealt: list[Candidate] = []
        counts = Counter(slots)
        # In an order of chance: the last cells have to give whatever difficulty is left.
        for slot in chance.shuffled(counts):
            dealt += _top(decks[slot], counts[slot], left)
        # What cannot be exchanged directly is exchanged by way of the third difficulty.
        for spare in (1, 0, 1):
            _balance(dealt, decks, left, spare)
        for one in dealt:
            deck = decks[one.type, one.topic]
            deck.remove(one)
            deck.append(one)
        return dealt

    def _arranged(self, dealt: Sequence[Candidate], chance: Chance) -> Form:
        """The questions by section, each section in an order of chance."""
        all_of_them = [*self._must, *dealt]
        return tuple(
            tuple(chance.shuffled(one.key for one in all_of_them if one.type == section.type))
            for section in self._blueprint.sections
        )


def _top(deck: Sequence[Candidate], count: int, left: dict[str, int]) -> list[Candidate]:
    """So many from the top of the deck, those whose difficulty the paper still lacks first."""
    taken: list[Candidate] = []
    for _ in range(count):
        free = [one for one in deck if one not in taken]
        one = next((one for one in free if left[one.difficulty] > 0), free[0])
        left[one.difficulty] -= 1
        taken.append(one)
    return taken


def _balance(dealt: list[Candidate], decks: Decks, left: dict[str, int], spare: int) -> None:
    """Questions of a difficulty there is too much of are exchanged for others of their cell, `spare` of which lack."""
    for place, one in enumerate(dealt):
        if left[one.difficulty] >= 0:
            continue
        others = (other for other in decks[one.type, one.topic] if left[other.difficulty] >= spare)
        other = next((other for other in others if other not in dealt), None)
        if other:
            left[one.difficulty] += 1
            left[other.difficulty] -= 1
            dealt[place] = other


def _quotas(blueprint: Blueprint, must: Sequence[Candidate]) -> dict[str, int]:
    """Questions of each difficulty besides the must-haves, by largest remainder."""
    shares = [getattr(blueprint.difficulty, level) * blueprint.count for level in DIFFICULTIES]
    quotas = [share // 100 for share in shares]
    order = sorted(range(len(shares)), key=lambda number: -(shares[number] % 100))
    for number in order[: blueprint.count - sum(quotas)]:
        quotas[number] += 1
    given = Counter(one.difficulty for one in must)
    return {level: quota - given[level] for level, quota in zip(DIFFICULTIES, quotas, strict=True)}
