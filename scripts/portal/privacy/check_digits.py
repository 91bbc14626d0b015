"""Whether a number is what its form says: the check digits of identity cards, bank cards, codes of firms and licences.

Pure functions of a number in plain digits and capitals, without gaps. Sources: GB 11643 (identity numbers), ISO/IEC
7812 (cards), GB 32100 (credit codes), GB/T 17710 and ISO 7064 MOD 11,10 (registration numbers, food licences).
"""

from __future__ import annotations

import datetime
import re

PROVINCE_RANGES = ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
PROVINCES = frozenset(str(code) for first, last in PROVINCE_RANGES for code in range(first, last + 1))
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
IDENTITY = re.compile(r"[0-9]{17}[0-9X]|[0-9]{15}")

CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT_CODE = re.compile(rf"[1-9AGNY][{CODE_ALPHABET}][0-9]{{6}}[{CODE_ALPHABET}]{{10}}")
# Registered with the ministry itself, or abroad.
NATIONAL = frozenset({"10", "00"})

# What the first digits of a card say of its issuer, and how long such a card may be: UnionPay and the banks that issued
# cards before it, Visa, Mastercard, JCB, American Express, Diners.
ISSUERS = re.compile(
    r"62[0-9]{14,17}|(?:60|81|9[0-9])[0-9]{14,17}|6[3-589][0-9]{14,17}|103[0-9]{16}"
    r"|4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})|5[0-9]{15}|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}"
    r"|35[2-8][0-9]{13}|3[47][0-9]{13}|3(?:0[0-5]|[689][0-9])[0-9]{11}"
)
LICENCE = re.compile(r"JY[1-3](?P<seller>[0-9]{2})[0-9]{11}|SC[12][0-9]{2}(?P<maker>[0-9]{2})[0-9]{9}")


def is_identity_number(number: str) -> bool:
    """Whether province, date of birth and (18 characters) the check character fit together."""
    if not IDENTITY.fullmatch(number) or number[:2] not in PROVINCES:
        return False
    born = number[6:14] if len(number) == 18 else "19" + number[6:12]
    if not is_date(born) or not 1900 <= int(born[:4]) <= 2100:
        return False
    if len(number) == 15:
        return True
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number, strict=False))
    return "10X98765432"[total % 11] == number[17]


def is_date(digits: str) -> bool:
    """Whether eight digits are a day of the calendar, 20240305."""
    try:
        datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def passes_luhn(number: str) -> bool:
    """Luhn's check: every second digit from the right doubled, digits added up, divisible by ten."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])
    return (sum(doubled) + sum(map(int, number[-1::-2]))) % 10 == 0


def is_bank_card(number: str) -> bool:
    """Whether an issuer uses the first digits for cards of this length, Luhn's check fits, and it is no bar code."""
    if not ISSUERS.fullmatch(number) or len(set(number)) == 1 or not passes_luhn(number):
        return False
    return len(number) > 14 or not is_trade_item(number)


def is_trade_item(number: str) -> bool:
    """Whether the last digit is the check digit of a bar code (GTIN: weights 3 and 1 from the right)."""
    return (3 * sum(map(int, number[-2::-2])) + sum(map(int, number[-1::-2]))) % 10 == 0


def is_credit_code(code: str) -> bool:
    """Whether the last character fits the seventeen before it (weights are powers of 3, modulo 31)."""
    if len(code) != 18 or not set(code) <= set(CODE_ALPHABET):
        return False
    total = sum(CODE_ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(code[:17]))
    return CODE_ALPHABET[-total % 31] == code[17]


def has_form_of_credit_code(code: str) -> bool:
    """Whether department, kind and region stand where they belong: far fewer texts look so by chance."""
    return CREDIT_CODE.fullmatch(code) is not None and (code[2:4] in PROVINCES or code[2:4] in NATIONAL)


def is_registration_number(number: str) -> bool:
    """A number of 15 digits from before 2015: region, kind and sequence, check digit by MOD 11,10."""
    return len(number) == 15 and number.isdecimal() and number[:2] in PROVINCES and passes_mod_11_10(number)


def is_food_licence(number: str) -> bool:
    """JY or SC with 14 digits, of which the last fits the others."""
    return has_form_of_licence(number) and passes_mod_11_10(number[2:])


def has_form_of_licence(number: str) -> bool:
    """JY with kind and province, or SC with food category and province, in 14 digits."""
    match = LICENCE.fullmatch(number)
    return match is not None and (match["seller"] or match["maker"]) in PROVINCES


def passes_mod_11_10(digits: str) -> bool:
    """ISO 7064 MOD 11,10, the hybrid system of GB/T 17710."""
    product = 10
    for digit in digits[:-1]:
        product = ((product + int(digit)) % 10 or 10) * 2 % 11
    return (product + int(digits[-1])) % 10 == 1
