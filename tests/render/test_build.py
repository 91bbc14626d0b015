"""MkDocs' clock stands still while a site is rendered, and goes on afterwards."""

from __future__ import annotations

import datetime
import os

import pytest

from portal.render.build import EPOCH, frozen_clock

DAY = datetime.date(2024, 12, 1)


@pytest.mark.parametrize("before", [None, "1"])
def test_the_clock_is_given_back(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    if before is None:
        monkeypatch.delenv(EPOCH, raising=False)
    else:
        monkeypatch.setenv(EPOCH, before)
    with frozen_clock(DAY):
        assert os.environ[EPOCH] == "1733011200"
    assert os.environ.get(EPOCH) == before
