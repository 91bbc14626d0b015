"""Where little but a mark or a word of grammar stands before them, words of articles look like names: “高钙”, （管用）.

`is_rather_words(name, gain)` takes what fills such a place and by how much it is likelier as a name; `ends_in_odd`,
`is_ordinal` and `is_of_a_noun` tell the same of characters that go on in no given name: 黄泥螺, 第五分钟, 看日期.
"""

from __future__ import annotations

import re
from typing import Final

from portal.privacy import given_names, surnames, words
from portal.privacy.bare_roles import begins_as_word
from portal.privacy.foreign_names import is_of_syllables

OF_PERSONS: Final = ("nr", "nrt")
OFTEN, CLEARLY, LEAST_OF_TWO = 300, 4.0, 2.0
ORDINAL: Final = re.compile(
    "第五[章项条款届批次类组部节期号种个年天道步分秒周排轮页层幼件句点题口眼关样课名位]"
)


def is_rather_words(name: str, gain: float) -> bool:
    """Whether what fills a quotation, a bracket or a bold phrase is a word, or one with more behind it."""
    if _is_of_a_people(name):
        return False
    if len(name) == 2 and name[0] in surnames.WORDLIKE:
        return True
    if _is_noun(name, 1) or begins_as_word(name) or (len(name) == 2 and gain < LEAST_OF_TWO):
        return True
    return gain < CLEARLY and not given_names.is_usual(name[1:])


def ends_in_odd(name: str) -> bool:
    """Whether the last character is none of given names: 毛蚶, 黄泥螺."""
    return not _is_of_a_people(name) and given_names.likeliness(name[-1]) <= given_names.ODD_LIKELINESS


def is_ordinal(name: str) -> bool:
    """第五分(钟), 第五步, 第五小组."""
    return ORDINAL.match(name) is not None or (name[:2] == "第五" and _is_noun(name[2:], 1) and len(name) > 3)


def is_of_a_noun(name: str) -> bool:
    """看日期, 查包装: one character before an everyday word that nobody is called."""
    return len(name) == 3 and _is_noun(name[1:], OFTEN) and not given_names.is_usual(name[1:])


def is_said(name: str) -> bool:
    """店员：成交: what is done, said behind a colon by whoever stands before it."""
    sort, count = words.sort_and_count(name)
    return sort.startswith("v") and count >= OFTEN and not given_names.is_frequent(name[1:])


def goes_on_in_no_name(name: str) -> bool:
    """(大班)易过敏, (流动的)清水冲: a word with one character before or behind it."""
    if len(name) != 3:
        return False
    if name[:2] in surnames.JAPANESE:
        return _is_noun(name[:2], OFTEN)
    return words.sort_and_count(name[1:])[1] >= OFTEN and not given_names.is_usual(name[1:])


def _is_of_a_people(name: str) -> bool:
    return name[:2] in surnames.COMPOUND or name[:2] in surnames.JAPANESE or is_of_syllables(name)


def _is_noun(text: str, least: int) -> bool:
    sort, count = words.sort_and_count(text)
    return count >= least and sort not in OF_PERSONS
