"""Unified social credit codes (统一社会信用代码, GB 32100): the check character, and codes in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
IN_TEXT = re.compile(r"(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])")


def is_valid(code: str) -> bool:
    """Whether the last character fits the seventeen before it (weights are powers of 3, modulo 31)."""
    total = sum(ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(code[:17]))
    return ALPHABET[-total % 31] == code[17]


def codes_in(text: str) -> Iterator[tuple[int, int]]:
    """Stretches `(start, end)` of `text` that are valid codes."""
    return (match.span() for match in IN_TEXT.finditer(text) if is_valid(match[0]))
