"""凭条: the code on a slip that goes with a running number; with it, and only with it, a phone seals its receipt.

Codes come from the day's secret, which stays with the inspector: nothing has to be stored to know them again.
`7K3M-9QX2-V`: 40 bits in Crockford's base 32, and a check character as in codes of papers. The twin is
`quiz-receipt.js`; the vectors are in `tests/spotcheck/vectors/receipts.json`.
"""

from __future__ import annotations

import hmac
import unicodedata
from dataclasses import dataclass
from datetime import date

from portal.quiz.codes import BETWEEN, MEANT, check_character
from portal.records.blueprint import LETTERS

KEYED = 8  # characters of five bits
MOST_NUMBERS = 9999  # people of one day; running numbers begin with 1


class BadSlip(ValueError):
    """A code that stands on no slip; the text says why, in Chinese."""


@dataclass(frozen=True)
class Slip:
    """One person's slip: the running number on the inspector's sheet, and the code as it is printed."""

    number: int
    code: str


def slip(secret: bytes, day: date, number: int) -> Slip:
    """The slip of a running number, always the same for a day's secret. Raises `ValueError` for no such number."""
    if not 1 <= number <= MOST_NUMBERS:
        raise ValueError(f"编号是1到{MOST_NUMBERS}的整数")
    code = keyed(secret, f"slip/{day.isoformat()}/{number}")
    return Slip(number, f"{code[:4]}-{code[4:]}-{check_character(code, LETTERS)}")


def plain_code(text: str) -> str:
    """A code without hyphens, however it was typed: the key of receipts. Raises `BadSlip`."""
    plain = BETWEEN.sub("", unicodedata.normalize("NFKC", text).upper()).translate(MEANT)
    if not plain:
        raise BadSlip("没有填凭条码")
    if strange := next((one for one in plain if one not in LETTERS), None):
        raise BadSlip(f"凭条码里不会有“{strange}”，请对照凭条再看一遍")
    if len(plain) != KEYED + 1:
        raise BadSlip("凭条码应当有9个字符，像 7K3M-9QX2-V 这样")
    if check_character(plain[:-1], LETTERS) != plain[-1]:
        raise BadSlip("凭条码有一个字符不对，请对照凭条再看一遍")
    return plain


def keyed(key: bytes, text: str) -> str:
    """The first 40 bits of HMAC-SHA256 (RFC 2104), as eight characters."""
    number = int.from_bytes(hmac.digest(key, text.encode(), "sha256")[:5])
    return "".join(LETTERS[number >> shift & 31] for shift in range(5 * (KEYED - 1), -1, -5))
