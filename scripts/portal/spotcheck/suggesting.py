"""What shares of topics the next papers could have, from how people did: a suggestion, never a change.

Takes a blueprint, its questions and their sums (`months.py`). A topic is asked more where more marks are lost on it than on
the whole, by five percentage points at most; a topic on which few have answered keeps its share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portal.quiz.candidates import FrozenQuestion
from portal.quiz.marking import PARTS
from portal.records.blueprint import Blueprint
from portal.spotcheck.statistics import LEAST, Item, ItemSums

# Percentage points that a share may change at once, and the least that is left of it.
STEP, FLOOR = 5, 1


@dataclass(frozen=True)
class TopicResult:
    """How people did on a topic: `answers` to questions of it, the mean share of the marks; `suggested` is a percentage."""

    topic: str
    answers: int
    got: float | None
    share: int
    suggested: int


def suggested(
    blueprint: Blueprint, questions: Iterable[FrozenQuestion], sums: Mapping[Item, ItemSums]
) -> list[TopicResult]:
    """Every topic of the blueprint in its order; the suggested shares add up to 100."""
    got = _by_topic(blueprint, questions, sums)
    known = {topic: x / (PARTS * n) for topic, (n, x) in got.items() if n >= LEAST}
    lost = _mean_loss(blueprint, known)
    wanted = {
        topic: share * (1 - known[topic]) / lost if topic in known and lost else float(share)
        for topic, share in blueprint.topics.items()
    }
    shares = _whole(blueprint.topics, wanted)
    return [
        TopicResult(topic, got[topic][0], known.get(topic), share, shares[topic])
        for topic, share in blueprint.topics.items()
    ]


def _by_topic(
    blueprint: Blueprint, questions: Iterable[FrozenQuestion], sums: Mapping[Item, ItemSums]
) -> dict[str, tuple[int, int]]:
    """Answers and marks, in 840ths, on the questions that papers of the blueprint may ask."""
    found = dict.fromkeys(blueprint.topics, (0, 0))
    for one in questions:
        of_it = sums.get((one.id, one.version))
        if of_it and one.suits(blueprint):
            answers, marks = found[one.topic]
            found[one.topic] = answers + of_it.n, marks + of_it.x
    return found


def _mean_loss(blueprint: Blueprint, known: Mapping[str, float]) -> float:
    """The share of the marks that is lost on a paper as it is, over the topics of which something is known."""
    whole = sum(blueprint.topics[topic] for topic in known)
    return sum(blueprint.topics[topic] * (1 - got) for topic, got in known.items()) / whole if whole else 0


def _whole(shares: Mapping[str, int], wanted: Mapping[str, float]) -> dict[str, int]:
    """Whole percentages near those wanted, none further than a step from what it is, together as many as before."""
    bounds = {topic: (max(FLOOR, share - STEP), share + STEP) for topic, share in shares.items()}
    found = {topic: min(max(round(wanted[topic]), low), high) for topic, (low, high) in bounds.items()}
    while left := sum(shares.values()) - sum(found.values()):
        one = 1 if left > 0 else -1
        able = [topic for topic, (low, high) in bounds.items() if low <= found[topic] + one <= high]
        found[max(able, key=lambda topic: one * (wanted[topic] - found[topic]))] += one
    return found
