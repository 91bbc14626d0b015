"""ITEM-DOUBLE-01: nobody should have to work out two negations."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import item_rule
from portal.rules.items.negation import UNTRUE, negations
from portal.rules.public_text import PublicText, span_of

DOUBLE = re.compile(
    r"不(?:得|能|会|可以?|应当?|该|必)(?:不|没有)|不是(?:不|没有)|并非(?:不|没有|无)|非[^，。；？]{1,8}不(?:可|行)"
    r"|没有(?:一?[个家种项份]|谁|人|什么|任何)[^，。；？不]{0,4}不(?!合格|安全|符合|足|良|同|少)|[无莫]不(?!合格|良)|不无|未必不|难免不"
)
OPENS_NEGATIVE = re.compile(r"不(?!合格|安全|良|锈|同|少|足)|无需|无须|没有必要|禁止")


@item_rule("ITEM-DOUBLE-01")
def negates_once(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """不用双重否定。

    “不得不”“并非没有”要在心里转两个弯；问“哪一项错误”，选项又说“不用……”，也是两个弯。考的是食品安全，不是绕口令。
    错：从业人员不能不做健康检查。
    对：从业人员应当做健康检查。
    """
    question = entry.record
    texts = [PublicText(("stem",), question.stem)]
    texts += [PublicText(("options", letter), text) for letter, text in question.options.items()]
    for text in texts:
        for match in DOUBLE.finditer(text.value):
            place = span_of(entry, text, match.start(), match.end())
            yield Finding(place, f"双重否定“{match[0]}”", "改成肯定的说法")
    if question.kind.has_options and any(
        UNTRUE.search(question.stem, *one) for one in negations(question.stem)
    ):
        for letter, option in question.options.items():
            if OPENS_NEGATIVE.match(option):
                message = "题干问哪一项错，选项又是否定句"
                yield Finding(entry.at("options", letter), message, "题干改成正面问，或者选项改成肯定句")
