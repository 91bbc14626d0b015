"""What is known of simulated people comes back from their papers: `make prove` takes ten thousand, the tests fewer."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache

from tests.spotcheck.simulated import VERSION, expected, frozen, recorded, sittings

from portal.spotcheck.marks import marked
from portal.spotcheck.papers import Papers
from portal.spotcheck.statistics import ItemStatistics, item_sums, measured

PEOPLE = 10_000 if os.environ.get("PORTAL_PROVE") else 800
BLUEPRINTS = () if os.environ.get("PORTAL_PROVE") else ("catering-workers",)


@cache
def found() -> dict[str, ItemStatistics]:
    papers = Papers({VERSION: frozen()})
    sat = recorded(sittings(PEOPLE, "learn", BLUEPRINTS))
    sums = item_sums((one, marked(one, papers)) for one in sat)
    return {id_: enough for (id_, _), one in sums.items() if (enough := measured(one))}


def errors() -> Iterator[float]:
    """How far each facility is from the true one, in its standard errors."""
    true = {one.id: expected(one) for one in frozen().questions}
    for id_, one in found().items():
        yield abs(one.facility - true[id_]) / one.standard_error


def share(of: Iterable[bool]) -> float:
    counted = list(of)
    return sum(counted) / len(counted)


def test_enough_questions_are_answered_by_enough_people() -> None:
    assert len(found()) > (500 if os.environ.get("PORTAL_PROVE") else 100)


def test_difficulties_come_back_within_their_standard_errors() -> None:
    assert share(error <= 1.96 for error in errors()) >= 0.93
    assert max(errors()) <= 4


def test_those_who_know_more_are_told_from_others() -> None:
    """All questions of the model do: on average clearly, hardly one is negative."""
    indexes = [one.discrimination for one in found().values() if one.discrimination is not None]
    assert sum(indexes) / len(indexes) > 0.2
    assert share(one > 0 for one in indexes) >= 0.95
