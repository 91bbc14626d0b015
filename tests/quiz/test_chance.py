"""The generator keeps to the published vectors, and to itself."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from portal.quiz.chance import Chance, fnv1a, option_order

VECTORS = json.loads((Path(__file__).parent / "vectors/chance.json").read_text("utf-8"))


def test_the_published_numbers_come_out() -> None:
    published = VECTORS["published"]
    chance = Chance.from_state(published["state"])
    assert [chance.next() for _ in published["numbers"]] == published["numbers"]
    assert [[text, f"{fnv1a(text.encode()):08x}"] for text, _ in published["fnv1a"]] == published["fnv1a"]


def test_all_numbers_below_a_limit_are_equally_likely() -> None:
    chance = Chance("dice")
    thrown = Counter(chance.below(6) for _ in range(60_000))
    assert set(thrown) == set(range(6))
    assert max(abs(count - 10_000) for count in thrown.values()) < 400


def test_every_order_of_four_is_equally_likely() -> None:
    orders = Counter("".join(option_order(str(paper), "q", "dbca")) for paper in range(24_000))
    assert len(orders) == 24
    assert max(abs(count - 1_000) for count in orders.values()) < 150


def test_shuffling_leaves_the_list_itself_alone() -> None:
    items = [1, 2, 3, 4, 5]
    assert sorted(Chance("x").shuffled(items)) == items == [1, 2, 3, 4, 5]


def test_another_paper_or_question_has_another_order() -> None:
    orders = {"".join(option_order(code, name, "abcdefgh")) for code in ("A", "B") for name in ("1", "2")}
    assert len(orders) == 4
