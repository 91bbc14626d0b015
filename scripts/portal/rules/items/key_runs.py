"""ITEM-RUN-01: the same letter is not right four times in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from portal.records.question_type import TYPES
from portal.rules.engine import Finding
from portal.rules.items.item_rule import ItemFinding, Items, bank_rule, by_file

LONGEST = 3


@bank_rule("ITEM-RUN-01")
def keys_change(questions: Items) -> Iterator[ItemFinding]:
    """连着四道单选题的答案不能在同一个位置，连着四道判断题不能一样。

    连着几个 b，答的人会怀疑自己，也会跟着猜。按文件里的次序看同一题型。
    错：连着四道单选题 `answer: [b]`
    对：换一道题的选项次序，或者换题目的先后
    程度：提醒
    """
    for kind in (one for one in TYPES.values() if one.answer == "one"):
        for file in by_file([entry for entry in questions if entry.record.kind is kind]):
            for answer, run in groupby(file, key=lambda entry: entry.record.answer):
                for place, entry in enumerate(run, start=1):
                    if place == LONGEST + 1:
                        said = "".join(answer)
                        message = f"连着 {place} 道题的答案都是 {said}"
                        yield entry, Finding(entry.at("answer"), message, "换选项的次序或题目的先后")
