"""A guesser that knows nothing but tells: what it scores on the bank beside blind chance.

It learns from the other topics which tells are worth following, so that its score is one that it would reach on
questions it has not seen. A score is a share of the questions answered rightly, all or nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from portal.quiz.tells import TELLS, Asked, Record, chance, record


class OnTopic(Asked, Protocol):
    @property
    def topic(self) -> Hashable: ...


Q = TypeVar("Q", bound=OnTopic)


@dataclass(frozen=True)
class Score:
    """Shares of the questions answered rightly, by tells and by blind chance."""

    guessed: float
    blind: float

    @property
    def lead(self) -> float:
        """In percentage points."""
        return 100 * (self.guessed - self.blind)


def scores(questions: Sequence[Q]) -> list[Score]:
    """What the guesser and blind chance make of each question, in their order: 0, 1, or between them."""
    learned = {topic: _learned(questions, topic) for topic in {one.topic for one in questions}}
    return [Score(_guessed(one, learned[one.topic]), chance(one)) for one in questions]


def mean(of: Sequence[Score]) -> Score:
    """The mean of scores; zero where there are none."""
    count = len(of) or 1
    return Score(sum(one.guessed for one in of) / count, sum(one.blind for one in of) / count)


def _learned(questions: Sequence[Q], topic: Hashable) -> list[Record]:
    """The tells that pay on all other topics, the best first."""
    others = [one for one in questions if one.topic != topic]
    records = [record(tell, others) for tell in TELLS]
    return sorted((one for one in records if one.lift > 0), key=lambda one: -one.lift)


def _guessed(question: Asked, learned: Sequence[Record]) -> float:
    picked = next((found for one in learned if (found := one.tell.pick(question))), None)
    return chance(question) if picked is None else float(picked == frozenset(question.answer_ids))
