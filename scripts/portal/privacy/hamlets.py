"""Homes without a number: a hamlet or a group of a village (龙场村大寨组), a house by its place in a row (东首第三家).

Takes a folded text. Outside towns this is a whole address: whoever comes there finds the door.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy.found import Found, Kind
from portal.privacy.place_names import HAN, MASK, NUMERAL, lead, masked_address, name_before
from portal.privacy.word_lists import opening

HOME_WORDS = (
    "住(?!建|院|宿|房)[址处在]?",
    "户籍所?在?地?址?",
    "户口所?在?地?",
    "老家在?",
    "父母家",
    "家(?:[在庭]|(?=:))",
    "收[件货]人?",
    "寄[到往]",
)
HAMLET = re.compile(
    rf"{opening(HOME_WORDS)}(?:[住地]址)?[:为是在于 ]{{0,3}}"
    rf"(?P<place>[{HAN}]{{2,24}}?(?:村[{HAN}]{{0,5}}[组宅队埭屯寨浜社]|[镇乡][{HAN}]{{2,5}}[组埭屯寨浜社]))(?![长员代区会组])"
)
# 大房宅东首第三家; a shop that is the first one of its village is none.
IN_ITS_ROW = re.compile(
    rf"[村宅埭浜组队][{HAN}]{{0,8}}?[东南西北中后前][首侧头边面]?第[{NUMERAL}0-9]{{1,3}}[家户幢间排](?!小卖|[店超餐食饭农经公企连铺厂商民门])"
)


def homes_without_number(text: str) -> Iterator[Found]:
    """All homes of `text` that are told by a hamlet or a row alone."""
    for match in HAMLET.finditer(text):
        yield from _home(text, *match.span("place"))
    for match in IN_ITS_ROW.finditer(text):
        name = name_before(text, match.start())
        yield from _home(text, match.start() - len(name) + lead(name), match.end())


def _home(text: str, start: int, end: int) -> Iterator[Found]:
    if not MASK.search(text, start, end):
        yield Found(Kind.HOME, start, end, masked_address(text[start:end]))
