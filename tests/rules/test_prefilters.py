"""A rule asks a cheap question before it takes a text apart, and whatever the rule can find, the question lets through.

Texts are made from the rules' own patterns, then written in every width, blank and dash that `plain` makes alike,
and broken at blanks, as YAML allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from portal.privacy.folding import BLANKS, DASHES, plain
from portal.rules import neutrality
from portal.rules.items import business_names, letters

# An escape makes every question say yes.
CHARACTERS = st.characters(codec="utf-8", exclude_characters="\\")
NEXT_LINE = "\n    "
DISGUISES = (*map(chr, range(0xFF01, 0xFF5F)), *BLANKS, *DASHES)


@dataclass(frozen=True)
class Detector:
    """What finds, what is asked before, and a pattern of texts in which it finds something."""

    finds: Callable[[str], Iterable[object]]
    asks: Callable[[str], object]
    texts: str


def recommending_asked(text: str) -> bool:
    return any(word in text for word in neutrality.TELLTALES)


DETECTORS = {
    "letter": Detector(letters.POINTING.finditer, letters.TELLTALE.search, letters.POINTING.pattern),
    "business": Detector(
        business_names.BEFORE.finditer, business_names.TELLTALE.search, business_names.BEFORE.pattern
    ),
    "recommendation": Detector(
        neutrality.RECOMMENDING.finditer, recommending_asked, neutrality.RECOMMENDING.pattern
    ),
}


@cache
def ways(character: str) -> list[str]:
    """How a character of a plain text may stand in a file."""
    alike = [one for one in DISGUISES if plain(one) == character]
    return [character, *alike, *([NEXT_LINE] if character == " " else [])]


@pytest.mark.parametrize("name", DETECTORS)
@given(data=st.data())
def test_what_is_found_is_let_through(name: str, data: st.DataObject) -> None:
    detector = DETECTORS[name]
    text = plain(data.draw(st.from_regex(detector.texts, fullmatch=True, alphabet=CHARACTERS)))
    assume(any(True for _ in detector.finds(text)))
    chance = data.draw(st.randoms())
    written = "".join(chance.choice(ways(character)) for character in text)
    assert detector.asks(written)
