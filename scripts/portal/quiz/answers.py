"""What an answer is, kind by kind: how it is kept, when it is right, in which order it is said.

Answers are ids of options everywhere; which mark stands before an option depends on where it is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from portal.records.question_type import QuestionType


@dataclass(frozen=True)
class Choice:
    """An option as it stands on a screen or on paper: its id for ever, the mark before it there, whether it is right."""

    id: str
    mark: str
    text: str
    right: bool


def kept(kind: QuestionType, answer: Sequence[str]) -> tuple[str, ...]:
    """The answer, the same however somebody wrote it."""
    match kind.answer:
        case "one" | "set":
            return tuple(sorted(answer))
        case _:
            assert_never(kind.answer)


def is_right(kind: QuestionType, key: Sequence[str], chosen: Sequence[str]) -> bool:
    """Whether what was chosen is the answer `key`."""
    return kept(kind, key) == kept(kind, chosen)


def said(kind: QuestionType, choices: Sequence[Choice], answer: Sequence[str]) -> tuple[Choice, ...]:
    """The choices that make up an answer, in the order in which it is said where they stand."""
    match kind.answer:
        case "one" | "set":
            return tuple(one for one in choices if one.id in answer)
        case _:
            assert_never(kind.answer)
