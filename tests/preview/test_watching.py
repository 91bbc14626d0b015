"""Watching goes on whatever a change has caused."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from watchdog.events import FileModifiedEvent

from portal.preview import Watch

PATIENCE = 30  # seconds, only reached when the test fails


def test_a_bug_of_ours_does_not_end_the_preview(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content").mkdir()
    failed, went_on = Event(), Event()

    def changed(theme_changed: bool) -> None:
        if failed.is_set():
            went_on.set()
            return
        failed.set()
        raise LookupError("a bug")

    watch = Watch(tmp_path, (), changed)
    watch.start()
    saved = FileModifiedEvent(str(tmp_path / "content/campaign.yaml"))
    watch.on_any_event(saved)
    assert failed.wait(PATIENCE)
    watch.on_any_event(saved)
    assert went_on.wait(PATIENCE)
    watch.stop()
    assert "LookupError: a bug" in capsys.readouterr().err
