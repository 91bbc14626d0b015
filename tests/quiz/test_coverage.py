"""What the bank must hold for a blueprint."""

from __future__ import annotations

from collections import Counter

from tests.quiz.made import TOPICS, made_blueprint, made_candidates

from portal.quiz.coverage import counts, needs
from portal.quiz.drawing import Drawing


def test_the_needs_are_what_papers_take() -> None:
    blueprint, bank = made_blueprint(), made_candidates()
    by_key = {one.key: one for one in bank}
    drawing, taken = Drawing(blueprint, "0123abcd", bank), Counter[tuple[str, str]]()
    for form in range(1, 1001):
        taken.update(
            (by_key[key].type, by_key[key].topic) for section in drawing.form(form) for key in section
        )
    for need in needs(blueprint, bank):
        assert abs(taken[need.type, need.topic] / 1000 - need.mean) < 0.12


def test_the_needs_add_up_to_a_paper() -> None:
    found = needs(made_blueprint(), made_candidates())
    assert sum(need.mean for need in found) == 12
    assert sum(need.mean for need in found if need.type == "single") == 7
    assert abs(sum(need.mean for need in found if need.topic == TOPICS[0]) - 3.6) < 0.1
    assert all(need.enough for need in found)


def test_three_times_the_need_is_enough_and_less_is_not() -> None:
    blueprint = made_blueprint(
        sections=[{"type": "single", "count": 4, "marks": 1}], topics={TOPICS[0]: 100}, must=[]
    )
    bank = [
        one
        for one in made_candidates()
        if (one.type, one.topic) == ("single", TOPICS[0]) and not one.reserved
    ]
    assert [need.enough for need in needs(blueprint, bank[:12])] == [True]
    assert [need.enough for need in needs(blueprint, bank[:11])] == [False]


def test_questions_are_counted_for_every_post_and_business_type() -> None:
    found = counts(made_candidates())
    assert found["食品安全员", "餐饮服务", TOPICS[0]] == 40
    assert found["主要负责人", "餐饮服务", TOPICS[0]] < 20
    assert found["主要负责人", "食品销售", TOPICS[0]] == 0
