"""Receipts: written and read the same, in one line of QR's characters; what is altered, cut off or invented is refused."""

from __future__ import annotations

import json
import random
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from portal.records.blueprint import LETTERS
from portal.spotcheck.receipt import BadReceipt, Receipt, find, is_genuine, parse, verified, write
from portal.spotcheck.slips import slip

VECTORS = json.loads((Path(__file__).parent / "vectors/receipts.json").read_text("utf-8"))
(_, SLIP, TEXT), *_ = VECTORS["receipts"]
SECRET, DAY = bytes(range(32)), date(2026, 12, 1)


def receipt(data: dict[str, Any]) -> Receipt:
    answers = tuple(map(tuple, data["answers"]))
    started = datetime.fromisoformat(data["started"])
    return Receipt(**{**data, "started": started, "answers": answers})


@pytest.mark.parametrize(("data", "code", "text"), VECTORS["receipts"])
def test_what_is_written_is_read_and_genuine(data: dict[str, Any], code: str, text: str) -> None:
    assert write(receipt(data), code) == text
    assert parse(text) == (receipt(data), text[-8:])
    assert verified(text, code) == receipt(data)
    assert re.fullmatch(r"[0-9A-Z $%*+\-./:]+", text), "not in QR's alphanumeric set"


@pytest.mark.parametrize(("text", "reason"), VECTORS["refused"])
def test_what_is_no_receipt_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(BadReceipt, match=reason):
        parse(text)


@pytest.mark.parametrize(("text", "code"), VECTORS["forged"])
def test_what_was_altered_or_sealed_with_another_slip_is_not_genuine(text: str, code: str) -> None:
    parse(text)
    assert not is_genuine(text, code)
    with pytest.raises(BadReceipt, match="对不上"):
        verified(text, code)


def test_every_single_changed_character_is_noticed() -> None:
    for place, right in enumerate(TEXT):
        for other in set(LETTERS + "./-") - {right}:
            assert not is_genuine(TEXT[:place] + other + TEXT[place + 1 :], SLIP)


def test_a_thousand_receipts_without_the_slip_are_all_refused() -> None:
    """Altered, exchanged between people, and invented with a check value of one's own."""
    chance = random.Random(14)
    codes = [slip(SECRET, DAY, number).code for number in range(1, 1001)]
    started = datetime.fromisoformat("2026-12-01T09:12")
    for number, code in enumerate(codes, 1):
        real = Receipt("CY-2GV5GYM-1-7", number, started, 19, (("b",), ("a", "c"), ()))
        text = write(real, code)
        assert is_genuine(text, code)
        invented = text[:-8] + "".join(chance.choices(LETTERS, k=8))
        altered = text.replace("/B.", f"/{chance.choice('ACDEFGH')}.")
        swapped = write(real, codes[number % 1000])
        assert [is_genuine(one, code) for one in (invented, altered, swapped)] == [False] * 3


def test_receipts_are_found_in_what_was_pasted_from_a_chat() -> None:
    """With names around them, in small letters, full width, parted by a mail program; one is cut off."""
    wide = TEXT.translate({ord(one): ord(one) + 0xFEE0 for one in TEXT})
    pasted = f"张三 9:30\n{TEXT}。\n李四：{TEXT.lower()}\n{wide}，好了\n{TEXT[:40]}\n{TEXT[40:]}\n{TEXT[:-3]}\n王五 9:31"
    assert find(pasted) == (TEXT, TEXT, TEXT, TEXT, TEXT[:-3])
    assert find("没有回执") == ()
    assert find(f"{TEXT}\u200b{TEXT}") == (TEXT, TEXT)
