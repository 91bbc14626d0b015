"""A question as screens show it: options with their marks, the answer in words, the articles behind it.

Options keep their ids of the bank in everything that scripts read, so that answers never depend on order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from portal.pages.citations import CitedArticle
from portal.pages.context import Context
from portal.quiz.answers import Choice, said
from portal.quiz.candidates import FrozenQuestion
from portal.records import Entry
from portal.records.question import Question
from portal.records.question_type import QuestionType


@dataclass(frozen=True)
class ShownQuestion:
    """A question of today's bank or of a frozen one, with what a page and the player say besides.

    `state` is `stale` where a cited article has changed, `changed` where the bank has moved on, `practice` where no
    article says it.
    """

    question: Question | FrozenQuestion
    choices: tuple[Choice, ...]
    cited: Sequence[CitedArticle]
    state: str

    @property
    def kind(self) -> QuestionType:
        return self.question.kind

    @property
    def stale(self) -> bool:
        return self.state == "stale"

    @property
    def is_practice(self) -> bool:
        """Whether it rests on what is usually done, not on the law."""
        return self.state == "practice"

    @property
    def answer(self) -> str:
        """The right options in the words of the page: `A、C`, `对`."""
        return "、".join(choice.mark for choice in said(self.kind, self.choices, self.question.answer_ids))

    @property
    def key(self) -> list[str]:
        """The ids of the right options, for scripts."""
        return [choice.id for choice in said(self.kind, self.choices, self.question.answer_ids)]

    @property
    def control(self) -> str:
        """The native control by which an option is chosen."""
        match self.kind.answer:
            case "one":
                return "radio"
            case "set":
                return "checkbox"
            case _:
                assert_never(self.kind.answer)


def shown(context: Context, entry: Entry[Question]) -> ShownQuestion:
    """A question of today's bank."""
    practice = "practice" if entry.record.ground == "practice" else ""
    return _shown(context, entry.record, "stale" if context.public.needs_review(entry.record) else practice)


def shown_frozen(context: Context, question: FrozenQuestion, today: Question) -> ShownQuestion:
    """A question of a frozen bank, beside the same one as it is today."""
    stale = "stale" if context.public.needs_review(today) else ""
    state = "changed" if today.version != question.version else stale
    return _shown(context, question, state)


def _shown(context: Context, question: Question | FrozenQuestion, state: str) -> ShownQuestion:
    return ShownQuestion(question, _choices(question), context.cited(question.citations), state)


def _choices(question: Question | FrozenQuestion) -> tuple[Choice, ...]:
    right = question.answer_ids
    if question.kind.fixed:
        return tuple(Choice(one.id, one.word, "", one.id in right) for one in question.kind.fixed)
    return tuple(Choice(one, one.upper(), text, one in right) for one, text in question.options.items())
