"""Plates of vehicles: 沪A·12345, new energy, trailers, schools, police, Hong Kong and Macao, embassies, provisional ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy.found import Found, Kind
from portal.privacy.runs import INNER, NUMERALS
from portal.privacy.word_lists import opening

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
OFFICE = r"[A-HJ-Za-hj-z]"
# Letters I and O are not used after the letter of the office, but written for 1 and 0.
CHAR = rf"[0-9A-Za-z{NUMERALS}]"
JOINT = rf"(?:[ ()]{{0,2}}[·.\-•*]{{0,3}}(?: ?|\n {{0,8}})|{INNER})"
LAST = "挂学警港澳使领临试超"
ORDINARY = rf"[{PROVINCES}]牌?{INNER}\(?{OFFICE}{JOINT}(?P<interim>临{JOINT})?(?P<rest>{CHAR}(?:{INNER}{CHAR}){{3,5}})(?P<last>{INNER}[{LAST}])?"
FARM = rf"[{PROVINCES}]{INNER}[0-9]{{2}}{INNER}·{INNER}[0-9A-Za-z]{{5}}"
EMBASSIES = (
    rf"[使领]{INNER}[0-9](?:{INNER}[0-9]){{5}}",
    rf"(?<![0-9])[0-9][0-9]{{2}}{INNER}[0-9]{{3}} ?[使领](?![用馆取到教])",
)
ARMED = rf"[Ww][Jj]{INNER}[{PROVINCES}]?{INNER}[0-9]{{4}}{INNER}[0-9A-Za-z]"
PLATE = re.compile(rf"{opening((ORDINARY, FARM, *EMBASSIES, ARMED))}(?![0-9A-Za-z]|-[0-9])")
# Of bicycles: 号牌 上海0812345, 金山A12345.
BICYCLE = re.compile(
    rf"{opening(('号牌', '牌照', '车牌'))}(?:号码?)?[ :为是]{{0,4}}(?P<rest>(?:[\u4e00-\u9fff]{{1,3}}[A-Za-z]?|[A-Za-z])[0-9]{{5,8}})(?![0-9A-Za-z])"
)
DIGIT = re.compile(rf"[0-9{NUMERALS}]")
# What the plate goes to when a word follows that a plate never precedes.
NO_PLATE = re.compile(r" ?[年级版款型]")


def plates(text: str) -> Iterator[Found]:
    """All plates of `text`, which is folded."""
    for match in BICYCLE.finditer(text):
        yield Found(Kind.PLATE, *match.span("rest"), "（号牌略）")
    for match in PLATE.finditer(text):
        if match["rest"] and not _is_plate(match, text):
            continue
        yield Found(Kind.PLATE, *match.span(), _masked(match), certain=bool(match["rest"]))


def _is_plate(match: re.Match[str], text: str) -> bool:
    """Five or six characters of which one is a digit; four with 警 or 挂 behind."""
    rest = re.sub(r"[^0-9A-Za-z\u4e00-\u9fff〇]", "", match["rest"])
    enough = len(rest) + bool(match["last"] or match["interim"]) >= 5
    return enough and DIGIT.search(rest) is not None and not NO_PLATE.match(text, match.end())


def _masked(match: re.Match[str]) -> str:
    head = re.sub(r"[^A-Za-z\u4e00-\u9fff]", "", match[0])[:2] if match["rest"] else ""
    return f"{head.upper()}·*****" if head else "（号牌略）"
