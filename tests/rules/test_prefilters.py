"""A rule asks a cheap question before it takes a text apart, and whatever the rule can find, the question lets through.

Texts are made from the rules' own patterns, then written in every width, blank and dash that `halfwidth` makes alike,
and broken at blanks, as YAML allows. What slips through all the same is known and stands in `HOLES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from portal.rules import identifying_numbers, neutrality, prefilters, teaching
from portal.rules.items import business_names, letters
from portal.rules.names_and_homes import AFTER_ROLE, BEFORE_SEX, STREET, addresses, full_names
from portal.rules.public_text import HALFWIDTH, halfwidth

# An escape makes every question say yes.
CHARACTERS = st.characters(codec="utf-8", exclude_characters="\\")
NEXT_LINE = "\n    "
BLANKS = "[\u200b\u200c\u200d\u2060\ufeff]|\n "
PLATE_SIGN = f"[{identifying_numbers.PLATE_PROVINCES}][A-Za-zＡ-Ｚａ-ｚ]"


@dataclass(frozen=True)
class Detector:
    """What finds, what is asked before, and a pattern of texts in which it finds something."""

    finds: Callable[[str], Iterable[object]]
    asks: Callable[[str], object]
    texts: str


def document_number_asked(text: str) -> bool:
    return prefilters.number(text) or any(mark in text for mark in teaching.YEAR_MARKS)


def recommending_asked(text: str) -> bool:
    return any(word in text for word in neutrality.TELLTALES)


def numbers(finds: Callable[[str], Iterable[object]], before: str, pattern: re.Pattern[str]) -> Detector:
    return Detector(finds, prefilters.number, before + pattern.pattern)


def phones(pattern: re.Pattern[str]) -> Detector:
    return Detector(identifying_numbers.phones, prefilters.phone, pattern.pattern)


DETECTORS = {
    "identity": numbers(identifying_numbers.identity_numbers, "身份证", identifying_numbers.IDENTITY_18),
    "old identity": numbers(identifying_numbers.identity_numbers, "身份证", identifying_numbers.IDENTITY_15),
    "card": numbers(identifying_numbers.bank_cards, "卡号", identifying_numbers.CARD),
    "credit code": numbers(identifying_numbers.CREDIT_CODE.finditer, "", identifying_numbers.CREDIT_CODE),
    "mobile": phones(identifying_numbers.MOBILE),
    "landline": phones(identifying_numbers.LANDLINE),
    "local": phones(identifying_numbers.LOCAL),
    "plate": Detector(
        identifying_numbers.plates, prefilters.phone_or_place, f"(?:{identifying_numbers.PLATE.pattern})"
    ),
    "address": Detector(addresses, prefilters.phone_or_place, rf"[\u4e00-\u9fff]{{2,6}}{STREET.pattern}"),
    "name after a role": Detector(full_names, prefilters.name, AFTER_ROLE.pattern),
    "name before the sex": Detector(full_names, prefilters.name, BEFORE_SEX.pattern),
    "document number": Detector(
        teaching.DOCUMENT_NUMBER.finditer, document_number_asked, teaching.DOCUMENT_NUMBER.pattern
    ),
    "letter": Detector(letters.POINTING.finditer, letters.TELLTALE.search, letters.POINTING.pattern),
    "business": Detector(
        business_names.BEFORE.finditer, business_names.TELLTALE.search, business_names.BEFORE.pattern
    ),
    "recommendation": Detector(
        neutrality.RECOMMENDING.finditer, recommending_asked, neutrality.RECOMMENDING.pattern
    ),
}
# What is found and yet not let through: all such texts as a pattern, and one of them.
HOLES = {
    "mobile": ("．", "138．0013．8000"),
    "landline": (r"\A\D*(?:\d\D*){10}\Z", "021-5793123"),
    "local": ("[话线电打机][^0-9０-９]*\n", "电话\n    57931234"),
    "plate": (f"{PLATE_SIGN}(?:{BLANKS}|[‐‑‒–—―−．])", "沪A—12345"),
    "address": (f"[{prefilters.STREET_END}](?:{BLANKS})", "卫清西路\n    128号"),
    "name after a role": ("[\u200b\u200c\u200d\u2060\ufeff＂]", "法定代表人：＂张三＂"),
    "document number": ("[(（\\[]２", "罚（２０２４）1号"),
    "letter": ("第[一二三四五六]选项|[前后][一两二三四]选项", "第一选项"),
}


@cache
def ways(character: str) -> list[str]:
    """How a character of a plain text may stand in a file."""
    alike = [chr(code) for code, plain in HALFWIDTH.items() if plain in (character, ord(character))]
    return [character, *alike, *([NEXT_LINE] if character == " " else [])]


@pytest.mark.parametrize("name", DETECTORS)
@given(data=st.data())
def test_what_is_found_is_let_through(name: str, data: st.DataObject) -> None:
    detector = DETECTORS[name]
    text = halfwidth(data.draw(st.from_regex(detector.texts, fullmatch=True, alphabet=CHARACTERS)))
    assume(any(True for _ in detector.finds(text)))
    chance = data.draw(st.randoms())
    written = "".join(chance.choice(ways(character)) for character in text)
    assume(name not in HOLES or not re.search(HOLES[name][0], written))
    assert detector.asks(written)


@pytest.mark.parametrize("name", HOLES)
def test_a_hole_is_one(name: str) -> None:
    """When this fails, the hole is mended: take it out of the list."""
    pattern, written = HOLES[name]
    read = halfwidth(written.replace(NEXT_LINE, " "))
    assert re.search(pattern, written)
    assert any(True for _ in DETECTORS[name].finds(read))
    assert not DETECTORS[name].asks(written)
