"""ITEM-COMBINED-01: no option is made of other options."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import item_rule
from portal.rules.public_text import halfwidth

JOINT = r"(?:和|与|及|或|或者|以及|、|,|/|\+)?"
LETTERS = rf"(?:仅|只有|只)?(?:选项)?[A-H]项?(?:{JOINT}(?:选项)?[A-H]项?)+(?:(?:[都均皆全两三]|之一)*项?(?:不|错误?|对|是|正确|可以?|有)*)?"
CIRCLED = rf"(?:仅|只有|只)?[①-⑧](?:{JOINT}[①-⑧])+(?:[都均皆全]?(?:不|错误?|对|是|正确)*)?"
COMBINED = re.compile(rf"(?:{LETTERS}|{CIRCLED})[。.]?")


@item_rule("ITEM-COMBINED-01")
def is_not_combined(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """选项里不写“A和B”“①③”。

    考的变成了排除和组合，不是食品安全；选项打乱次序以后，字母指的也不是原来的那一项。
    错：`d: A和B`
    对：`type: multiple`，`answer: [a, b]`
    """
    for letter, text in entry.record.options.items():
        if COMBINED.fullmatch(re.sub(r"\s", "", halfwidth(text)).upper()):
            place = entry.at("options", letter)
            yield Finding(place, f"选项“{text}”是别的选项拼成的", "几项都对的改成 type: multiple")
