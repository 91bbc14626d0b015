"""ITEM-LENGTH-01: the right option must not give itself away by its length."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.amounts import quantities
from portal.rules.items.item_rule import item_rule
from portal.rules.items.options import right, wrong

# Noticeably longer: by this share and by so many characters. One word more is not seen on a phone.
SHARE = 1.3
CHARACTERS = 5


@item_rule("ITEM-LENGTH-01")
def key_is_not_the_longest(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """正确的选项不能明显比别的长。

    出题人总想把对的话说周全，于是不懂的人挑最长的也能答对。比最长的错误选项多五个字以上、长三成以上，就算明显；多选题看最短的
    正确选项；选项都是数的不看。
    错：`a: 不用管`，`b: 停用`，`c: 停止销售，通知购货的单位和个人，并记录通知的情况`（答案是 c）
    对：三个选项的长短差不多，错误的选项也写出具体的做法
    """
    keys, others = right(entry.record), wrong(entry.record)
    if not keys or not others or quantities(entry.record.options):
        return
    letter, shortest = min(keys.items(), key=lambda item: len(item[1]))
    longest = max(len(text) for text in others.values())
    if len(shortest) >= max(longest * SHARE, longest + CHARACTERS):
        message = f"正确的选项有 {len(shortest)} 字，别的最多 {longest} 字"
        yield Finding(entry.at("options", letter), message, "写短一些，或者把别的选项也写具体")
