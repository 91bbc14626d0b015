"""A question as it stands on paper: its number, its options lettered in the order they are printed, its key.

The bank's letters are shuffled by the paper's code, as on the phone; only printed letters are shown.
"""

from __future__ import annotations

import datetime
import string
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from portal.paper.basis import Basis, basis, caution
from portal.quiz.chance import option_order
from portal.quiz.versions import FrozenQuestion
from portal.records import Site

# What is written for a judgement; letters would look like those of an option.
JUDGEMENTS = {"right": "√", "wrong": "×"}
# Columns in which options stand beside each other → the widest option, its letter left out, in em.
COLUMNS: Mapping[int, float] = {4: 6, 2: 16.5}


@dataclass(frozen=True)
class PrintedOption:
    """An option with the letter printed before it; `id` is its letter in the bank."""

    letter: str
    id: str
    text: str


@dataclass(frozen=True)
class PrintedQuestion:
    """Number `number` of the paper; `answer` is what is to be written into the grid, such as `AC` or `√`."""

    number: int
    id: str
    type: str
    stem: str
    options: tuple[PrintedOption, ...]
    answer: str
    explanation: str
    bases: tuple[Basis, ...]
    caution: str
    reserved: bool

    @property
    def columns(self) -> int:
        """In how many columns the options stand, so that no option breaks its line there."""
        widest = max((_width(one.text) for one in self.options), default=0)
        return next((count for count, most in COLUMNS.items() if widest <= most), 1)


def printed(
    site: Site, question: FrozenQuestion, number: int, code: str, today: datetime.date
) -> PrintedQuestion:
    order = [] if question.type == "judge" else option_order(code, question.id, question.options)
    options = tuple(
        PrintedOption(letter, one, question.options[one])
        for letter, one in zip(string.ascii_uppercase, order, strict=False)
    )
    return PrintedQuestion(
        number,
        question.id,
        question.type,
        question.stem,
        options,
        _answer(question, options),
        question.explanation,
        tuple(basis(site, text) for text in question.citations),
        caution(site, question, today),
        question.reserved,
    )


def _answer(question: FrozenQuestion, options: tuple[PrintedOption, ...]) -> str:
    if question.type == "judge":
        return JUDGEMENTS[question.answer[0]]
    return "".join(one.letter for one in options if one.id in question.answer)


def _width(text: str) -> float:
    """In em: a Chinese character is one, a Latin one a half."""
    return sum(1 if unicodedata.east_asian_width(one) in "WFA" else 0.5 for one in text)
