"""Numbers that a word before them names: papers of a person, permits, bank accounts, identity numbers with a slip.

A word of `WORDS` (`named_words.py`) opens a place; what stands right behind it in the shape of its numbers is found, and so are others
joined by 、 or 和.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy.found import Found, Kind
from portal.privacy.named_words import NEXT, TRADES, WORDS, Named
from portal.privacy.word_lists import opening

OPENING = re.compile(opening(word for entry in WORDS for word in entry.words))
NOT_A_NUMBER = re.compile(
    r"(?:19|20)[0-9]{2}(?:[-./] ?[0-9]{1,2}[-./] ?[0-9]{1,2}| [01][0-9] [0-3][0-9])\Z|(?:GB|DB|NY|SB|QB|JJF|http|www)",
    re.IGNORECASE,
)


BEFORE_ITS_WORD = re.compile(
    r"(?<![0-9A-Za-z])(?P<passport>[A-Za-z]{1,2}[ -]?[0-9](?:[ -]?[0-9]){6,8})号?的?(?:护照|通行证)"
    r"|(?<![0-9A-Za-z])(?P<held>(?=[A-Za-z-]{0,6}[0-9]{5})[0-9A-Za-z-]{7,20})号?(?:健康|执法|驾驶|厨师|残疾|居住|从业)[\u4e00-\u9fff]{0,2}证"
    r"|[编证号](?:号|码)为?[ :“\"]{0,3}(?P<number>[A-Za-z]{0,4}-?[0-9][0-9A-Za-z-]{5,20})[”\"]?号?的(?:[\u4e00-\u9fff]{0,4}(?:执法|健康|驾驶|资格|居住|学生|工作|残疾|会员|身份|从业)[\u4e00-\u9fff]{0,2}证|(?:社保|医保|银行|信用|会员|就诊)卡)"
    rf"|证书?(?:编号|号码?)为?[ :]{{0,3}}(?P<paper>[0-9A-Za-z][0-9A-Za-z-]{{5,24}})(?![0-9A-Za-z])(?=[^0-9A-Za-z。;\n]{{0,6}}(?:{TRADES}))"
)


# A list may name its word again and again: each of them looks no further than this.
LONGEST_LIST = 20


def named_numbers(text: str) -> Iterator[Found]:
    """All numbers of `text` that stand behind a word of theirs, or passports before it."""
    for match in BEFORE_ITS_WORD.finditer(text):
        kind = Kind.PASSPORT if match["passport"] else Kind.PERMIT
        yield Found(kind, *match.span(match.lastgroup or 0), "（证件编号略）")
    for word in OPENING.finditer(text):
        for entry in WORDS:
            if entry.pattern.fullmatch(text, *word.span()):
                yield from _numbers(text, word.end(), entry)


def _numbers(text: str, place: int, entry: Named) -> Iterator[Found]:
    match = entry.shape.match(text, place)
    for _ in range(LONGEST_LIST):
        if not match or NOT_A_NUMBER.match(match["number"]):
            return
        yield Found(entry.kind, *match.span("number"), entry.masked)
        further = NEXT.match(text, match.end())
        match = entry.shape.match(text, further.end()) if further else None
