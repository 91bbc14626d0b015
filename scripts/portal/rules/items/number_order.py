"""ITEM-ORDER-01: numbers stand in their order."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.amounts import quantities
from portal.rules.items.item_rule import item_rule


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
