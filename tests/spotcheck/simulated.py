"""People of known ability who sit drawn papers of the frozen bank: what comes back must be what was put in.

Rasch's model: whoever has ability `a` answers a question of difficulty `d` rightly with probability 1 / (1 + e^(d - a)).
Difficulties go by the question's key, abilities are normal, and everything follows from one seed.
"""

from __future__ import annotations

import datetime
import math
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from statistics import NormalDist
from typing import Any

from tests.projects import REPOSITORY

from portal.quiz.candidates import FrozenQuestion
from portal.quiz.codes import PaperCode, write
from portal.quiz.drawing import Drawing
from portal.quiz.versions import BankVersion, thaw
from portal.records.blueprint import Blueprint
from portal.spotcheck.sitting import Sitting

VERSION = "d1583378"
ABILITIES = NormalDist(0.6, 1.0)
STEPS = 400
# As many people come on one day, from firms of four.
A_DAY, A_FIRM = 100, 4
FIRST_DAY = datetime.date(2026, 1, 1)


@dataclass(frozen=True)
class Simulated:
    """One sitting: which paper, and what was chosen of each of its questions, in its order."""

    blueprint: Blueprint
    form: int
    questions: tuple[FrozenQuestion, ...]
    answers: tuple[tuple[str, ...], ...]

    @property
    def code(self) -> str:
        return write(PaperCode(self.blueprint.code, VERSION, self.form))


@cache
def frozen() -> BankVersion:
    return thaw(VERSION, (REPOSITORY / f"quizzes/versions/{VERSION}.json").read_bytes())


def difficulty(question: FrozenQuestion) -> float:
    """From -2 (easy) to 2 (hard), by the question's key."""
    return 4 * (int(question.key, 16) / 16.0 ** len(question.key)) - 2


def expected(question: FrozenQuestion) -> float:
    """The share of all people who answer it rightly: the model, over all abilities."""
    levels = (ABILITIES.inv_cdf((step + 0.5) / STEPS) for step in range(STEPS))
    return sum(_knows(level, question) for level in levels) / STEPS


def sittings(people: int, seed: str, blueprints: Sequence[str] = ()) -> Iterator[Simulated]:
    """Each person sits a form of their own, of the blueprints in turn."""
    dice = random.Random(seed)
    wanted = [one for one in frozen().blueprints if not blueprints or one.id in blueprints]
    drawings = [Drawing(one, VERSION, frozen().questions, frozen().format) for one in wanted]
    for person in range(people):
        which, form = person % len(wanted), 1 + person // len(wanted)
        ability = ABILITIES.inv_cdf(max(dice.random(), 1e-12))
        keys = chain.from_iterable(drawings[which].form(form))
        questions = tuple(frozen().by_key[key] for key in keys)
        yield Simulated(
            wanted[which], form, questions, tuple(_answer(one, ability, dice) for one in questions)
        )


def recorded(simulated: Iterable[Simulated]) -> Iterator[Sitting]:
    """The same as inspectors would have recorded them: on paper, numbered day by day."""
    for person, one in enumerate(simulated):
        day, number = divmod(person, A_DAY)
        yield Sitting(
            day=FIRST_DAY + datetime.timedelta(days=day),
            number=number + 1,
            paper=one.code,
            firm=number // A_FIRM + 1,
            business=one.blueprint.business_types[0],
            post=one.blueprint.posts[0],
            by="paper",
            answers=one.answers,
        )


def _knows(ability: float, question: FrozenQuestion) -> float:
    return 1 / (1 + math.exp(difficulty(question) - ability))


def _answer(question: FrozenQuestion, ability: float, dice: random.Random) -> tuple[str, ...]:
    """The key, or one wrong option, which earns nothing under any rule; nothing where there is no wrong one."""
    if dice.random() < _knows(ability, question):
        return question.answer_ids
    options: list[Any] = [one.id for one in question.kind.fixed] or list(question.options)
    wrong = [one for one in options if one not in question.answer_ids]
    return (dice.choice(wrong),) if wrong else ()
