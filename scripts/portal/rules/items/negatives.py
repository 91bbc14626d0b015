"""ITEM-NEGATIVE-01, ITEM-DOUBLE-01: a negation in a stem is seen, and there is one of it.

A question is negative when the thing asked for is one that does not …: 哪些不符合, 不正确的是, 除……外. A 不 inside a
question that asks how, or in A不A (对不对), turns nothing round.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import item_rule
from portal.rules.public_text import PublicText, span_of

Stretch = tuple[int, int]
# What follows 不 when it belongs to the name of a thing: 不合格食品, 不锈钢.
PART_OF_A_NAME = r"(?!合格|安全|良|锈|同|足|少|久|到|明|洁|新鲜|动|时|断|仅|论|管|如|过|要紧)"
MARKED = r"【?"
KNOWN = "符合|正确|属于|准确|恰当|妥当|包括|适用|适合|应当?|可以|需要?|能够?|允许|承担|合法|合规"
WORD = rf"(?:不(?:】|{PART_OF_A_NAME}(?:{KNOWN}|[\u4e00-\u9fff]))|没有|无需|无须|未|错误|有误|错)"
# 哪些【不】符合 …: between the question word and the negation lies no comma. 哪……不……才 asks how.
ASKED = re.compile(
    rf"(?:哪(?:些|一?[项个种条类位名家])|下列|以下|下面)(?:[^，。；：？?！]{{0,18}}?)(?P<word>{MARKED}{WORD})(?P<rest>[^。？?]*)"
)
ENDING = re.compile(
    rf"(?P<word>{MARKED}{WORD})[^，。；：？?]{{0,8}}的(?:是|有|一[项个种]是)[^，。；]{{0,4}}$"
)
EXCEPT = re.compile(
    r"(?P<word>【?除)[^，。；【】]{0,12}】?[^，。；]{0,12}】?外(?![，】]{0,2}[还也])[^。]*(?:哪|的是|[？?])"
)
A_NOT_A = re.compile(r"(?P<a>[\u4e00-\u9fff])不(?P=a)")
# What the answer is about: a statement that is untrue, not an act that is forbidden.
UNTRUE = re.compile(r"不(?:正确|对|准确|恰当|妥当|成立)|错误|有误|错")


def negations(stem: str) -> Iterator[Stretch]:
    """Stretches `(start, end)` of the words that make a question negative, 【 included where it stands."""
    taken: list[Stretch] = []
    for pattern in (ASKED, ENDING, EXCEPT):
        for match in pattern.finditer(stem):
            start, end = match.span("word")
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            if not A_NOT_A.match(stem, max(start - 1, 0)):
                taken.append((start, end))
                yield start, end


def is_emphasised(stem: str, start: int, end: int) -> bool:
    """Whether the word, or its decisive character, stands between 【 and 】."""
    opened = stem.rfind("【", 0, end)
    return opened >= 0 and stem.find("】", opened) >= start and "】" not in stem[opened:start]


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
