"""What killed runs left goes with the next one; what is somebody else's stays."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from portal.disk.leftovers import clear_below, clear_unfinished
from portal.disk.private import FOLDER, computer, own_folder, passing
from portal.disk.writing import put_all


@pytest.fixture
def ended() -> int:
    """The number of a process that is no more."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_only_what_ended_runs_were_writing_is_cleared(tmp_path: Path, ended: int) -> None:
    below = tmp_path / "cases/2024"
    below.mkdir(parents=True)
    mine = [f".a.yaml.{ended}.new"]
    others = [
        *(f".a.yaml.{os.getpid()}.new", f"a.yaml.{ended}.new", ".a.yaml.new", ".a.yaml.²³.new", "a.yaml"),
        f".a.yaml.{ended}.new.bak",
    ]
    for name in (*mine, *others):
        (below / name).write_text("x", "utf-8")
    (below / f".folder.{ended}.new").mkdir()
    (below / f".link.{ended}.new").symlink_to(below / "a.yaml")
    clear_below(tmp_path)
    assert sorted(path.name for path in below.iterdir()) == sorted(
        [*others, f".folder.{ended}.new", f".link.{ended}.new"]
    )
    clear_unfinished(tmp_path)


def test_writing_clears_the_folder_it_writes_to(tmp_path: Path, ended: int) -> None:
    (tmp_path / f".A-1.html.{ended}.new").write_text("half a key", "utf-8")
    put_all({tmp_path / "A-2.html": b"whole"})
    assert [path.name for path in tmp_path.iterdir()] == ["A-2.html"]


def test_a_passing_folder_goes_and_takes_those_of_ended_runs_along(tmp_path: Path, ended: int) -> None:
    folder = own_folder(tmp_path)
    others = [
        *(f"preview.{os.getpid()}.{computer()}.abc", f"preview.{os.getpid()}.abc", f"other.{ended}.abc"),
        *("preview.x.abc", f"preview.{ended}.01234567.abc"),
    ]
    for name in (f"preview.{ended}.abc", f"preview.{ended}.{computer()}.abc", *others):
        (folder / name).mkdir()
    with passing(folder, "preview") as place:
        assert place.stat().st_mode & 0o077 == 0 or sys.platform == "win32"
        (place / "draft.html").write_text("draft", "utf-8")
    left = sorted(path.name for path in folder.iterdir())
    assert left == sorted([".gitignore", *others])


def test_a_folder_whose_name_looks_like_a_pattern(tmp_path: Path, ended: int) -> None:
    (tmp_path / f".[site].{ended}.abc").mkdir()
    (tmp_path / f".s.{ended}.abc").mkdir()
    with passing(tmp_path, ".[site]"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == [f".s.{ended}.abc"]


def test_the_own_folder_keeps_out_of_repositories(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / ".gitignore").write_text("", "utf-8")  # as a full disk left it
    assert (own_folder(tmp_path) / ".gitignore").read_text("utf-8") == "*\n"
