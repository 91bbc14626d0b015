"""Answers as they arrive → answers of the whole paper: letters as printed there, or what a phone showed.

A phone leaves out what is kept for paper and what is not ready today; on paper the options stand in the order of its code.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Collection, Sequence

from portal.quiz.candidates import FrozenQuestion
from portal.quiz.chance import option_order
from portal.spotcheck.papers import DrawnPaper
from portal.spotcheck.sitting import Chosen

EMPTY = frozenset(("-", "－", "—", "_", "空", "无", "0", ""))
# Signs and words for the options of a type itself, besides those of `FixedOption`.
ALSO = {"right": ("T", "R", "Y", "V", "✓", "✔", "勾"), "wrong": ("F", "W", "N", "X", "✗", "✘", "叉")}
BETWEEN = re.compile(r"[\s、,，.．;；]+")


class BadAnswers(ValueError):
    """Answers that this paper cannot have; the text is Chinese."""


def from_phone(
    paper: DrawnPaper, ready: Collection[str], answers: Sequence[Chosen]
) -> tuple[Chosen | None, ...]:
    """The answers of a receipt in their places. Raises `BadAnswers`."""
    shown = [not one.reserved and one.id in ready for one, _ in paper.questions]
    if len(answers) != sum(shown):
        raise BadAnswers(f"这份卷在手机上有 {sum(shown)} 题，回执里有 {len(answers)} 个答案")
    waiting = iter(answers)
    placed = tuple(next(waiting) if one else None for one in shown)
    for number, ((question, _), chosen) in enumerate(zip(paper.questions, placed, strict=True), 1):
        _possible(number, question, chosen or ())
    return placed


def from_letters(paper: DrawnPaper, letters: Sequence[str]) -> tuple[Chosen, ...]:
    """The answers of an answer grid, question by question as written there. Raises `BadAnswers`."""
    whole = len(paper.questions)
    if not any(letters[whole:]):  # columns of a sheet that belong to longer papers
        letters = letters[:whole]
    if len(letters) != whole:
        raise BadAnswers(f"这份卷有 {len(paper.questions)} 题，写了 {len(letters)} 个答案；没有答的写 -")
    return tuple(
        _chosen(number, question, paper.code, written)
        for number, ((question, _), written) in enumerate(zip(paper.questions, letters, strict=True), 1)
    )


def _chosen(number: int, question: FrozenQuestion, code: str, written: str) -> Chosen:
    plain = unicodedata.normalize("NFKC", written).strip()
    if plain in EMPTY:
        return ()
    by_mark = _marks(question, code)
    fixed = by_mark.get(plain) or by_mark.get(plain.upper())
    if fixed or question.kind.fixed:
        return (fixed,) if fixed else _refuse(number, question, written)
    letters = BETWEEN.sub("", plain.upper())
    if not set(letters) <= set(by_mark) or len(set(letters)) != len(letters):
        _refuse(number, question, written)
    chosen = tuple(sorted(by_mark[one] for one in letters))
    _possible(number, question, chosen)
    return chosen


def _marks(question: FrozenQuestion, code: str) -> dict[str, str]:
    """What may be written for an option → its id."""
    if question.kind.fixed:
        return {
            written: one.id
            for one in question.kind.fixed
            for written in (one.word, one.sign, *one.mistaken, *ALSO[one.id])
        }
    order = option_order(code, question.id, question.options)
    return dict(zip(string.ascii_uppercase, order, strict=False))


def _refuse(number: int, question: FrozenQuestion, written: str) -> Chosen:
    last = string.ascii_uppercase[len(question.options) - 1]
    right = "对 或 错" if question.kind.fixed else f"A 到 {last} 的字母"
    raise BadAnswers(
        f"第 {number} 题是{question.kind.called}，不会答成“{written[:10]}”，写{right}，没有答的写 -"
    )


def _possible(number: int, question: FrozenQuestion, chosen: Chosen) -> None:
    ids = {str(one.id) for one in question.kind.fixed} or set(question.options)
    if not set(chosen) <= ids:
        raise BadAnswers(f"第 {number} 题没有选项“{'、'.join(sorted(set(chosen) - ids)).upper()}”")
    if question.kind.answer == "one" and len(chosen) > 1:
        raise BadAnswers(f"第 {number} 题是{question.kind.called}，只能选一个，选了 {len(chosen)} 个")
