"""Slips: one code for each running number of a day, read however it is typed; a slip of the pen is noticed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from portal.records.blueprint import LETTERS
from portal.spotcheck.slips import BadSlip, keyed, plain_code, slip

VECTORS = json.loads((Path(__file__).parent / "vectors/receipts.json").read_text("utf-8"))
SECRET, DAY = bytes(range(32)), date(2026, 12, 1)


@pytest.mark.parametrize(("key", "text", "value"), VECTORS["keyed"])
def test_the_keyed_value_is_that_of_the_standard(key: str, text: str, value: str) -> None:
    """RFC 4231, test case 2: the HMAC begins with 5bdcc146bf."""
    assert keyed(bytes.fromhex(key), text) == value


@pytest.mark.parametrize(("secret", "day", "number", "code"), VECTORS["slips"])
def test_a_slip_is_always_the_same(secret: str, day: str, number: int, code: str) -> None:
    assert slip(bytes.fromhex(secret), date.fromisoformat(day), number).code == code


def test_no_two_people_of_a_day_have_the_same_code() -> None:
    codes = {slip(SECRET, DAY, number).code for number in range(1, 1001)}
    assert len(codes) == 1000


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_there_is_no_slip_of_such_a_number(number: int) -> None:
    with pytest.raises(ValueError, match="编号"):
        slip(SECRET, DAY, number)


@pytest.mark.parametrize(("text", "code"), VECTORS["slips_read"])
def test_people_may_type_it_as_they_like(text: str, code: str) -> None:
    assert plain_code(text) == code.replace("-", "")


@pytest.mark.parametrize(("text", "reason"), VECTORS["slips_refused"])
def test_what_is_no_code_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(BadSlip, match=reason):
        plain_code(text)


def test_every_single_wrong_character_is_noticed() -> None:
    plain = plain_code(slip(SECRET, DAY, 12).code)
    for place, right in enumerate(plain):
        for wrong in set(LETTERS) - {right}:
            with pytest.raises(BadSlip):
                plain_code(plain[:place] + wrong + plain[place + 1 :])
