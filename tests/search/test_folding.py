"""What counts as the same: the browser is held to the same examples in tests/browser."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from portal.search.folding import folded
from portal.source.unseen import INSIDE_WORDS

EXAMPLES = json.loads((Path(__file__).parent / "folding.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "same"), EXAMPLES["folded"])
def test_text_is_folded(text: str, same: str) -> None:
    assert folded(text) == same


def test_no_two_characters_are_taken_for_one_another_but_by_unicode() -> None:
    """Rare and private characters stay apart from each other and from all others, whatever half of one is compared."""
    rare = [chr(code) for code in (*range(0xE000, 0xF900), *range(0x20000, 0x32000))]
    told = {one: folded(one) for one in rare if unicodedata.normalize("NFKC", one) == one}
    assert len(set(told.values())) == len(told) > 70_000
    assert {len(same) for same in told.values()} == {2}


def test_what_nobody_sees_is_left_out() -> None:
    seen = [char for char in INSIDE_WORDS if char != "-" and folded(f"留{char}样") != "留样"]
    assert seen == []
