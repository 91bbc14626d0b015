"""ITEM-NEGATIVE-01: whoever reads fast must not read over the 不."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import item_rule
from portal.rules.items.negation import is_emphasised, negations
from portal.rules.public_text import PublicText, span_of


@item_rule("ITEM-NEGATIVE-01")
def negation_is_seen(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """问“哪一项不……”的，把否定词写在【】里。

    看得快的人会漏掉“不”字，答错了也不是不懂。能改成正面问的最好改；要反着问的，把“不符合”“错误”这样的词写成【不符合】【错误】。
    判断题的题干是陈述，不在此列。
    错：下面哪些做法不符合规定？
    对：下面哪些做法【不符合】规定？
    """
    if not entry.record.kind.has_options:
        return
    stem = entry.record.stem
    for start, end in negations(stem):
        if not is_emphasised(stem, start, end):
            place = span_of(entry, PublicText(("stem",), stem), start, end)
            yield Finding(
                place, f"否定的问法“{stem[start:end]}”不醒目", "写成正面的问法，或者把否定词放进【】"
            )
