"""The day of a publication is the day in Shanghai."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from portal.clock import today


@pytest.fixture(autouse=True)
def zone() -> Iterator[None]:
    yield
    time.tzset()


def test_machines_a_day_apart_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between these two zones lie 26 hours, so that their own calendars never agree."""
    found = set()
    for zone in ("<+14>-14", "<-12>12"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        found.add(today())
    monkeypatch.undo()
    assert len(found) == 1
