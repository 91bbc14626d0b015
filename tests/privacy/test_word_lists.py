"""Alternations of words that begin with one class of characters."""

from __future__ import annotations

import re

import pytest

from portal.privacy.word_lists import opening


@pytest.mark.parametrize("text", ["a微信b", "vx", " Vx", "加薇"])
def test_each_word_is_matched_as_it_stands(text: str) -> None:
    words = ("微信", "(?<![0-9a-z])[Vv]x", "加[微薇]")
    plain = re.search("|".join(words), text)
    opened = re.search(opening(words), text)
    assert plain
    assert opened
    assert opened.span() == plain.span()


def test_what_stands_before_is_asked() -> None:
    assert re.search(opening(["(?<![0-9a-z])[Vv]x"]), "avx") is None


def test_a_word_must_begin_with_a_character() -> None:
    with pytest.raises(ValueError, match="begins with no plain character"):
        opening(["(?:a|b)"])
