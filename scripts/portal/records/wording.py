"""How findings about values speak: the finding itself, a value quoted in it, the nearest right word."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

LONGEST_SHOWN = 30
LONGEST_WORD = 100
NUMERALS = "零一二三四五六七八九"


def problem(code: str, message: str, hint: str | Callable[[], str]) -> PydanticCustomError:
    """The finding `code`; a hint that is costly to find is given as a function."""
    # Messages are not templates of ours: braces inside a quoted value must stay as they are.
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def shown(value: object) -> str:
    """A value as it is quoted in a message: short, on one line."""
    if value is None:
        return "空值"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        inside = "、".join(
            _short(str(item), 10) for item in list(value)[:3] if not isinstance(item, list | dict)
        )
        return f"{inside or '列表'}{'等' if len(value) > 3 else ''}"
    return _short(" ".join(str(value).split()), LONGEST_SHOWN)


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length] + "…"


def nearest(word: str, candidates: Mapping[str, Any] | list[str]) -> str | None:
    """The candidate that a writer of `word` most likely meant, if any comes close."""
    if len(word) > LONGEST_WORD:
        return None
    names = list(candidates)
    if same := next((name for name in names if _in_numerals(name) == _in_numerals(word)), None):
        return same
    matches = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    if matches:
        return matches[0]
    inside = [name for name in names if word and (word in name or name in word)]
    return inside[0] if inside else None


def _in_numerals(text: str) -> str:
    """With its digits as Chinese numerals: `示例1所` and `示例一所` name the same."""
    return re.sub(r"\d{1,2}", lambda number: _numeral(int(number[0])), unicodedata.normalize("NFKC", text))


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    text = (NUMERALS[tens] if tens > 1 else "") + ("十" if tens else "")
    return text + (NUMERALS[ones] if ones or not tens else "")
