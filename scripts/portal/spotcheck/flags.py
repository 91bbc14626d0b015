"""What the answers of many people say against a question: which wrong options they chose, and why to look at it again.

Takes a question and the sums of its answers (`statistics.py`), gives a table of its options and flags; nothing below
thirty first attempts. A flag sends a question back to review, it does not condemn it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from portal.quiz.tells import Asked, chance
from portal.spotcheck.statistics import ItemStatistics, ItemSums, measured

# Shares of the marks: as good as nobody misses it; too few get it, where chance alone does not give more.
EASY, HARD = 0.95, 0.2


class OptionRow(NamedTuple):
    """How many `people` chose an option, and which `share` of those asked that is, 0 to 1."""

    option: str
    right: bool
    people: int
    share: float


def option_table(question: Asked, sums: ItemSums) -> list[OptionRow]:
    """Every option in the order of the bank, chosen or not; nothing where too few people answered."""
    if measured(sums) is None:
        return []
    counts = [(one, sums.chosen.get(one, 0)) for one in _options(question)]
    return [OptionRow(one, one in question.answer_ids, count, count / sums.n) for one, count in counts]


def flags(question: Asked, sums: ItemSums) -> tuple[str, ...]:
    """Why the question should be reviewed, in Chinese; nothing where too few people answered."""
    found = measured(sums)
    return () if found is None else (*_of_marks(question, found), *_of_options(question, sums, found))


def _options(question: Asked) -> tuple[str, ...]:
    return tuple(one.id for one in question.kind.fixed) or tuple(question.options)


def _of_marks(question: Asked, found: ItemStatistics) -> Iterator[str]:
    if found.facility >= EASY:
        yield f"太易：得分率{found.facility:.0%}"
    least = max(HARD, chance(question))
    if found.facility < least:
        yield f"太难：得分率{found.facility:.0%}，不到{least:.0%}"
    if found.discrimination is not None and found.discrimination < 0:
        yield f"区分度是负的（{found.discrimination:.2f}）：别的题答得好的人，这题反而答错"


def _of_options(question: Asked, sums: ItemSums, found: ItemStatistics) -> Iterator[str]:
    rows = option_table(question, sums)
    least = min((row.people for row in rows if row.right), default=0)
    for row in rows:
        if not row.right and row.people > least:
            yield f"错的选项{_named(question, row.option)}选的人（{row.people}）比正确的（{least}）还多"
    # Where nearly all are right, there is hardly anybody to choose the others.
    if not question.kind.fixed and found.facility < EASY:
        idle = [_named(question, row.option) for row in rows if not row.right and not row.people]
        if idle:
            yield f"没有人选{'、'.join(idle)}"


def _named(question: Asked, option: str) -> str:
    words: dict[str, str] = {one.id: one.word for one in question.kind.fixed}
    return f"“{words.get(option, option.upper())}”"
