"""ITEM-ABSOLUTE-01: absolute words must not mark the wrong options."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import item_rule
from portal.rules.items.options import right, wrong
from portal.rules.public_text import PublicText, span_of

ABSOLUTE = re.compile(
    "一律|绝对|完全|任何|所有|一切|永远|从不|从来|决不|绝不|百分之百|毫无|必然|肯定|万无一失|无论如何|随时都|统统|随便"
)


@item_rule("ITEM-ABSOLUTE-01")
def absolute_words_are_spread(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """“一律”“任何”“完全”这样的词不能只出现在错误的选项里。

    会考试的人看到话说得绝对就排除。正确的选项也用得上的，让它也带这样的词；用不上的，把错误的选项说得平实一些。
    错：`a: 一律不用检查`，`b: 完全由司机负责`，`c: 逐批查验`（答案是 c）
    对：`a: 熟客送来的不用检查`，`b: 由司机检查以后签字`，`c: 逐批查验`
    """
    if any(ABSOLUTE.search(text) for text in right(entry.record).values()):
        return
    for letter, option in wrong(entry.record).items():
        if match := ABSOLUTE.search(option):
            text = PublicText(("options", letter), option)
            place = span_of(entry, text, match.start(), match.end())
            yield Finding(
                place, f"只有错误的选项里有“{match[0]}”", "把话说得平实一些，或者正确的选项也用这样的词"
            )
