"""Two runs never write to a project at once; a run that is killed holds nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.projects import environment

from portal.disk.locking import Busy, locked

# Says when it holds the lock, then holds it until its input ends.
HOLD = """
import sys
from pathlib import Path
from portal.disk.locking import locked
with locked(Path('.'), 'portal import outcomes'):
    print('held', flush=True)
    sys.stdin.read()
"""


@contextmanager
def holding(root: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process in the middle of its work."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", HOLD], cwd=root, env=environment(), stdin=pipe, stdout=pipe, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_second_run_says_who_is_at_work(tmp_path: Path) -> None:
    with (
        holding(tmp_path) as first,
        pytest.raises(Busy, match=rf"portal import outcomes（进程 {first.pid}）正在写这个项目，没有改动"),
        locked(tmp_path, "portal new case", patience=0),
    ):
        raise AssertionError


def test_a_killed_run_leaves_no_lock(tmp_path: Path) -> None:
    with holding(tmp_path) as first:
        first.kill()
        first.wait()
        with locked(tmp_path, "portal new case", patience=0):
            pass


def test_a_run_that_waits_goes_on_when_the_other_ends(tmp_path: Path) -> None:
    with holding(tmp_path) as first:
        assert first.stdin
        first.stdin.close()
        with locked(tmp_path, "portal new case", patience=600):
            pass


def test_within_one_process_too(tmp_path: Path) -> None:
    with (
        locked(tmp_path, "portal tidy"),
        pytest.raises(Busy, match="portal tidy"),
        locked(tmp_path, "x", patience=0),
    ):
        raise AssertionError


def test_a_lock_that_says_nothing_of_its_holder(tmp_path: Path) -> None:
    with locked(tmp_path, "portal tidy"):
        (tmp_path / ".portal/lock").write_text("half a na", "utf-8")
        with pytest.raises(Busy, match="另一个 portal 命令正在写"), locked(tmp_path, "x", patience=0):
            raise AssertionError
