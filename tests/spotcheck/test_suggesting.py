"""Which shares of topics are suggested for the next papers: more of what people do not know, and 100 in all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.spotcheck.simulated import frozen

from portal.quiz.marking import PARTS
from portal.records.blueprint import Blueprint
from portal.spotcheck.statistics import Item, ItemSums
from portal.spotcheck.suggesting import STEP, suggested


def blueprint() -> Blueprint:
    found = frozen().blueprint("retail")
    assert found is not None
    return found


def answers(right: dict[str, int], people: int = 100) -> dict[Item, ItemSums]:
    """Each question of these topics was answered by so many people, and that percentage of them was right."""
    return {
        (one.id, one.version): ItemSums(n=people, x=PARTS * people * right[one.topic] // 100)
        for one in frozen().questions
        if one.topic in right
    }


def test_a_topic_on_which_more_marks_are_lost_is_asked_more() -> None:
    right = dict.fromkeys(blueprint().topics, 80) | {"标签标识": 60}
    found = {one.topic: one for one in suggested(blueprint(), frozen().questions, answers(right))}
    assert (found["标签标识"].got, found["标签标识"].share, found["标签标识"].suggested) == (0.6, 15, 20)
    assert all(one.suggested <= one.share for one in found.values() if one.topic != "标签标识")
    assert sum(one.suggested for one in found.values()) == 100


def test_where_all_topics_are_alike_or_nobody_has_answered_nothing_changes() -> None:
    alike = answers(dict.fromkeys(blueprint().topics, 80))
    for sums in (alike, {}):
        found = suggested(blueprint(), frozen().questions, sums)
        assert {one.topic: one.suggested for one in found} == blueprint().topics


def test_a_topic_that_few_have_answered_keeps_its_share() -> None:
    one = next(one for one in frozen().questions if one.topic == "召回与事故处置" and one.suits(blueprint()))
    few = {(one.id, one.version): ItemSums(n=29, x=0)}
    found = {one.topic: one for one in suggested(blueprint(), frozen().questions, few)}
    assert (found["召回与事故处置"].answers, found["召回与事故处置"].got) == (29, None)
    assert {one.topic: one.suggested for one in found.values()} == blueprint().topics


def test_an_older_version_of_a_question_says_nothing_of_the_present_one() -> None:
    old = {(id_, version + 1): sums for (id_, version), sums in answers({"标签标识": 10}).items()}
    assert all(one.answers == 0 for one in suggested(blueprint(), frozen().questions, old))


@given(st.lists(st.integers(0, 100), min_size=9, max_size=9))
def test_whatever_people_know_shares_are_whole_small_steps_and_a_hundred(percents: list[int]) -> None:
    right = dict(zip(blueprint().topics, percents, strict=True))
    found = suggested(blueprint(), frozen().questions, answers(right))
    assert sum(one.suggested for one in found) == 100
    assert all(one.suggested >= 1 and abs(one.suggested - one.share) <= STEP for one in found)
