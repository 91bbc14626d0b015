"""Numbers in options: `三万元以上五万元以下` → its skeleton, its amounts, the range it means."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from portal.records.citation import DIGITS
from portal.rules.public_text import halfwidth

HAN = "零〇一二两三四五六七八九十百千万亿"
NUMERAL = re.compile(rf"\d+(?:\.\d+)?[十百千万亿]*|[{HAN}]+")
UNITS = {"十": 10, "百": 100, "千": 1000}
BELOW = re.compile("以下|以内|之内|不满|不足|少于|低于|不超过|不到|小于|至多|最多")
ABOVE = re.compile("以上|超过|多于|高于|大于|不少于|不低于|至少|满")


@dataclass(frozen=True, slots=True)
class Quantity:
    """An option that is all about numbers; `skeleton` is the text with every number replaced."""

    skeleton: str
    amounts: tuple[float, ...]

    @property
    def range(self) -> tuple[float, float] | None:
        """From least to most, when the text means a range."""
        if len(self.amounts) == 2:
            return (min(self.amounts), max(self.amounts))
        if len(self.amounts) == 1 and (BELOW.search(self.skeleton) or ABOVE.search(self.skeleton)):
            below = BELOW.search(self.skeleton) is not None and "不少于" not in self.skeleton
            return (-math.inf, self.amounts[0]) if below else (self.amounts[0], math.inf)
        return None

    @property
    def units(self) -> frozenset[str]:
        """What is counted, the same for `五千元以上一万元以下` and `三千元以下`."""
        rest = ABOVE.sub("", BELOW.sub("", self.skeleton))
        return frozenset(re.split("[N至到~—-]+", rest)) - {""}


def quantity(text: str) -> Quantity | None:
    """The numbers of an option, or `None` when there is none."""
    if not NUMERAL.search(text):
        return None
    plain = re.sub(r"[\s,，。.．]+$", "", halfwidth(text).strip())
    amounts = tuple(amount(match[0]) for match in NUMERAL.finditer(plain))
    return Quantity(NUMERAL.sub("N", plain), amounts)


def amount(numeral: str) -> float:
    """`3.5万` → 35000, `一千二百` → 1200."""
    for mark, factor in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = numeral.partition(mark)
        if found:
            return (amount(head) if head else 1) * factor + (amount(tail) if tail else 0)
    if match := re.match(r"\d+(?:\.\d+)?", numeral):
        return float(match[0]) * math.prod(UNITS[unit] for unit in numeral[match.end() :])
    total, digit = 0, 0
    for char in numeral:
        if char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        else:
            digit = DIGITS[char]
    return total + digit


def quantities(options: dict[str, str]) -> dict[str, Quantity]:
    """The options as quantities, or nothing when one of them is no number of the same thing."""
    found: dict[str, Quantity] = {}
    for letter, text in options.items():
        one = quantity(text)
        if one is None or any(one.units != other.units for other in found.values()):
            return {}
        found[letter] = one
    return found if len(found) > 1 else {}
