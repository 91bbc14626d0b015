"""ITEM-LONG-01: a question fits on the screen of a phone."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import item_rule

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
