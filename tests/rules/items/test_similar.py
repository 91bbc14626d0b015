"""Near-duplicate questions: none is missed by looking only where a rare stretch is shared."""

from __future__ import annotations

import random

from portal.rules.items.similar import LIKENESS, jaccard, most_similar, shingles

SYLLABLES = "食品安全法规定餐饮服务从业人员健康检查每年一次进货查验记录保存期限清洗消毒贮存温度"


def texts(count: int) -> list[str]:
    """Random texts, every third a slightly changed copy of an earlier one."""
    chance = random.Random(20241201)
    found: list[str] = []
    for index in range(count):
        if index % 3 == 2:
            changed = list(chance.choice(found))
            for _ in range(chance.randrange(4)):
                changed[chance.randrange(len(changed))] = chance.choice(SYLLABLES)
            found.append("".join(changed))
        else:
            found.append("".join(chance.choices(SYLLABLES, k=chance.randrange(1, 40))))
    return found


def test_what_is_found_is_what_comparing_all_pairs_finds() -> None:
    sets = [shingles(text) for text in texts(150)]
    expected = {}
    for index, own in enumerate(sets):
        likeness = [jaccard(own, other) for other in sets[:index]]
        if likeness and max(likeness) >= LIKENESS:
            expected[index] = likeness.index(max(likeness))
    assert most_similar(sets) == expected
    assert len(expected) > 20


def test_texts_shorter_than_a_shingle_are_compared_as_they_are() -> None:
    assert most_similar([shingles("洗手"), shingles("消毒"), shingles("洗手")]) == {2: 0}
