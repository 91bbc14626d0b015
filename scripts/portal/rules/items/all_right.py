"""ITEM-ALL-01: a choice of all is none."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import item_rule
from portal.rules.items.options import wrong


@item_rule("ITEM-ALL-01")
def something_is_wrong(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """多选题不能全部选项都对。

    全选就得满分，考不出懂不懂；做多了，大家都学会不看题目全选。
    错：四个选项，`answer: [a, b, c, d]`
    对：把其中一个换成常见的错误做法，`answer: [a, b, d]`
    """
    question = entry.record
    if question.kind.answer == "set" and question.options and not wrong(question):
        yield Finding(entry.at("answer"), "全部选项都是对的", "加一个或者换一个常见的错误做法")
