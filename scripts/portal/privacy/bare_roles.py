"""Right behind a role, with no mark between, an everyday word may follow as well as a name: 经营者华丽包装, 员工齐声宣读.

`is_everyday(name, rest, after, gain)` says whether what could be a name is rather a word or begins with one there;
`goes_on_from_role` whether the role and what follows make a longer word: 厨师长白山, 领导班子.
"""

from __future__ import annotations

import re
from typing import Final

from portal.privacy import evidence, given_names, roles, surnames, words
from portal.privacy.everyday_words import NOT_NAMES
from portal.privacy.foreign_names import is_of_syllables
from portal.privacy.not_persons import COUNTIES, EVERYDAY, NAMES_TOO

OF_PERSONS: Final = ("nr", "nrt")
# How often a word was counted that is hardly met; by how much three characters that begin as a word are likelier a name.
RARE, CLEARLY, BARELY, FOR_DEED, DOES = 60, 4.0, -1.0, -5.0, 1.5
PLACES_WITHIN: Final = frozenset("里前后内外边旁侧处间上下中底末初")
# Surnames that are words of one character.
WORDS_ALONE: Final = frozenset("别来应越向由才查和盖谈方项降过干那有能从位才用")
# 吴江供货渠道: what people do, as part of a noun.
OF_TRADE: Final = re.compile(
    r"[\u4e00-\u9fff]{2}(?:渠道|合同|价格?|基地|市场|产地|批次|企业|单位|[商者方户点地品量额]|来源|途径|情况|记录|场所|范围|协议|清单|计划|公司|车间|仓库)"
)
DONE: Final = frozenset((*roles.DEEDS, *roles.OF_PERSONS))
SUM: Final = re.compile("[一二三四五六七八九壹贰叁肆伍陆柒捌玖两][十百千万拾佰仟]")
ENDS_OF_TIMES_AND_PLACES: Final = frozenset("节期季荡宅浜泾镇市省县州洲岛湖寨队厂")
LONGEST_ACROSS, RARE_SURNAME, RAREST_SURNAME, OFTEN = 3, 150, 300, 300


def is_everyday(name: str, rest: str, after: float, gain: float) -> bool:
    """Whether it is rather a word, `after` and `gain` as they are weighed: what follows, and how much likelier as a name."""
    if after >= evidence.SURE or is_of_syllables(name):
        return False
    if name[:2] in surnames.COMPOUND or (len(name) > 3 and name[:2] in surnames.JAPANESE):
        return False
    if SUM.match(name) or name[-1] in PLACES_WITHIN or _is_of_two_words(name, rest, after):
        return True
    return _is_pair(name, rest, after) if len(name) == 2 else _begins_as_word(name, rest, after, gain)


def _is_pair(name: str, rest: str, after: float) -> bool:
    if name in NAMES_TOO:
        return after < DOES and rest != ""
    if name in EVERYDAY or name[-1] == "家" or name in NOT_NAMES:
        return True
    sort, count = words.sort_and_count(name)
    if name in COUNTIES or sort == "ns":
        return (
            after < DOES
            or (sort == "ns" and (count >= RARE or name in COUNTIES))
            or OF_TRADE.match(rest) is not None
        )
    if count == 0 or sort in OF_PERSONS:
        return False
    return count >= RARE or not given_names.is_usual(name[1:]) or after < DOES


def begins_as_word(name: str) -> bool:
    """Whether a name that fills its place is rather a word, or one with more behind it: 公示牌, 降温."""
    first = is_word(name[:2]) and name[:2] not in NAMES_TOO
    return first and (len(name) == 2 or not given_names.is_frequent(name[1:]))


def _is_of_two_words(name: str, rest: str, after: float) -> bool:
    """查加工, 向师生, 元和: a word of one character before or behind another."""
    if name[-1] == "和" and (len(name) == 2 or rest != "") and after < evidence.PERSONAL:
        return True
    if len(name) == 3 and after < evidence.PERSONAL and _is_adjective(name):
        return True
    if len(name) == 2 and _is_clause(name, rest, after):
        return True
    if name[0] not in WORDS_ALONE or given_names.is_frequent(name[1:]):
        return False
    if len(name) == 2:
        return rest != "" and after < evidence.PERSONAL
    sort, count = words.sort_and_count(name[1:])
    return (count > 0 and sort not in OF_PERSONS) or (rest != "" and after < DOES)


def _is_clause(name: str, rest: str, after: float) -> bool:
    """顾客来问, 员工能学, 商贩充水(的肉): a word of one character, and what is done or how."""
    if after >= evidence.PERSONAL or (rest != "" and rest[0] != "的"):
        return False
    kind = words.first_word(name[1])[1]
    if surnames.rank(name[0]) > RAREST_SURNAME and words.first_word(name[0])[1].startswith(("v", "d", "p")):
        return True
    seldom = name[0] in WORDS_ALONE and not given_names.is_frequent(name[1:])
    return seldom and (kind.startswith(("v", "a", "d", "p")) or name[1] in DONE)


def _is_adjective(name: str) -> bool:
    """冷加工, 高水平, 蓝帽子: a rare surname before an everyday word."""
    sort, count = words.sort_and_count(name[1:])
    rare = surnames.rank(name[0]) > RARE_SURNAME or name[0] in "高黄白"
    return rare and count >= OFTEN and sort not in OF_PERSONS and not given_names.is_frequent(name[1:])


def _begins_as_word(name: str, rest: str, after: float, gain: float) -> bool:
    sort, count = words.sort_and_count(name)
    if count and sort not in OF_PERSONS:
        return True
    if name[-1] in ENDS_OF_TIMES_AND_PLACES and (after < evidence.PERSONAL or is_word(name[:2])):
        return True
    if name[:2] in COUNTIES:
        return after < evidence.PERSONAL and rest != "" and (after < 0 or _begins_word(name[2], rest))
    if not is_word(name[:2]):
        return False
    least = FOR_DEED if after >= evidence.PERSONAL else BARELY if after >= DOES else CLEARLY
    return gain < least or not given_names.is_usual(name[1:])


def is_word(pair: str) -> bool:
    """Whether two characters are an everyday word."""
    sort, count = words.sort_and_count(pair)
    return pair in EVERYDAY or pair in NOT_NAMES or (count > 0 and sort not in OF_PERSONS)


def _begins_word(char: str, rest: str) -> bool:
    return len(words.cut(char + rest[:4])[0]) > 1


def goes_on_from_role(text: str, start: int, place: int) -> bool:
    """Whether a word of three characters or more begins in the role at `start` and ends behind `place`, where it ends."""
    return any(
        words.sort_and_count(text[begin : place + length])[1] > 2
        for begin in range(max(start, place - LONGEST_ACROSS), place)
        if begin == start or text[start:begin] in roles.KINDS
        for length in range(1 if place - start == 1 else 2, LONGEST_ACROSS + 1)
        if place + length <= len(text)
    )
