"""ITEM-ORDER-01, ITEM-OVERLAP-01: options that are amounts stand in their order and do not overlap.

Numbers in options: `三万元以上五万元以下` → its skeleton, its amounts, the range it means.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from portal.privacy.folding import plain
from portal.records import Entry, Site
from portal.records.citation import DIGITS
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import item_rule

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
    said = re.sub(r"[\s,，。.．]+$", "", plain(text).strip())
    amounts = tuple(amount(match[0]) for match in NUMERAL.finditer(said))
    return Quantity(NUMERAL.sub("N", said), amounts)


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


@item_rule("ITEM-ORDER-01")
def numbers_are_sorted(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """选项是数的，从小到大排。

    次序乱了，读的人要先在心里排一遍，也容易看错；从大到小排齐了也可以。
    错：`a: 7日`，`b: 3日`，`c: 15日`
    对：`a: 3日`，`b: 7日`，`c: 15日`
    """
    found = quantities(entry.record.options)
    if not found or len({len(one.amounts) for one in found.values()}) > 1:
        return
    amounts = [one.amounts for one in found.values()]
    if amounts not in (sorted(amounts), sorted(amounts, reverse=True)):
        yield Finding(entry.key("options"), "选项里的数没有按大小排", "从小到大排，answer 跟着改")


@item_rule("ITEM-OVERLAP-01")
def ranges_are_apart(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """选项是范围的，范围不能重叠。

    正确的数同时落在两个选项里，选哪一个都说得通。头尾相接的（三日至五日、五日至七日）不算。
    错：`a: 1至3日`，`b: 2至5日`
    对：`a: 1至3日`，`b: 4至7日`
    """
    found = quantities(entry.record.options)
    ranges = {letter: one.range for letter, one in found.items() if one.range}
    closed = any(len(one.amounts) == 2 for one in found.values())
    if not closed or len(ranges) < len(found):
        return
    for (first, (low, high)), (second, (other_low, other_high)) in combinations(ranges.items(), 2):
        if max(low, other_low) < min(high, other_high):
            yield Finding(entry.at("options", second), f"范围和选项 {first} 重叠", "改成互不重叠的范围")
