"""What is known of a question when papers are drawn: as much as a phone knows of it, and no more."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from portal.records.blueprint import Blueprint
from portal.records.question import Question


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that may be drawn; `key` stands for its id, which for reserved ones is not public."""

    key: str
    type: str
    topic: str
    difficulty: str
    posts: tuple[str, ...]
    business_types: tuple[str, ...]
    reserved: bool

    def suits(self, blueprint: Blueprint) -> bool:
        """Whether papers of the blueprint may ask it."""
        return (
            (blueprint.reserved or not self.reserved)
            and self.topic in blueprint.topics
            and any(section.type == self.type for section in blueprint.sections)
            and any(post in self.posts for post in blueprint.posts)
            and any(one in self.business_types for one in blueprint.business_types)
        )


def key_of(question_id: str) -> str:
    """The public stand-in of an id."""
    return hashlib.sha256(question_id.encode()).hexdigest()[:10]


def is_drawn(question: Question) -> bool:
    """Whether papers may hold the question at all."""
    return question.status in ("ready", "reserved")


def candidates(questions: Iterable[Question]) -> list[Candidate]:
    """The questions of the bank that papers may hold."""
    return [_candidate(one) for one in questions if is_drawn(one)]


def _candidate(question: Question) -> Candidate:
    return Candidate(
        key=key_of(question.id),
        type=question.type,
        topic=question.topic or "",
        difficulty=question.difficulty,
        posts=question.posts,
        business_types=question.business_types,
        reserved=question.status == "reserved",
    )
