"""Which questions stand in form number N: `draw(blueprint, version, candidates, form)` gives their keys by section.

Forms are dealt like cards, twenty to a round: every cell (type, topic, difficulty) is a deck that is shuffled once a
round and dealt from the top, so that neighbours share few questions and all are used alike. The same text gives the
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


def draw(blueprint: Blueprint, version: str, candidates: Iterable[Candidate], form: int) -> Form:
    """Form number `form`, from 1. Raises `CannotDraw` where the bank does not hold what the blueprint asks."""
    return Drawing(blueprint, version, candidates).form(form)


class Deck:
    """The questions of one cell and difficulty; dealt from the top, over and over."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = keys
        self.dealt = 0

    def deal(self) -> str:
        self.dealt += 1
        return self.keys[(self.dealt - 1) % len(self.keys)]


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
        self._cells: dict[Cell, dict[str, list[str]]] = {}
        for one in sorted(suitable.values(), key=lambda one: one.key):
            by_difficulty = self._cells.setdefault((one.type, one.topic), {})
            by_difficulty.setdefault(one.difficulty, []).append(one.key)
        there = {cell: sum(map(len, decks.values())) for cell, decks in self._cells.items()}
        self.layout = Layout(blueprint, there, [(one.type, one.topic) for one in self._must])
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
        decks = self._shuffled(chance)
        size, weight = self.layout.size, self.layout.weight
        if not size:
            return [self._arranged([], chance) for _ in range(ROUND)]
        shift, offset = chance.below(size), chance.below(weight)
        return [
            self._arranged(
                self._deal(
                    self.layout.cells((shift + index) % size, (offset + index * weight // ROUND) % weight),
                    decks,
                ),
                chance,
            )
            for index in range(ROUND)
        ]

    def _shuffled(self, chance: Chance) -> dict[Cell, dict[str, Deck]]:
        """Fresh decks, shuffled in the order of sections, topics and difficulties."""
        fresh: dict[Cell, dict[str, Deck]] = {}
        for section in self._blueprint.sections:
            for topic in self._blueprint.topics:
                held = self._cells.get((section.type, topic), {})
                fresh[section.type, topic] = {
                    level: Deck(chance.shuffled(held[level])) for level in DIFFICULTIES if level in held
                }
        return fresh

    def _deal(self, slots: Sequence[Cell], decks: dict[Cell, dict[str, Deck]]) -> list[tuple[str, str]]:
        """Type and key for every slot; slots with the least choice of difficulties choose first."""
        left, used = dict(self._quotas), Counter[tuple[Cell, str]]()
        dealt = []
        for slot in sorted(slots, key=lambda slot: len(decks[slot])):
            level = _level(decks[slot], slot, left, used)
            left[level] -= 1
            used[slot, level] += 1
            dealt.append((slot[0], decks[slot][level].deal()))
        return dealt

    def _arranged(self, dealt: Sequence[tuple[str, str]], chance: Chance) -> Form:
        """The questions by section, each section in an order of chance."""
        all_of_them = [(one.type, one.key) for one in self._must] + list(dealt)
        return tuple(
            tuple(chance.shuffled(key for type_, key in all_of_them if type_ == section.type))
            for section in self._blueprint.sections
        )


def _level(decks: dict[str, Deck], slot: Cell, left: dict[str, int], used: Counter[tuple[Cell, str]]) -> str:
    """The difficulty to deal: one that the paper still lacks, of these the deck that has been dealt from least."""
    free = [level for level, deck in decks.items() if used[slot, level] < len(deck.keys)]
    lacking = [level for level in free if left[level] > 0]
    best = (lacking or free)[0]
    for level in lacking or free:
        ours, others = decks[level], decks[best]
        if ours.dealt * len(others.keys) < others.dealt * len(ours.keys):
            best = level
    return best


def _quotas(blueprint: Blueprint, must: Sequence[Candidate]) -> dict[str, int]:
    """Questions of each difficulty besides the must-haves, by largest remainder."""
    shares = [getattr(blueprint.difficulty, level) * blueprint.count for level in DIFFICULTIES]
    quotas = [share // 100 for share in shares]
    order = sorted(range(len(shares)), key=lambda number: -(shares[number] % 100))
    for number in order[: blueprint.count - sum(quotas)]:
        quotas[number] += 1
    given = Counter(one.difficulty for one in must)
    return {level: quota - given[level] for level, quota in zip(DIFFICULTIES, quotas, strict=True)}
