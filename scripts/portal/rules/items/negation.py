"""Negative questions in Chinese: which stretch of a stem turns the question round.

A question is negative when the thing asked for is one that does not …: 哪些不符合, 不正确的是, 除……外. A 不 inside a
question that asks how, or in A不A (对不对), turns nothing round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
