"""Numbers that tell who it is: of a person identity cards, telephones, bank cards, car plates; the code of a business.

Pure functions from a text in half-width characters to the stretches `(start, end)` found in it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

Stretch = tuple[int, int]
GAP = r"(?: ?- ?| {1,3})"
LOOSE = r" ?-? ?"

IDENTITY_18 = re.compile(rf"(?<![0-9A-Za-z])[1-8](?:{LOOSE}[0-9]){{16}}{LOOSE}[0-9Xx](?![0-9A-Za-z])")
IDENTITY_15 = re.compile(rf"(?<![0-9A-Za-z])[1-8][0-9]{{5}}{LOOSE}[0-9]{{6}}{LOOSE}[0-9]{{3}}(?![0-9A-Za-z])")
NAMED_IDENTITY = re.compile(r"身份证[^0-9。；\n]{0,12}$")
PROVINCE_RANGES = ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
PROVINCES = frozenset(str(code) for first, last in PROVINCE_RANGES for code in range(first, last + 1))
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)

MOBILE = re.compile(
    r"(?<![0-9])(?<![0-9]\.)(?:\+?(?:00)?86[ -]?)?(?:1[3-9][0-9]{9}"
    rf"|1[3-9][0-9](?:{GAP}|\.)[0-9]{{4}}(?:{GAP}|\.)[0-9]{{4}}"
    rf"|1[3-9][0-9]{GAP}(?:[0-9]{{8}}|[0-9]{{3}}{GAP}[0-9]{{5}})"
    rf"|1[3-9][0-9]{{5}}{GAP}[0-9]{{4}}|1[3-9][0-9]{{2}}{GAP}[0-9]{{3}}{GAP}[0-9]{{4}}"
    r"|1[ -][3-9](?:[ -][0-9]){9})(?![0-9])"
)
LANDLINE = re.compile(
    r"(?<![0-9A-Za-z.])(?:\+?86[ -]?)?\(?(?:010|02[0-9]|0[3-9][0-9]{2})\)?[ -]{0,3}[2-8][0-9]{2,3}[ -]?[0-9]{4}(?![0-9])"
)
LOCAL = re.compile(
    r"(?:电话|热线|致电|拨打|座机)[^0-9。；\n]{0,8}(?P<number>[2-8][0-9]{3}[ -]?[0-9]{4})(?![0-9年.])"
)

CARD = re.compile(
    rf"(?<![0-9A-Za-z])(?:[3-69][0-9]{{15,18}}|[3-69][0-9]{{3}}(?:{GAP}[0-9]{{4}}){{3}}(?:{GAP}?[0-9]{{1,3}})?"
    rf"|[3-69][0-9]{{5}}{GAP}[0-9]{{10,13}})(?![0-9A-Za-z])"
)
NAMED_CARD = re.compile(r"(?:银行卡|信用卡|卡号|账号|帐号)[^0-9。；\n]{0,8}$")

PLATE_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
PLATE = re.compile(
    rf"[{PLATE_PROVINCES}][A-HJ-NP-Za-hj-np-z][ ·•.-]?(?=[A-Za-z]{{0,5}}[0-9])"
    r"(?:[A-HJ-NP-Za-hj-np-z0-9]{5,6}|[A-HJ-NP-Za-hj-np-z0-9]{4}[挂学警港澳使领])(?![A-Za-z0-9])"
)

CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT_CODE = re.compile(
    r"(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])"
)


def identity_numbers(text: str) -> Iterator[Stretch]:
    """Numbers of identity cards: 18 characters with a valid check character (GB 11643), or the old 15 digits.

    After the word 身份证 the form is enough: a mistyped number still points to one person.
    """
    for match in (*IDENTITY_18.finditer(text), *IDENTITY_15.finditer(text)):
        number = bare(match[0]).upper()
        if is_identity_number(number) or NAMED_IDENTITY.search(text[: match.start()]):
            yield match.span()


def is_identity_number(number: str) -> bool:
    """Whether province, date of birth and (18 characters) the check character fit together."""
    born = number[6:14] if len(number) == 18 else "19" + number[6:12]
    if number[:2] not in PROVINCES or not _is_date(born):
        return False
    if len(number) == 15:
        return True
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number, strict=False))
    return "10X98765432"[total % 11] == number[17]


def _is_date(text: str) -> bool:
    try:
        return 1900 <= datetime.date(int(text[:4]), int(text[4:6]), int(text[6:])).year <= 2100
    except ValueError:
        return False


def phones(text: str) -> Iterator[Stretch]:
    """Mobile numbers, landlines with area code, and eight digits after a word such as 电话; no short hotlines."""
    yield from (match.span() for match in MOBILE.finditer(text))
    yield from (match.span() for match in LANDLINE.finditer(text))
    yield from (match.span("number") for match in LOCAL.finditer(text))


def bank_cards(text: str) -> Iterator[Stretch]:
    """Card numbers of 16 to 19 digits that pass Luhn's check, or follow a word such as 卡号."""
    for match in CARD.finditer(text):
        number = bare(match[0])
        likely = passes_luhn(number) or NAMED_CARD.search(text[: match.start()])
        if likely and not (len(number) == 18 and is_identity_number(number)):
            yield match.span()


def passes_luhn(number: str) -> bool:
    """Luhn's check: every second digit from the right doubled, digits added up, divisible by ten."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])
    return (sum(doubled) + sum(map(int, number[-1::-2]))) % 10 == 0


def plates(text: str) -> Iterator[Stretch]:
    """Car plates, 沪A·12345, with five or six characters after the letter of the place."""
    return (match.span() for match in PLATE.finditer(text))


def bare(number: str) -> str:
    """The number without blanks and dashes."""
    return re.sub(r"[^0-9A-Za-z]", "", number)


def is_credit_code(code: str) -> bool:
    """Whether the last character fits the seventeen before it (weights are powers of 3, modulo 31)."""
    total = sum(CODE_ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(code[:17]))
    return CODE_ALPHABET[-total % 31] == code[17]


def credit_codes(text: str) -> Iterator[Stretch]:
    """Unified social credit codes (统一社会信用代码, GB 32100) with a valid check character."""
    return (match.span() for match in CREDIT_CODE.finditer(text) if is_credit_code(match[0]))
