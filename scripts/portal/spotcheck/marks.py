"""What a sitting earned, reckoned from the frozen bank alone: neither phones nor inspectors say who has passed.

A phone leaves out what is kept for paper, so its score is of the questions that it showed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from portal.quiz.candidates import FrozenQuestion
from portal.quiz.marking import mark, passes, score
from portal.quiz.versions import BankVersion
from portal.spotcheck.papers import Papers
from portal.spotcheck.sitting import Chosen, Sitting


@dataclass(frozen=True)
class ItemMark:
    """One answer: `got` is the share, 0 to 1, of the `worth` marks of version `version` of question `id`."""

    id: str
    version: int
    got: float
    worth: float
    chosen: Chosen


@dataclass(frozen=True)
class Marked:
    """A sitting's score in percent, and its answers one by one; what was not shown is not among them."""

    score: float
    passed: bool
    items: tuple[ItemMark, ...]


def marked(sitting: Sitting, versions: Papers | Mapping[str, bytes | BankVersion]) -> Marked:
    """Mark a sitting. Raises `NoPaper` where its paper cannot be drawn any more; give `Papers` to mark many."""
    papers = versions if isinstance(versions, Papers) else Papers(versions)
    paper = papers[sitting.paper]
    items = tuple(
        _item(paper.blueprint.marking, question, worth, chosen)
        for (question, worth), chosen in zip(paper.questions, sitting.answers, strict=True)
        if chosen is not None
    )
    reached = score([one.got * one.worth for one in items], [one.worth for one in items])
    return Marked(reached, passes(reached, paper.blueprint.pass_mark), items)


def _item(rule: str, question: FrozenQuestion, worth: int, chosen: Chosen) -> ItemMark:
    got = mark(rule, question.kind, question.answer, chosen, 1, len(question.options))
    return ItemMark(question.id, question.version, got, worth, chosen)
