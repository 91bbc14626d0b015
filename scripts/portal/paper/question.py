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
from portal.quiz.answers import Choice, said
from portal.quiz.candidates import FrozenQuestion
from portal.quiz.chance import option_order
from portal.records import Site

# Columns in which options stand beside each other → the widest option, its letter left out, in em.
COLUMNS: Mapping[int, float] = {4: 6, 2: 16.5}


@dataclass(frozen=True)
class PrintedQuestion:
    """A frozen question in its place on one paper: numbered, its options lettered in the order they stand there."""

    number: int
    question: FrozenQuestion
    choices: tuple[Choice, ...]
    bases: tuple[Basis, ...]
    caution: str

    @property
    def options(self) -> tuple[Choice, ...]:
        """What is printed below the stem; a type with options of its own explains them once, at its head."""
        return self.choices if self.question.kind.has_options else ()

    @property
    def answer(self) -> str:
        """What is to be written into the grid, such as `AC` or `√`."""
        chosen = said(self.question.kind, self.choices, self.question.answer)
        return "".join(one.mark for one in chosen)

    @property
    def columns(self) -> int:
        """In how many columns the options stand, so that no option breaks its line there."""
        widest = max((width(one.text) for one in self.options), default=0)
        return next((count for count, most in COLUMNS.items() if widest <= most), 1)


def printed(
    site: Site, question: FrozenQuestion, number: int, code: str, today: datetime.date
) -> PrintedQuestion:
    return PrintedQuestion(
        number,
        question,
        _choices(question, code),
        tuple(basis(site, text) for text in question.citations),
        caution(site, question, today),
    )


def _choices(question: FrozenQuestion, code: str) -> tuple[Choice, ...]:
    right = question.answer
    if question.kind.fixed:
        return tuple(Choice(one.id, one.sign, "", one.id in right) for one in question.kind.fixed)
    order = option_order(code, question.id, question.options)
    return tuple(
        Choice(one, mark, question.options[one], one in right)
        for mark, one in zip(string.ascii_uppercase, order, strict=False)
    )


def width(text: str) -> float:
    """In em: a Chinese character is one, a Latin one a half."""
    return sum(1 if unicodedata.east_asian_width(one) in "WFA" else 0.5 for one in text)
