"""Cheap questions to a file as written: could it hold anything that a closer look would find?

The answer is no for most files, so that rules leave them out before taking their texts apart. Every
pattern begins with a class of characters, because the engine then skips from one candidate to the next;
and each covers, in any width and spacing, whatever its matcher can find.
"""

from __future__ import annotations

import re
from functools import lru_cache

from portal.rules.identifying_numbers import PLATE_PROVINCES
from portal.rules.names_and_homes import DOUBLE_SURNAMES, ROLES, SURNAMES

DIGIT = "0-9０-９"
BETWEEN = r"\s\u200b-\u200d\u2060\ufeff.·\-‐-―−－()（）"
# Identity cards, bank cards and telephones with an area code have eleven digits or more; a credit code has
# six digits in a row, followed by digits or capitals.
NUMBER = re.compile(
    rf"[{DIGIT}](?:[{DIGIT}]{{5}}[{DIGIT}A-ZＡ-Ｚ]{{3}}|(?=[{DIGIT}{BETWEEN}]{{10}})(?:[{BETWEEN}]*+[{DIGIT}]){{10}})"
)
# A telephone without area code after 电话 and the like, a car plate, a house number: one class, then three tails.
PHONE_END = "话线电打机"
STREET_END = "路街巷村苑道区园寓"
PHONE_OR_PLACE = re.compile(
    rf"[{PHONE_END}{PLATE_PROVINCES}{STREET_END}](?:(?<=[{STREET_END}])\s?[{DIGIT}]"
    rf"|(?<=[{PHONE_END}])[^{DIGIT}。\n]{{0,8}}[2-8２-８][{DIGIT}]{{3}}"
    r"|[A-Za-zＡ-Ｚａ-ｚ][\s·•.\-－]?[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]{4})"
)
NAME = re.compile(
    rf"(?:{ROLES})(?:姓名|名叫|叫做|叫|为|是|系)?\s*[:：]?[\s“\"]*[{SURNAMES}{DOUBLE_SURNAMES.replace('|', '')}]"
)


@lru_cache(maxsize=8)
def number(original: str) -> bool:
    """An identity or card number, a mobile or full telephone number, a credit code."""
    return _hides(original) or NUMBER.search(original) is not None


@lru_cache(maxsize=8)
def phone_or_place(original: str) -> bool:
    """A local telephone number, a car plate, an address."""
    return _hides(original) or PHONE_OR_PLACE.search(original) is not None


def phone(original: str) -> bool:
    return number(original) or phone_or_place(original)


def name(original: str) -> bool:
    """A person's name after a role, or before 男 or 女."""
    return _hides(original) or NAME.search(original) is not None or "男" in original or "女" in original


def _hides(original: str) -> bool:
    """An escape such as `\\u5f20` may stand for any character."""
    return "\\" in original
