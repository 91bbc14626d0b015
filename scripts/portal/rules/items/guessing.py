"""ITEM-GUESS-01: a paper must not be half passed by guessing.

`by_guessing` is the pure part: the marks that blind choice earns on average, under the marking rule that
`portal.quiz.marking` names `all`, `half` or `minus`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import assert_never

from portal.records import Entry, Site
from portal.records.blueprint import Blueprint
from portal.records.question import Question
from portal.rules.engine import Finding, record_rule
from portal.source import Severity

MOST = 40  # percent of the marks


@record_rule("ITEM-GUESS-01", "blueprints", severity=Severity.WARNING)
def guessing_earns_little(entry: Entry[Blueprint], site: Site, today: datetime.date) -> Iterator[Finding]:
    """一份卷子全靠猜，平均得分不能超过百分之四十。

    猜得到四成，合格线就挡不住不懂的人。单选题按选项个数猜中一个，判断题猜中一半，多选题按所用的计分办法，取猜的人最有利的猜法；选项
    个数取题库里适合这份卷子的题的平均。
    错：30 道判断题，10 道单选题，各 1 分
    对：10 道判断题，20 道单选题，10 道多选题
    """
    blueprint = entry.record
    suited = [one.record for one in site.questions if _suits(one.record, blueprint)]
    earned = possible = 0.0
    for section in blueprint.sections:
        of_type = [question for question in suited if question.type == section.type]
        if not of_type:
            return  # Nothing can be drawn, which is another rule's matter.
        earned += section.count * section.marks * by_guessing(blueprint.marking, of_type)
        possible += section.count * section.marks
    if earned * 100 > MOST * possible:
        message = f"全靠猜平均能得 {100 * earned / possible:.0f}%，超过 {MOST}%"
        yield Finding(entry.key("sections"), message, "少出判断题，多出多选题，或者换更严的计分办法")


def by_guessing(marking: str, questions: Sequence[Question]) -> float:
    """The share of the marks that the best blind choice earns on average over `questions`."""
    return sum(_of_one(marking, one) for one in questions) / len(questions)


def _of_one(marking: str, question: Question) -> float:
    kind = question.kind
    options = len(kind.fixed) or max(len(question.options), 2)
    match kind.answer:
        case "one":
            return 1 / options
        case "set":
            return _of_set(marking if kind.partial else "all", options, len(question.answer))
        case _:
            assert_never(kind.answer)


def _of_set(marking: str, options: int, keys: int) -> float:
    # Choosing blindly among all sets of two options or more.
    all_at_once = 1 / max((1 << options) - options - 1, 1)
    # Choosing one option: right as often as there are keys, and then worth a part only.
    chance = keys / options
    one_only = {"half": chance / 2, "minus": chance / max(keys, 1)}
    return max(all_at_once, one_only.get(marking, 0))


def _suits(question: Question, blueprint: Blueprint) -> bool:
    """Whether a paper may hold the question."""
    usable = ("ready", "reserved") if blueprint.reserved else ("ready",)
    return (
        question.on_papers
        and question.status in usable
        and not set(question.posts).isdisjoint(blueprint.posts)
        and not set(question.business_types).isdisjoint(blueprint.business_types)
    )
