"""The questions of one form out of the decks: of the difficulty that lacks first, and few that a form nearby has.

Takes the cells of the slots, the decks and the forms nearby, gives a question for every slot. Where no form is nearby
(`FORMAT` 1), the first of the deck is taken. The twin is in `quiz-drawing.js`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from portal.quiz.candidates import Candidate
from portal.quiz.chance import Chance
from portal.quiz.layout import Cell

Decks = Mapping[Cell, list[Candidate]]
# A form nearby: how much it weighs that a question stands in both, and the keys of its questions.
Nearby = tuple[int, AbstractSet[str]]
# Next to each other, two apart; whoever is further away weighs 1.
WEIGHTS = (6, 3)
REACH = 10
# A question of a difficulty that the form has enough of weighs as much as one that the next form has.
UNWANTED = 6


def weight(distance: int) -> int:
    """How much a question weighs that another form has, so many forms away."""
    return WEIGHTS[distance - 1] if distance <= len(WEIGHTS) else 1


def deal(
    slots: Sequence[Cell], decks: Decks, left: dict[str, int], nearby: Sequence[Nearby], chance: Chance
) -> list[Candidate]:
    """A question for every slot; `left` of each difficulty are to be had. Those dealt go under their deck."""
    dealt: list[Candidate] = []
    counts = Counter(slots)
    # In an order of chance: the last cells have to give whatever difficulty is left.
    for slot in chance.shuffled(counts):
        for _ in range(counts[slot]):
            one = _next(decks[slot], _keys(dealt), left, nearby)
            left[one.difficulty] -= 1
            dealt.append(one)
    # What cannot be exchanged directly is exchanged by way of the third difficulty.
    for spare in (1, 0, 1):
        _balance(dealt, decks, left, nearby, spare)
    for one in dealt:
        deck = decks[one.type, one.topic]
        deck.remove(one)
        deck.append(one)
    return dealt


def _keys(questions: Iterable[Candidate]) -> frozenset[str]:
    return frozenset(one.key for one in questions)


def _costs(keys: AbstractSet[str], nearby: Iterable[Nearby]) -> Callable[[Candidate], int]:
    """What a question costs: the more, the more `keys`, dealt already, this form shares with another that has it."""
    shared = [(weight * (1 + len(keys & others)), others) for weight, others in nearby]
    return lambda one: max((cost for cost, others in shared if one.key in others), default=0)


def _next(
    deck: Iterable[Candidate], dealt: AbstractSet[str], left: Mapping[str, int], nearby: Iterable[Nearby]
) -> Candidate:
    cost = _costs(dealt, nearby)
    free = (one for one in deck if one.key not in dealt)
    return min(free, key=lambda one: cost(one) + (0 if left[one.difficulty] > 0 else UNWANTED))


def _balance(
    dealt: list[Candidate], decks: Decks, left: dict[str, int], nearby: Sequence[Nearby], spare: int
) -> None:
    """Questions of a difficulty there is too much of are exchanged for others of their cell, `spare` of which lack."""
    for place, one in enumerate(dealt):
        if left[one.difficulty] >= 0:
            continue
        keys = _keys(dealt)
        deck = (other for other in decks[one.type, one.topic] if other.key not in keys)
        others = [other for other in deck if left[other.difficulty] >= spare]
        if others:
            other = min(others, key=_costs(keys, nearby))
            left[one.difficulty] += 1
            left[other.difficulty] -= 1
            dealt[place] = other
