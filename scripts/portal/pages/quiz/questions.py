"""A question as pages show it: its type in a word, options with their marks, the answer, the articles behind it.

Options keep their ids of the bank in everything that scripts read, so that answers never depend on order.
"""

from __future__ import annotations

from dataclasses import dataclass

from portal.pages.citations import CitedArticle
from portal.pages.context import Context
from portal.records import Entry
from portal.records.question import Question

TYPES = {"single": "单选", "multiple": "多选", "judge": "判断"}
JUDGEMENTS = {"right": "对", "wrong": "错"}


@dataclass(frozen=True)
class Choice:
    """One option: its letter in the bank for ever, the mark before it, its text, and whether it is right."""

    id: str
    mark: str
    text: str
    right: bool


@dataclass(frozen=True)
class ShownQuestion:
    """A question as pages show it."""

    question: Question
    kind: str
    choices: tuple[Choice, ...]
    cited: list[CitedArticle]
    stale: bool

    @property
    def answer(self) -> str:
        """The right options in the words of the page: `A、C`, `对`."""
        return "、".join(choice.mark for choice in self.choices if choice.right)

    @property
    def key(self) -> str:
        """The ids of the right options, for scripts: `a,c`, `right`."""
        return ",".join(choice.id for choice in self.choices if choice.right)


def shown(context: Context, entry: Entry[Question]) -> ShownQuestion:
    question = entry.record
    return ShownQuestion(
        question,
        TYPES[question.type],
        _choices(question),
        context.cited(question.citations),
        context.public.needs_review(entry.record),
    )


def _choices(question: Question) -> tuple[Choice, ...]:
    if question.type == "judge":
        return tuple(Choice(one, word, "", one == question.answer) for one, word in JUDGEMENTS.items())
    return tuple(
        Choice(letter, letter.upper(), text, letter in question.answer)
        for letter, text in question.options.items()
    )
