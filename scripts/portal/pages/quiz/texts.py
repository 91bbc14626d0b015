"""Whole questions as the player loads them: what is shown, what is right, why, and what the cited articles say.

Both the bank of today and the frozen versions are cut into chunks of them. Answers are letters of the bank.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from portal.pages.citations import CitedArticle
from portal.pages.quiz.questions import ShownQuestion


def chunk(questions: Sequence[ShownQuestion | None]) -> bytes:
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


def _question(shown: ShownQuestion, cited: list[int]) -> dict[str, Any]:
    question = shown.question
    return {
        "id": question.id,
        "v": question.version,
        "type": question.type,
        "stem": question.stem,
        # An option that the type itself offers has no text but its word.
        "options": [(one.id, one.text or one.mark) for one in shown.choices],
        "answer": shown.key,
        "explanation": question.explanation,
        "cited": cited,
        "state": shown.state,
    }
