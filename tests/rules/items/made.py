"""Questions for the tests of item rules, made from what matters to a test."""

from __future__ import annotations

from typing import Any

from portal.records import Entry
from portal.records.question import Question
from portal.source import SourceFile

COMMON: dict[str, Any] = {
    "explanation": "说明",
    "citations": ["食品安全法 第四十五条第二款"],
    "posts": ["食品安全员"],
    "business_types": ["餐饮服务"],
    "status": "ready",
    "verified_on": "2024-08-08",
    "origin": "自编",
}
FILE = SourceFile("quizzes/bank/personnel.yaml", "", "questions: []\n")


def question(identifier: str = "q-1", **fields: Any) -> Question:
    """A judgement, or a choice where `options` are given."""
    filled = {"id": identifier, "type": "judge", "stem": "题干", "answer": "right", **COMMON, **fields}
    return Question.model_validate(filled)


def entry(record: Question) -> Entry[Question]:
    return Entry(record, FILE)
