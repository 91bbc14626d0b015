"""ITEM-FEW-01, ITEM-LONG-01: enough options, and texts that are read in one breath."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.records.question_type import JUDGE
from portal.rules.engine import Finding, record_rule
from portal.rules.items.item_rule import item_rule

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


STEM = 80
OPTION = 40


@item_rule("ITEM-LONG-01")
def fits_the_screen(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """题干不超过 80 字，选项不超过 40 字。

    手机一屏放得下题干和全部选项，才看得清、比得出；太长的题考的是耐心。
    错：题干讲了三段经过，用了 150 字
    对：只留答题要用的情节
    """
    question = entry.record
    if len(question.stem) > STEM:
        message = f"题干有 {len(question.stem)} 字，超过 {STEM} 字"
        yield Finding(entry.at("stem"), message, "删去答题用不到的情节")
    for letter, text in question.options.items():
        if len(text) > OPTION:
            yield Finding(
                entry.at("options", letter),
                f"选项有 {len(text)} 字，超过 {OPTION} 字",
                "只留和别的选项不同的话",
            )
