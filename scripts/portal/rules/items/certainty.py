"""ITEM-ABSOLUTE-01, ITEM-VAGUE-01: absolute words do not give wrong options away, and what is to be judged is certain."""

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


VAGUE = re.compile(
    "大概|也许|或许|差不多|基本上|大体上|一般来说|一般情况下|有时|偶尔|往往|通常|经常|常常|尽量|尽可能|适当地?|若干|等等|之类"
    "|视情况|酌情|(?<=[0-9一二三四五六七八九十百千万元天日年月克个度℃])左右"
)


@item_rule("ITEM-VAGUE-01")
def says_how_much(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """要判断的话里不用“通常”“尽量”“适当”这样含糊的词。

    “通常”是几次里有几次，各人理解不同，懂的人也会争。看选择题的选项、判断题的题干；法律条文里就有的词（写在 basis 里的）可以用。
    错：`b: 尽量每年体检`
    对：`b: 每年体检一次`
    """
    question = entry.record
    texts = [PublicText(("options", letter), text) for letter, text in question.options.items()]
    if not question.kind.has_options:
        texts = [PublicText(("stem",), question.stem)]
    for text in texts:
        for match in VAGUE.finditer(text.value):
            if match[0] not in (question.basis or ""):
                place = span_of(entry, text, match.start(), match.end())
                yield Finding(place, f"“{match[0]}”说不准", "写出多少、多久、什么情形")
