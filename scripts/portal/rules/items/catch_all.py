"""ITEM-ABOVE-01, ITEM-COMBINED-01, ITEM-ALL-01: each option stands for itself, and not all of them are right."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.privacy.folding import plain
from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import item_rule
from portal.rules.items.options import wrong

WHOLE = re.compile(
    r"(?:以上|上述|前述|前面|其他|其它)(?:的)?(?:几|[两三四五]|各|所有|任何一)?(?:个|种|项|条)?(?:选项|说法|做法|情形|情况|答案|内容|行为)?"
    r"(?:全部|[都均皆全])?(?:不|没有一[个项])?(?:是|对|正确|不对|错|错误|可以?|需要|应当|包括|属于|符合)(?:的)?[。.]?"
    r"|(?:全部|[都均皆全])(?:不)?(?:是|对|正确|错|错误)(?:的)?[。.]?|没有(?:一[个项])?正确(?:的)?(?:答案|选项)?[。.]?"
)


@item_rule("ITEM-ABOVE-01")
def stands_for_itself(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """选项里不写“以上都对”“以上都不对”。

    看出两个选项对，就知道是“以上都对”；看出一个错，就把它排除了，考不出懂不懂。选项打乱次序以后，“以上”也不知道指什么。
    错：`d: 以上都对`
    对：写成第四种具体的做法；几种都对的，改成 type: multiple
    """
    for letter, text in entry.record.options.items():
        if WHOLE.fullmatch(text.strip()):
            place = entry.at("options", letter)
            yield Finding(place, f"选项写了“{text}”", "换成一种具体的说法；几种都对的改成 type: multiple")


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
        if COMBINED.fullmatch(re.sub(r"\s", "", plain(text)).upper()):
            place = entry.at("options", letter)
            yield Finding(place, f"选项“{text}”是别的选项拼成的", "几项都对的改成 type: multiple")


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
