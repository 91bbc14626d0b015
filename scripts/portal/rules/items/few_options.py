"""ITEM-FEW-01: a choice needs something to choose from."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.records.question_type import JUDGE
from portal.rules.engine import Finding, record_rule

FEWEST = 3


@record_rule("ITEM-FEW-01", "questions")
def has_enough_options(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """选择题至少有三个选项。

    只有两个选项的选择题，猜也有一半的机会；两样选一样的内容，写成判断题更清楚。
    错：`a: 要`，`b: 不要`
    对：`type: judge`，把其中一种说法写成题干；或者补上第三个说得通的选项
    """
    question = entry.record
    if question.kind.has_options and len(question.options) < FEWEST:
        message = f"只有 {len(question.options)} 个选项" if question.options else "没有选项"
        yield Finding(
            entry.key("options"), message, f"补到至少 {FEWEST} 个，字母从 a 起；或者改成 type: {JUDGE.name}"
        )
