"""Codes of papers: written and read the same, and a slip of the pen is noticed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from portal.quiz.codes import BadCode, PaperCode, check_character, parse, write
from portal.records.blueprint import LETTERS

VECTORS = json.loads((Path(__file__).parent / "vectors/codes.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "alphabet", "check"), VECTORS["check_characters"])
def test_the_check_character_is_that_of_the_standard(text: str, alphabet: str, check: str) -> None:
    """Published examples of ISO 7064, MOD 11,10 and MOD 37,36."""
    assert check_character(text, alphabet) == check


@pytest.mark.parametrize(("blueprint", "version", "form", "code"), VECTORS["codes"])
def test_what_is_written_is_read(blueprint: str, version: str, form: int, code: str) -> None:
    assert write(PaperCode(blueprint, version, form)) == code
    assert parse(code) == PaperCode(blueprint, version, form)


@pytest.mark.parametrize(("text", "code"), VECTORS["read"])
def test_people_may_write_it_as_they_like(text: str, code: str) -> None:
    assert write(parse(text)) == code


@pytest.mark.parametrize(("text", "reason"), VECTORS["refused"])
def test_what_is_no_code_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(BadCode, match=reason):
        parse(text)


def test_every_single_wrong_character_is_noticed() -> None:
    plain = VECTORS["codes"][3][3].replace("-", "")
    for place, right in enumerate(plain):
        for wrong in set(LETTERS) - {right}:
            with pytest.raises(BadCode):
                parse(plain[:place] + wrong + plain[place + 1 :])


def test_nearly_every_pair_of_exchanged_characters_is_noticed() -> None:
    """The method lets one pair in a thousand pass; a plain sum would let all pass."""
    missed = total = 0
    for form in range(1, 200):
        plain = write(PaperCode("CY", f"{form * 7919:08x}", form)).replace("-", "")
        for place in range(len(plain) - 1):
            other = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
            if other != plain:
                total += 1
                missed += check_character(other[:-1], LETTERS) == other[-1]
    assert missed / total < 0.01
