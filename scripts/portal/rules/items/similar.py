"""ITEM-TWICE-01: the same question asked twice.

Texts are compared by the three-character stretches they are made of (shingles) and the share of these
they have in common (Jaccard). Only questions that share a rare shingle are compared at all: two sets of
which `LIKENESS` is common must share one within the first few, rarest first (prefix filtering, Chaudhuri,
Ganti & Kaushik, "A primitive operator for similarity joins in data cleaning", ICDE 2006); nothing is missed.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import ItemFinding, Items, bank_rule
from portal.rules.items.options import essence, right

LIKENESS = 0.5
LENGTH = 3
Shingles = frozenset[str]


@bank_rule("ITEM-TWICE-01")
def asks_something_new(questions: Items) -> Iterator[ItemFinding]:
    """题库里没有两道几乎一样的题。

    重复的题会在同一张卷子里出现两次，一道还会提示另一道的答案。比题干和正确的选项，一半以上相同就算；停用的题不算。
    错：purchasing-001 和 purchasing-019 只差一两个字
    对：删去后加的一道，或者换一个情形、换一个问题
    程度：提醒
    """
    stems = [essence(entry.record.stem) for entry in questions]
    earlier: dict[str, int] = {}
    same: dict[int, int] = {}
    for index, stem in enumerate(stems):
        first = earlier.setdefault(stem, index)
        if first != index:
            same[index] = first
    near = most_similar([shingles(text) for text in map(_asked, (entry.record for entry in questions))])
    for index, entry in enumerate(questions):
        other, said = (
            (same[index], "题干和 {} 相同") if index in same else (near.get(index), "和 {} 几乎一样")
        )
        if other is not None:
            message = said.format(questions[other].record.id)
            hint = "删去一道，换一个问题，或者把不用的改成 status: retired"
            yield entry, Finding(entry.at("stem"), message, hint)


def _asked(question: Question) -> str:
    return essence(question.stem + "".join(right(question).values()))


def shingles(text: str) -> Shingles:
    return frozenset(text[i : i + LENGTH] for i in range(max(1, len(text) - LENGTH + 1)))


def most_similar(sets: Sequence[Shingles]) -> dict[int, int]:
    """For every set that is like one before it, by `LIKENESS` or more, the one that it is most like."""
    commonness = Counter(chain.from_iterable(sets))
    rank = {
        one: place for place, one in enumerate(sorted(commonness, key=lambda one: (commonness[one], one)))
    }
    holders: defaultdict[int, list[int]] = defaultdict(list)
    found: dict[int, int] = {}
    for index, own in enumerate(sets):
        least = math.ceil(LIKENESS * len(own))
        prefix = sorted(map(rank.__getitem__, own))[: len(own) - least + 1]
        candidates = {other for shingle in prefix for other in holders[shingle]}
        likeness = [(jaccard(own, sets[other]), -other) for other in candidates if len(sets[other]) >= least]
        if likeness and max(likeness)[0] >= LIKENESS:
            found[index] = -max(likeness)[1]
        for shingle in prefix:
            holders[shingle].append(index)
    return found


def jaccard(one: Shingles, other: Shingles) -> float:
    common = len(one & other)
    return common / (len(one) + len(other) - common)
