"""Numbers on a finished page that form or check digit leave no doubt about, in a form in which they may be told.

Takes plain text; `portal.privacy` finds them. A number that only might be one is the affair of the rules, which know the
field it stands in. Digests and the numbers in addresses of pages are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal import privacy
from portal.privacy import Kind
from portal.privacy.folding import INVISIBLE, plain
from portal.privacy.plates import PROVINCES

DIGIT, LETTER = "0-9０-９", "A-Za-zＡ-Ｚａ-ｚ"
BETWEEN = rf"[\s{INVISIBLE}\u00b7.,/_*~`+()（）\[\]|\-‐-―−－]{{0,9}}+"
# What every number that is told has in it: ten digits, six digits of a credit code and the rest of it, a province before
# a letter, an @. It passes over most texts; one class of characters begins it, and only the first digit of several.
HINT = re.compile(
    rf"[{DIGIT}](?<![{DIGIT}]{{2}})(?:(?:{BETWEEN}[{DIGIT}]){{9}}|(?:{BETWEEN}[{DIGIT}]){{5}}(?:{BETWEEN}[{DIGIT}{LETTER}]){{10}})"
    rf"|[{PROVINCES}]{BETWEEN}[{LETTER}]|[@＠]"
)
# A digest is no text, whatever digits stand in it: hexadecimal of the usual lengths, and sha256-… in base 64.
DIGEST = re.compile(
    r"(?<![0-9A-Za-z])(?:[0-9a-f]{16}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})(?![0-9A-Za-z])"
    r"|\bsha(?:256|384|512)-[A-Za-z0-9+/]+=*"
)
# Of an address only what is handed over counts, ?tel=…, not what pages are numbered by.
ADDRESS = re.compile(r"https?://[!-~]+")
# Numbers of firms other than the code stand where firms are named rightly.
TOLD = (Kind.IDENTITY_NUMBER, Kind.BANK_CARD, Kind.CREDIT_CODE, Kind.TELEPHONE, Kind.EMAIL, Kind.PLATE)
UNSEEN = re.compile(f"[{INVISIBLE}]")
SHORTEST_GROUP, MOST_GROUPS = 3, 6
SHOWN_AT_START, SHOWN_AT_END = 3, 2
GAPS = " \n-.()+\u00ad"


@dataclass(frozen=True, slots=True)
class Found:
    """A number `number` at `start:end` of the text, and what may be told of it."""

    kind: Kind
    start: int
    end: int
    masked: str
    number: str


def certain(text: str) -> Iterator[Found]:
    """The certain numbers in `text`, in its order."""
    found = (one for one in privacy.certain(text) if one.kind in TOLD)
    numbers = [one for one in found if _is_written_as_usual(one.kind, text[one.start : one.end])]
    if not numbers:
        return
    digests = [match.span() for match in DIGEST.finditer(text) if not match[0].isdigit()]
    addresses = [match.span() for match in ADDRESS.finditer(text)]
    for one in numbers:
        number = text[one.start : one.end]
        numbered = text[one.start - 1] != "=" and any(start < one.start < end for start, end in addresses)
        if not numbered and not any(one.start < end and start < one.end for start, end in digests):
            yield Found(one.kind, one.start, one.end, _masked(number), number)


def _is_written_as_usual(kind: Kind, number: str) -> bool:
    """138-0013-8000, not 1,3,8,0,0: what stands in a row of a table, in an index or in a drawing is many numbers."""
    if kind is Kind.EMAIL:
        return "@" in plain(number)
    if kind is Kind.PLATE:
        return HINT.match(number) is not None
    groups = [one for one in re.split("[^0-9A-Za-z]+", plain(UNSEEN.sub("", number))) if one]
    return all(len(one) >= SHORTEST_GROUP for one in groups[1:-1]) and len(groups) <= MOST_GROUPS


def _masked(number: str) -> str:
    name, at, domain = number.partition("@")
    if at:
        return f"{name[0]}***@{domain}"
    bare = "".join(char for char in plain(number) if char not in GAPS and char.isprintable())
    hidden = max(len(bare) - SHOWN_AT_START - SHOWN_AT_END, 3)
    return f"{bare[:SHOWN_AT_START]}{'*' * hidden}{bare[-SHOWN_AT_END:]}"
