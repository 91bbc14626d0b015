"""A build that is killed leaves one whole site: a fixed sample of what `make prove` does at twenty points."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.proofs.kills import Course, course, killed, points


@pytest.fixture(scope="module")
def undisturbed(formal: Path, tmp_path_factory: pytest.TempPathFactory) -> Course:
    return course(formal, tmp_path_factory.mktemp("course"))


def test_the_proof_kills_at_twenty_points_of_the_build(undisturbed: Course) -> None:
    chosen = list(points(undisturbed))
    assert len(chosen) >= 18
    assert chosen[0] < undisturbed.exchange < chosen[-1] <= undisturbed.touches


@pytest.mark.parametrize(("after", "left"), [(-1, "旧的"), (2, "新的")])
def test_killed_around_the_change_of_places(
    formal: Path, tmp_path: Path, undisturbed: Course, after: int, left: str
) -> None:
    """Just before, the manifest is written and the old site still in its place; just after, the old one goes."""
    assert killed(formal, tmp_path, undisturbed, undisturbed.exchange + after) == left
