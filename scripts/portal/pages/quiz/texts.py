"""Whole questions as the player loads them: what is shown, what is right, why, and what the cited articles say.

Both the bank of today and the frozen versions are cut into chunks of them. Answers are letters of the bank.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from portal.pages.citations import CitedArticle
from portal.pages.quiz.questions import JUDGEMENTS, ShownQuestion


@dataclass(frozen=True)
class QuestionText:
    """A question; `state` is `stale` where a cited article has changed, `changed` where the bank has moved on."""

    id: str
    version: int
    type: str
    stem: str
    options: Sequence[tuple[str, str]]
    answer: Sequence[str]
    explanation: str
    cited: Sequence[CitedArticle]
    state: str = ""


def text_of(shown: ShownQuestion) -> QuestionText:
    """A question of today's bank."""
    record = shown.question
    return QuestionText(
        record.id,
        record.version,
        record.type,
        record.stem,
        options(record.type, record.options.items()),
        [choice.id for choice in shown.choices if choice.right],
        record.explanation,
        shown.cited,
        "stale" if shown.stale else "",
    )


def options(kind: str, written: Any) -> list[tuple[str, str]]:
    """(letter, text); a judgement has two of them that are not written in the bank."""
    return list(JUDGEMENTS.items()) if kind == "judge" else list(written)


def chunk(questions: Sequence[QuestionText | None]) -> bytes:
    """A file of questions, `null` where one shows nothing; what a cited article says stands once for all of them."""
    cited = {article.text: article for one in questions if one for article in one.cited}
    number = {text: place for place, text in enumerate(cited)}
    return packed(
        {
            "cited": [_article(one) for one in cited.values()],
            "questions": [
                _question(one, [number[article.text] for article in one.cited]) if one else None
                for one in questions
            ],
        }
    )


def packed(value: Any) -> bytes:
    """JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _article(one: CitedArticle) -> list[str]:
    name = f"《{one.law.short_title}》{one.place}" if one.law else one.text
    return [name, one.address, one.version, one.paraphrase, one.note]


def _question(one: QuestionText, cited: list[int]) -> dict[str, Any]:
    return {
        "id": one.id,
        "v": one.version,
        "type": one.type,
        "stem": one.stem,
        "options": one.options,
        "answer": one.answer,
        "explanation": one.explanation,
        "cited": cited,
        "state": one.state,
    }
