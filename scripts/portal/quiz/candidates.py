"""Questions on their way to papers: what drawing knows of one, and what a frozen bank keeps of it for ever.

A phone draws the very same papers as this program, so drawing may know of a question only what is public of every
one: nothing of its text, and a key instead of its id.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portal.quiz.answers import kept
from portal.records.blueprint import Blueprint
from portal.records.question import Question
from portal.records.question_type import TYPES, QuestionType, TypeName


@dataclass(frozen=True, slots=True)
class Candidate:
    """What drawing knows of a question, and phones of one that is kept for papers: no more can be given away."""

    key: str
    type: TypeName
    topic: str
    difficulty: str
    posts: tuple[str, ...]
    business_types: tuple[str, ...]
    reserved: bool

    @property
    def kind(self) -> QuestionType:
        return TYPES[self.type]

    def suits(self, blueprint: Blueprint) -> bool:
        """Whether papers of the blueprint may ask it."""
        return (
            (blueprint.reserved or not self.reserved)
            and self.topic in blueprint.topics
            and any(section.type == self.type for section in blueprint.sections)
            and any(post in self.posts for post in blueprint.posts)
            and any(one in self.business_types for one in blueprint.business_types)
        )


@dataclass(frozen=True, slots=True)
class FrozenQuestion(Candidate):
    """A question as papers show it, whatever becomes of the bank: the days and waivers of `Question` are left behind."""

    id: str
    version: int
    stem: str
    options: Mapping[str, str]
    answer: tuple[str, ...]
    explanation: str
    citations: tuple[str, ...]

    @property
    def answer_ids(self) -> tuple[str, ...]:
        """As `Question` has them."""
        return self.answer


def key_of(question_id: str) -> str:
    """The public stand-in of an id."""
    return hashlib.sha256(question_id.encode()).hexdigest()[:10]


def candidates(questions: Iterable[Question]) -> list[FrozenQuestion]:
    """The questions of the bank that papers may hold, as they would be frozen."""
    return [_frozen(one) for one in questions if one.on_papers]


def _frozen(question: Question) -> FrozenQuestion:
    return FrozenQuestion(
        key=key_of(question.id),
        type=question.type,
        topic=question.topic or "",
        difficulty=question.difficulty,
        posts=tuple(sorted(question.posts)),
        business_types=tuple(sorted(question.business_types)),
        reserved=question.status == "reserved",
        id=question.id,
        version=question.version,
        stem=question.stem,
        options=dict(question.options),
        answer=kept(question.kind, question.answer_ids),
        explanation=question.explanation,
        citations=question.citations,
    )
