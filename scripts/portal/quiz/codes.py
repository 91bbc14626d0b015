"""The code of a paper: blueprint, version of the bank and number of the form, short enough to type from paper.

`CY-3K7M2Q1-1-V`: two characters of the blueprint, seven for the version, the form, one to check the rest. Written in
Crockford's base 32; the check character is that of ISO 7064's hybrid systems (MOD 11,10; MOD 37,36 …) for an alphabet
of 32. The twin is `quiz-codes.js`; the vectors are in `tests/quiz/vectors/codes.json`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from portal.records.blueprint import LETTERS

VERSION = 7
MOST_FORMS = 32**6 - 1
# Read from paper, typed on a phone, sent in a chat: what is between the parts does not count.
# What people paste along: the address that a QR code holds, or the words before the code.
ADDRESS = re.compile(r"[?&]code=([^&#\s]+)", re.IGNORECASE)
ESCAPED = re.compile(r"%([2-7][0-9a-f])", re.IGNORECASE)  # a whole address may be escaped, too
NAMED = re.compile(r"^.*卷号\s*[:：]?", re.DOTALL)
BETWEEN = re.compile(r"[\s\-‐‑‒–—―−_·.]+")
MEANT = str.maketrans({"I": "1", "L": "1", "O": "0"})


class BadCode(ValueError):
    """A code that no paper has; the text says why, in Chinese."""


@dataclass(frozen=True)
class PaperCode:
    """What a code stands for: the blueprint's two characters, the version's eight hex digits, the form."""

    blueprint: str
    version: str
    form: int


def check_character(text: str, alphabet: str) -> str:
    """The check character of ISO 7064's hybrid systems, for the length of the alphabet."""
    size = len(alphabet)
    product = size
    for character in text:
        total = (product + alphabet.index(character)) % size or size
        product = total * 2 % (size + 1)
    return alphabet[(size + 1 - product) % size]


def write(code: PaperCode) -> str:
    """The code with hyphens, as it is printed."""
    version, form = _to_base32(int(code.version, 16)).rjust(VERSION, "0"), _to_base32(code.form)
    check = check_character(code.blueprint + version + form, LETTERS)
    return f"{code.blueprint}-{version}-{form}-{check}"


def parse(text: str) -> PaperCode:
    """What a code stands for, however it is written. Raises `BadCode`."""
    unescaped = ESCAPED.sub(lambda found: chr(int(found[1], 16)), re.sub("%20", "-", text))
    asked = ADDRESS.search(unescaped)
    code = asked[1].replace("+", "-") if asked else text
    plain = NAMED.sub("", unicodedata.normalize("NFKC", code))
    plain = BETWEEN.sub("", plain.upper()).translate(MEANT)
    if not plain:
        raise BadCode("没有填卷号")
    if strange := next((one for one in plain if one not in LETTERS), None):
        raise BadCode(f"卷号里不会有“{strange}”，请对照卷面再看一遍")
    if len(plain) < 2 + VERSION + 2:
        raise BadCode("卷号不完整，像 CY-3K7M2Q1-1-V 这样有四段")
    if check_character(plain[:-1], LETTERS) != plain[-1]:
        raise BadCode("卷号有一个字符不对，请对照卷面再看一遍")
    version, form = _from_base32(plain[2 : 2 + VERSION]), _from_base32(plain[2 + VERSION : -1])
    if version >= 2**32 or not 1 <= form <= MOST_FORMS:
        raise BadCode("没有这样的卷号")
    return PaperCode(plain[:2], f"{version:08x}", form)


def _to_base32(number: int) -> str:
    digits = LETTERS[number % 32]
    while number := number // 32:
        digits = LETTERS[number % 32] + digits
    return digits


def _from_base32(digits: str) -> int:
    number = 0
    for digit in digits:
        number = number * 32 + LETTERS.index(digit)
    return number
