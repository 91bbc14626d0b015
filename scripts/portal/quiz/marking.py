"""What an answer earns under each marking rule, and the score of a paper.

Pure; the twin is `quiz-marking.js`, the table both keep to is `tests/quiz/vectors/marking.json`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from portal.quiz.answers import is_right
from portal.records.question_type import QuestionType

# Names that page and paper show.
RULES = {
    "all": "多选题全对得分，多选、少选、错选不得分",
    "half": "多选题全对得满分，少选得一半，错选不得分",
    "minus": "多选题选对的得分，选错的扣分，最低0分",
}
# Marks are added up in such parts of one mark that halves and all shares of two to eight options are whole.
PARTS = 840


def mark(
    rule: str, kind: QuestionType, key: Sequence[str], chosen: Sequence[str], marks: float, options: int
) -> float:
    """The marks for choosing `chosen` where `key` is right; of `options` options, of a question worth `marks`."""
    if is_right(kind, key, chosen):
        return marks
    right, wrong = len(set(chosen) & set(key)), len(set(chosen) - set(key))
    if not kind.partial or rule == "all" or not right:
        return 0
    if rule == "half":
        return 0 if wrong else marks / 2
    others = options - len(key)
    share = right / len(key) - (wrong / others if others else 0)
    return marks * max(0.0, share)


def score(got: Iterable[float], possible: Iterable[float]) -> float:
    """Percent of the marks of the questions that were drawn, rounded half up to one decimal."""
    earned = sum(math.floor(marks * PARTS + 0.5) for marks in got)
    whole = sum(math.floor(marks * PARTS + 0.5) for marks in possible)
    return (2000 * earned + whole) // (2 * whole) / 10 if whole else 0


def passes(score_of_paper: float, pass_mark: float) -> bool:
    """Whether a score reaches the pass mark; both in percent."""
    return score_of_paper >= pass_mark
