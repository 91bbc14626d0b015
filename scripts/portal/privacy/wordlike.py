"""Whether what could be a name by its characters is rather a word, a place or part of a firm's name."""

from __future__ import annotations

import re
from typing import Final

from portal.privacy import evidence, given_names, roles, surnames, words
from portal.privacy.everyday_words import MOVES, NOT_NAMES, ORGANISATION_ENDINGS, PLACE_ENDINGS, PLACES, TERMS
from portal.privacy.foreign_names import is_of_syllables
from portal.privacy.weak_places import is_ordinal
from portal.privacy.word_lists import listed

# How often a word was counted in the sixty million of the dictionary.
OFTEN, TOO_OFTEN, OFTEN_FOR_GRAMMAR, OFTEN_FOR_PLACE = 150, 2200, 100, 80
# Sorts of words in the tags of jieba: words of grammar, time and number; names of persons; nouns that are names too.
GRAMMAR: Final = ("d", "c", "t", "f", "p", "r", "m", "q", "i", "l", "u", "y", "ad")
OF_PERSONS: Final = ("nr", "nrt")
NOUNS: Final = ("nr", "nz", "n", "nrt")
NEVER_A_NAME = frozenset(
    (
        *roles.ROLES,
        *roles.LABELS,
        *listed(
            "练一练 空格 初审 收银台 银台 居住证 师生 容器 字号 字体 字高 车间 盖章 签章 明知 许可 连锁 冷藏"
        ),
    )
)
OF_THE_FIELD = frozenset((*PLACES, *TERMS))
NEVER_GIVEN = frozenset(listed("大家 大学 中学 小学 公司 医院 银行 集团 家中 家里 先生 女士"))
# 顾客, 家长, 居民: a stretch that begins with one is no name.
ROLES_BY_SURNAME = frozenset(role for role in roles.ROLES if len(role) == 2 and role[0] in surnames.FIRST)
ROLES_AS_GIVEN = frozenset(role for role in roles.ROLES if len(role) == 2) - frozenset(
    listed("新生 宝宝 同乡 代表 少年 子女 爱人 大姐 大哥 阿婆 阿公 领导 作者 专员 会员 党员")
)
MASK: Final = re.compile(r"[某×＊*□○]|[xX]{2}|[（(](?:化名|隐去|已隐去)")
LAST_OF_NONE = frozenset("记末沪额")
LAST_OF_WORDS = frozenset("和多少天大小前中上下里外有能可要时用地")
ENDS_OF_PLACES = frozenset("村路桥湾港乡镇")
LEAST_GAIN_OF_THREE = -9.0


def may_be(name: str) -> bool:
    """Whether nothing in the characters alone rules a name out: not 家长, 王师傅, 严桥村."""
    if MASK.search(name) or (len(name) == 2 and name[1] in LAST_OF_NONE):
        return False
    if is_ordinal(name) or name in NEVER_A_NAME or name.endswith(roles.COURTESY) or name[1:] in NEVER_GIVEN:
        return False
    if len(name) > 2 and (name[:2] in ROLES_BY_SURNAME or name[1:] in ROLES_AS_GIVEN):
        return False
    return not (len(name) == 3 and name[2] in ENDS_OF_PLACES)


def is_known(name: str) -> bool:
    """欧阳修远, and those that the dictionary has as somebody's name: 张国栋."""
    sort, count = words.sort_and_count(name)
    if name[:2] in surnames.COMPOUND:
        return count == 0 or sort in OF_PERSONS
    return sort in OF_PERSONS and given_names.is_usual(name[1:]) and name[:2] not in surnames.JAPANESE


def might_be(name: str, gain: float, whole: bool) -> bool:
    """Whether a word may be somebody's name where a word would be odd: 高明, 白雪.

    `gain` is by how much it is likelier as a name; `whole` where it stands alone or before what only people do.
    """
    sort, count = words.sort_and_count(name)
    if name[0] in surnames.WORDLIKE or (name in NOT_NAMES and not (whole and sort.startswith("n"))):
        return False
    if not sort:
        return gain > LEAST_GAIN_OF_THREE and len(name) > 2
    if count >= TOO_OFTEN or sort in GRAMMAR:
        return False
    return whole or (len(name) == 2 and sort in NOUNS and given_names.is_usual(name[1:]))


def is_word(name: str, rest: str, trusted: bool, after: float) -> bool:
    """周知, 明天起, 黄山: rather words than names.

    `rest` is what follows, `after` how much it speaks for a name; `trusted` where what stands before speaks for one.
    """
    if name[:2] in surnames.COMPOUND or is_of_syllables(name):
        return False
    if name in OF_THE_FIELD:
        return not evidence.SURE <= after < evidence.CLOSED
    return _begins_with_word(name, rest, after) if len(name) > 2 else _is_pair(name, rest, trusted, after)


def _begins_with_word(name: str, rest: str, after: float) -> bool:
    """明天起, 甘愿自(掏): a word and the beginning of the next one."""
    sort, count = words.sort_and_count(name[:2])
    whole = rest == "" and given_names.is_frequent(name[1:])  # 从小军，
    if count > OFTEN_FOR_GRAMMAR and sort in GRAMMAR and not whole:
        return True
    if after < evidence.PERSONAL and (_is_known_word(name) or (count and _goes_on(name, rest, sort))):
        return True
    if name[:2] in surnames.JAPANESE and after >= 0:
        return False
    strange = after < 0.5 or name[2] in LAST_OF_WORDS or not given_names.is_usual(name[1:])
    return name[:2] in NOT_NAMES and strange


def _is_known_word(name: str) -> bool:
    sort, count = words.sort_and_count(name)
    return count > 0 and sort not in OF_PERSONS


def _goes_on(name: str, rest: str, sort: str) -> bool:
    """Whether the third character begins a word of what follows: 自 of 自掏腰包."""
    return sort not in OF_PERSONS and rest != "" and len(words.cut(name[2] + rest[:6])[0]) > 1


def _is_pair(name: str, rest: str, trusted: bool, after: float) -> bool:
    sort, count = words.sort_and_count(name)
    if trusted and after >= evidence.PERSONAL and sort.startswith("n"):
        return False
    if name in NOT_NAMES or (after < 0 and count > 0):
        return True
    if count >= OFTEN and sort not in OF_PERSONS and not given_names.is_frequent(name[1:]):
        return True
    place = sort == "ns" and (rest != "" or count >= OFTEN_FOR_PLACE)
    return after < 4 and (place or name[-1] in ENDS_OF_PLACES)


def is_of_a_place(rest: str) -> bool:
    """Whether what follows makes a place or a firm of it: 张江 of 张江镇, 王记 of 王记面馆."""
    following = words.cut(rest)[:2]
    if following and following[0] in PLACE_ENDINGS:
        return True
    for word in following:
        if word.startswith(MOVES) or evidence.does(words.first_word(word)[1]):
            return False
        if word in PLACE_ENDINGS or word.endswith(ORGANISATION_ENDINGS):
            return True
    return False
