"""ITEM-OVERLAP-01: a number lies in one range only."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import combinations

from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.amounts import quantities
from portal.rules.items.item_rule import item_rule


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
