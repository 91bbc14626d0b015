"""Papers keep to their blueprint, never change, use the bank evenly, and say so when it does not hold enough."""

from __future__ import annotations

import datetime
import json
import os
import random
from pathlib import Path

import pytest
from tests.quiz.made import TOPICS, as_data, made_blueprint, made_candidates

from portal.paper.paper import compose
from portal.quiz.candidates import candidates, key_of
from portal.quiz.drawing import ROUNDS, Drawing, draw
from portal.quiz.exposure import exposure
from portal.quiz.layout import CannotDraw
from portal.quiz.versions import current, thaw
from portal.reading import read

REPOSITORY = Path(__file__).parents[2]
VECTORS = Path(__file__).parent / "vectors/draws.json"
VERSION = "0123abcd"
# First and last ones of rounds of either format; in the second, rounds between two others and such by themselves.
FORMS = (1, 2, 10, 11, 15, 20, 21, 1234, 32**6 - 1)
SITE = read(REPOSITORY).site
assert SITE
BANK = candidates(entry.record for entry in SITE.questions)
BLUEPRINTS = [entry.record for entry in SITE.blueprints]


def test_papers_that_were_printed_stay_as_they_are() -> None:
    """A change here breaks every code that was ever printed: give the new way of drawing a new format instead."""
    papers = [made_blueprint(), made_blueprint(id="always", must=["made-3", "made-18"], reserved=True)]
    bank = made_candidates()
    drawn = {
        way: {one.id: {form: draw(one, VERSION, bank, form, way) for form in FORMS} for one in papers}
        for way in ROUNDS
    }
    if os.environ.get("PORTAL_UPDATE_EXPECTED"):
        data = {"version": VERSION, "blueprints": [as_data(one) for one in papers], "forms": drawn}
        VECTORS.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    kept = json.loads(VECTORS.read_text("utf-8"))["forms"]
    assert json.loads(json.dumps(drawn)) == kept


def test_banks_that_were_frozen_before_give_the_papers_of_then() -> None:
    """The versions of the repository are of both formats; each is drawn in its own way, on paper and on the phone."""
    assert SITE
    versions = [thaw(name, content) for name, content in SITE.bank_versions.items()]
    assert {one.format for one in versions} == {1, 2}
    old = next(one for one in versions if one.id == "bb900d68")
    paper = compose(SITE, old, old.blueprints[0], 41, datetime.date(2026, 12, 1))
    first = [one.question.id for one in paper.questions][:3]
    assert first == ["collective-dining-043", "cleaning-018", "personnel-051"]


@pytest.mark.parametrize("blueprint", BLUEPRINTS, ids=lambda one: one.id)
@pytest.mark.parametrize("reserved", [True, False], ids=["on paper", "on a phone"])
def test_three_hundred_forms_keep_to_their_blueprint(blueprint: object, reserved: bool) -> None:
    """Counts, topics and difficulties within one, nothing twice; no question in more than every other paper."""
    one = next(entry for entry in BLUEPRINTS if entry is blueprint).model_copy(update={"reserved": reserved})
    found = exposure(one, VERSION, BANK, 300)
    assert found.broken == ()
    assert found.most < 0.5
    assert not [shared for shared in found.overlaps if shared.too_much]


def test_at_least_eight_kinds_of_papers_can_be_drawn() -> None:
    assert len(BLUEPRINTS) >= 8


def test_the_present_bank_gives_the_same_papers_as_its_frozen_version() -> None:
    assert SITE
    version = current(SITE)
    assert list(version.questions) == sorted(BANK, key=lambda one: one.id)


def test_a_form_is_the_same_wherever_one_begins() -> None:
    blueprint, bank = made_blueprint(), made_candidates()
    in_order = Drawing(blueprint, VERSION, bank)
    forms = [in_order.form(number) for number in range(1, 46)]
    assert forms[44] == draw(blueprint, VERSION, bank, 45)
    random.Random(1).shuffle(bank)
    assert forms[6] == draw(blueprint, VERSION, bank, 7)


def test_another_version_or_blueprint_gives_other_papers() -> None:
    bank = made_candidates()
    first = draw(made_blueprint(), VERSION, bank, 1)
    assert first != draw(made_blueprint(), "ffffffff", bank, 1)
    assert first != draw(made_blueprint(id="other"), VERSION, bank, 1)


def test_must_haves_are_in_every_form_and_count() -> None:
    blueprint = made_blueprint(must=["made-3", "made-18", "made-8"])
    found = exposure(blueprint, VERSION, made_candidates(), 60)
    assert found.broken == ()
    keys = set(sum(draw(blueprint, VERSION, made_candidates(), 9), ()))
    assert {key_of(name) for name in blueprint.must} <= keys
    assert len(keys) == 12


def test_reserved_questions_are_drawn_only_where_the_blueprint_says_so() -> None:
    bank = made_candidates()
    reserved = {one.key for one in bank if one.reserved}

    def drawn(with_reserved: bool) -> set[str]:
        drawing = Drawing(made_blueprint(reserved=with_reserved), VERSION, bank)
        return {key for form in range(1, 101) for section in drawing.form(form) for key in section}

    assert drawn(False) & reserved == set()
    assert drawn(True) & reserved


def test_only_questions_for_the_posts_and_business_types_are_drawn() -> None:
    bank = {one.key: one for one in made_candidates()}
    blueprint = made_blueprint(posts=["主要负责人"], business_types=["单位食堂"])
    for section in draw(blueprint, VERSION, bank.values(), 5):
        for key in section:
            assert "主要负责人" in bank[key].posts
            assert "单位食堂" in bank[key].business_types


def test_a_scarce_topic_lends_its_place_to_another_type() -> None:
    """Where a topic has no judgements, it gets other questions; the sums of topics and of sections stay."""
    bank = [one for one in made_candidates() if (one.type, one.topic) != ("judge", TOPICS[0])]
    assert exposure(made_blueprint(), VERSION, bank, 60).broken == ()


def test_too_small_a_bank_is_refused() -> None:
    with pytest.raises(CannotDraw, match="的题不够"):
        draw(made_blueprint(), VERSION, made_candidates(20), 1)
    with pytest.raises(CannotDraw, match="必考题"):
        draw(made_blueprint(must=["made-999"]), VERSION, made_candidates(), 1)
