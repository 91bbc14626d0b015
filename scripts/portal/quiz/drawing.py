"""Which questions stand in form number N: `draw(blueprint, version, candidates, form)` gives their keys by section.

Forms are dealt like cards, a few to a round: the questions of a cell (type and topic) are a deck that is shuffled once
a round and dealt from the top. In `FORMAT` 2 what forms nearby have costs, and every other round is dealt between the
two beside it: people who sit together share few questions, and any form costs three rounds at most. In `FORMAT` 1, that
of codes printed before, each round began anew. The same text gives the same forms in the browser; the twin is
`quiz-drawing.js`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from portal.quiz.candidates import Candidate, key_of
from portal.quiz.chance import Chance
from portal.quiz.dealing import REACH, Nearby, deal, weight
from portal.quiz.layout import CannotDraw, Cell, Layout
from portal.records.blueprint import Blueprint

# How papers are drawn. A change gives a new number, and the old ways stay: a frozen bank says which one is its own.
FORMAT = 2
ROUNDS = {1: 20, 2: REACH}  # format → forms to a round
DIFFICULTIES = ("easy", "medium", "hard")
Form = tuple[tuple[str, ...], ...]  # keys of questions, section by section
Round = dict[int, Form]  # by number, from 0


def draw(
    blueprint: Blueprint, version: str, candidates: Iterable[Candidate], form: int, way: int = FORMAT
) -> Form:
    """Form number `form`, from 1. Raises `CannotDraw` where the bank does not hold what the blueprint asks."""
    return Drawing(blueprint, version, candidates, way).form(form)


class Drawing:
    """All forms of a blueprint; keeps the rounds it has dealt last, so that forms in order cost one dealing each."""

    def __init__(
        self, blueprint: Blueprint, version: str, candidates: Iterable[Candidate], way: int = FORMAT
    ) -> None:
        self._blueprint = blueprint
        self._seed = f"{blueprint.id}/{version}"
        self._way = way
        suitable = {one.key: one for one in candidates if one.suits(blueprint)}
        keys = [key_of(identifier) for identifier in blueprint.must]
        if not set(keys) <= set(suitable):
            raise CannotDraw("有的必考题不能用在这种卷里")
        self._must = [suitable.pop(key) for key in keys]
        self._cells: dict[Cell, list[Candidate]] = {
            (s.type, topic): [] for s in blueprint.sections for topic in blueprint.topics
        }
        for one in sorted(suitable.values(), key=lambda one: one.key):
            self._cells[one.type, one.topic].append(one)
        there = {cell: len(held) for cell, held in self._cells.items()}
        self._layout = Layout(blueprint, there, [(one.type, one.topic) for one in self._must])
        self._quotas = _quotas(blueprint, self._must)
        self._rounds: dict[int, Round] = {}

    def form(self, number: int) -> Form:
        """Form number `number`, from 1."""
        wanted = (number - 1) // ROUNDS[self._way]
        return self._round(wanted)[number - 1]

    def _round(self, number: int) -> Round:
        """A round by itself; in `FORMAT` 2 every other one is dealt between the two beside it, and fits both."""
        if number not in self._rounds:
            beside: Round = {}
            if self._way > 1 and number % 2:
                beside = {**self._round(number - 1), **self._round(number + 1)}
            kept = {one: forms for one, forms in self._rounds.items() if abs(one - number) <= 1}
            self._rounds = {**kept, number: self._deal_round(number, beside)}
        return self._rounds[number]

    def _deal_round(self, number: int, known: Round) -> Round:
        """`known`: forms dealt before; they and those of this round are to share little."""
        chance = Chance(f"{self._seed}/{number}")
        decks = {cell: chance.shuffled(held) for cell, held in self._cells.items()}
        size, whole, length = max(1, self._layout.size), max(1, self._layout.weight), ROUNDS[self._way]
        shift, offset = chance.below(size), chance.below(whole)
        forms: Round = {}
        for index in range(length):
            places = (shift + index) % size, (offset + index * whole // length) % whole
            slots = self._layout.cells(*places, index)
            place = number * length + index
            nearby = self._nearby(place, {**known, **forms})
            dealt = deal(slots, decks, dict(self._quotas), nearby, chance)
            forms[place] = self._arranged(dealt, chance)
        return forms

    def _nearby(self, place: int, known: Round) -> list[Nearby]:
        """The forms within reach; in `FORMAT` 1 none, and in no form its must-haves, which all have."""
        if self._way == 1:
            return []
        return [
            (weight(abs(other - place)), frozenset(key for section in form for key in section))
            for other, form in known.items()
            if abs(other - place) <= REACH
        ]

    def _arranged(self, dealt: Sequence[Candidate], chance: Chance) -> Form:
        """The questions by section, each section in an order of chance."""
        all_of_them = [*self._must, *dealt]
        return tuple(
            tuple(chance.shuffled(one.key for one in all_of_them if one.type == section.type))
            for section in self._blueprint.sections
        )


def _quotas(blueprint: Blueprint, must: Sequence[Candidate]) -> dict[str, int]:
    """Questions of each difficulty besides the must-haves, by largest remainder."""
    shares = [getattr(blueprint.difficulty, level) * blueprint.count for level in DIFFICULTIES]
    quotas = [share // 100 for share in shares]
    order = sorted(range(len(shares)), key=lambda number: -(shares[number] % 100))
    for number in order[: blueprint.count - sum(quotas)]:
        quotas[number] += 1
    given = Counter(one.difficulty for one in must)
    return {level: quota - given[level] for level, quota in zip(DIFFICULTIES, quotas, strict=True)}
