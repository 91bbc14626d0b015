"""The door to what finds numbers: those that by form or check digit can be nothing else than what they seem.

Takes plain text, gives each with its kind and a form in which it may be told. A number that only might be one is the
affair of the rules, which know the field it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from portal.rules import identifying_numbers as numbers
from portal.rules.public_text import halfwidth

DIGIT = "0-9０-９"
BETWEEN = r"[\s\u00ad\u200b-\u200f\u2060\ufeff.·\-‐-―−－()（）]*+"
LETTER = "A-Za-zＡ-Ｚａ-ｚ"
# What every number that is found has in it: eleven digits, ten from a nought on, eight of a local telephone, six digits
# of a credit code and the rest of it, an @, a province before a letter. One class of characters begins them all, and
# only the first digit of several.
HINT = re.compile(
    rf"[{DIGIT}](?<![{DIGIT}]{{2}})(?:(?:{BETWEEN}[{DIGIT}]){{10}}|(?<=[0０])(?:{BETWEEN}[{DIGIT}]){{9}}"
    rf"|(?<=[2-8２-８])[{DIGIT}]{{3}}[ \-－]?[{DIGIT}]{{4}}(?![{DIGIT}年.])|[{DIGIT}]{{5}}[{DIGIT}{LETTER}]{{10}})"
    rf"|[{numbers.PLATE_PROVINCES}][{LETTER}]|[@＠](?<=[{DIGIT}{LETTER}].)"
)
BLANKS = re.compile(r"[^\S ]+| {2,}")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]+")
# First digits of cards that are issued; other numbers of that length pass Luhn's check once in ten.
ISSUED = re.compile(r"62|60|65|68|69|4|5[1-5]|3[4-7]|9[4-9]")
EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+\-/@])[A-Za-z0-9][A-Za-z0-9._%+\-]*@(?:[A-Za-z0-9\-]+\.)+(?!(?:png|jpe?g|svg|js|css)\b)[A-Za-z]{2,}"
)
# A digest is no text, whatever digits stand in it: hexadecimal of the usual lengths, and sha256-… in base 64.
DIGEST = re.compile(
    r"(?<![0-9A-Za-z])(?:[0-9a-f]{16}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})(?![0-9A-Za-z])"
    r"|\bsha(?:256|384|512)-[A-Za-z0-9+/]+=*"
)
# Of an address only what is handed over counts, ?tel=…, not what pages are numbered by.
ADDRESS = re.compile(r"https?://[!-~]+")
IDENTITY, CARD, CODE, PHONE, MAIL, PLATE = (
    *("身份证号码", "银行卡号", "统一社会信用代码"),
    *("电话号码", "邮箱", "车牌号"),
)
SHOWN_AT_START, SHOWN_AT_END = 3, 2


@dataclass(frozen=True, slots=True)
class Found:
    """A number `number` at `start:end` of the text, and what may be told of it."""

    kind: str
    start: int
    end: int
    masked: str
    number: str


def certain(text: str) -> Iterator[Found]:
    """The certain numbers in `text`, each stretch once; positions count in the text without needless blanks."""
    plain = BLANKS.sub(" ", halfwidth(UNSEEN.sub("", text)))
    taken = [match.span() for match in DIGEST.finditer(plain) if not match[0].isdigit()]
    addresses = [match.span() for match in ADDRESS.finditer(plain)]
    for kind, search in SEARCHES.items():
        for start, end in search(plain):
            numbered = plain[start - 1] != "=" and any(first < start < last for first, last in addresses)
            if not numbered and not any(start < last and first < end for first, last in taken):
                taken.append((start, end))
                yield Found(kind, start, end, _masked(plain[start:end]), plain[start:end])


def _masked(number: str) -> str:
    name, at, domain = number.partition("@")
    if at:
        return f"{name[0]}***@{domain}"
    bare = numbers.bare(number) if number.isascii() else number
    hidden = max(len(bare) - SHOWN_AT_START - SHOWN_AT_END, 3)
    return f"{bare[:SHOWN_AT_START]}{'*' * hidden}{bare[-SHOWN_AT_END:]}"


def _cards(text: str) -> Iterator[tuple[int, int]]:
    for start, end in numbers.bank_cards(text):
        issued = ISSUED.match(text, start) and numbers.passes_luhn(numbers.bare(text[start:end]))
        if issued or numbers.NAMED_CARD.search(text[max(0, start - 24) : start]):
            yield start, end


def _mails(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in EMAIL.finditer(text))


SEARCHES: dict[str, Callable[[str], Iterable[tuple[int, int]]]] = {
    IDENTITY: numbers.identity_numbers,
    CODE: numbers.credit_codes,
    CARD: _cards,
    PHONE: numbers.phones,
    MAIL: _mails,
    PLATE: numbers.plates,
}
