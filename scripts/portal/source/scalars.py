"""Plain scalars → values, by the core schema of YAML 1.2 and no further.

No sexagesimal numbers, no automatic dates, no `yes`/`no`: `2024-06`, `12:30` and `是` stay texts
and the record that wants something else says so in its own words.
"""

from __future__ import annotations

import re

CONSTANTS: dict[str, object] = {"": None, "~": None}
for _word, _value in (("null", None), ("true", True), ("false", False)):
    CONSTANTS |= dict.fromkeys((_word, _word.capitalize(), _word.upper()), _value)
INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)
DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,17})?(?:[eE][+-]?\d{1,2})?", re.ASCII)


def resolve(text: str) -> object:
    """The value of an unquoted scalar."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if text[0] not in "-0123456789":
        return text
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text
