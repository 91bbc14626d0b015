"""What lies where data is expected and cannot be read: told as a finding, never opened, never a traceback."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.reading.edited import HERE

from portal.reading import read
from portal.source.report import as_text

LAWS = "content/laws"
NOBODY = 65534


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "project", tmp_path / "project")
    return tmp_path / "project"


def report(root: Path) -> str:
    result = read(root)
    return as_text(result.problems, {path: one.file.lines for path, one in result.library.files.items()})


def to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def to_nothing(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def to_a_folder(path: Path) -> None:
    path.symlink_to("../cases")


def listening_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        here = Path.cwd()
        os.chdir(path.parent)  # a socket's address may not be long
        try:
            one.bind(path.name)
        finally:
            os.chdir(here)


@pytest.mark.parametrize(
    ("made", "code", "message"),
    [
        (to_itself, "FILE-UNREADABLE", "这个链接读不了，它可能指向自己"),
        (to_nothing, "FILE-UNREADABLE", "这个链接指向的文件不存在"),
        (to_a_device, "FILE-UNREADABLE", "这个链接指向项目文件夹以外，不会被读取"),
        (to_a_folder, "FILE-UNREADABLE", "这个链接指向的不是普通文件"),
        (os.mkfifo, "FILE-PLACE", "这不是普通文件（是管道、设备一类），不会被读取"),
        (listening_socket, "FILE-PLACE", "这不是普通文件（是管道、设备一类），不会被读取"),
        (Path.mkdir, "FILE-PLACE", "这是一个文件夹，不是文件"),
    ],
    ids=["loop", "broken link", "device", "link to a folder", "pipe", "socket", "folder"],
)
def test_what_is_no_file_is_told(root: Path, made: Callable[[Path], None], code: str, message: str) -> None:
    made(root / LAWS / "x.yaml")
    (found,) = read(root).problems
    assert (found.file, found.code, found.message) == (f"{LAWS}/x.yaml", code, message)
    assert found.hint


def test_a_link_out_of_the_project_is_refused_and_its_target_is_not_shown(root: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text("id: 秘密", "utf-8")
    (root / LAWS / "x.yaml").symlink_to(tmp_path / "outside.yaml")
    found = report(root)
    assert "FILE-UNREADABLE" in found
    assert "秘密" not in found
    assert "outside" not in found


def test_a_room_that_is_a_link_out_of_the_project_is_refused(root: Path, tmp_path: Path) -> None:
    (root / "quizzes").rename(tmp_path / "quizzes")
    (root / "quizzes").symlink_to(tmp_path / "quizzes")
    assert [(one.file, one.code) for one in read(root).problems] == [("quizzes", "FILE-UNREADABLE")]


def test_a_link_to_a_file_of_the_project_is_read(root: Path) -> None:
    law = root / LAWS / "food-safety-law.yaml"
    law.rename(root / "law.yaml")
    law.symlink_to("../../law.yaml")
    assert report(root) == ""


def test_a_folder_behind_a_link_is_told(root: Path) -> None:
    (root / "content/cases/2025").symlink_to("2024")
    assert [(one.file, one.code) for one in read(root).problems] == [("content/cases/2025", "FILE-PLACE")]


def test_a_file_where_a_room_should_be_is_told_once(root: Path) -> None:
    shutil.rmtree(root / "site_config")
    (root / "site_config").write_text("x", "utf-8")
    assert [(one.file, one.code) for one in read(root).problems] == [("site_config", "FILE-UNREADABLE")]


def test_a_single_file_that_is_no_file_is_not_called_absent(root: Path) -> None:
    (root / "site_config/site.yaml").unlink()
    to_itself(root / "site_config/site.yaml")
    result = read(root)
    assert result.site is None
    assert [one.code for one in result.problems] == ["FILE-UNREADABLE"]


def test_an_unreadable_file_is_tried_again(root: Path) -> None:
    law = root / LAWS / "food-safety-law.yaml"
    text = law.read_bytes()
    law.unlink()
    to_nothing(law)
    broken = read(root)
    assert broken.site
    assert broken.site.exists_unread("law", "food-safety-law")
    law.unlink()
    law.write_bytes(text)
    assert read(root, broken.library).problems == ()


@contextmanager
def as_somebody_without_rights() -> Iterator[None]:
    """Root may read everything, so that a test run by root steps down for a moment."""
    own = os.geteuid()
    if own == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(own)


@pytest.mark.parametrize("locked", ["content/laws/food-safety-law.yaml", "content/laws", "content"])
def test_what_may_not_be_read_is_told(locked: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        shutil.copytree(HERE / "project", Path(folder) / "project")
        for one in (Path(folder) / "project").rglob("*"):
            one.chmod(0o755)
        place = Path(folder) / "project" / locked
        place.chmod(0)
        with as_somebody_without_rights():
            problems = read(Path(folder) / "project").problems
        place.chmod(0o755)
    assert [(one.file, one.code) for one in problems] == [(locked, "FILE-UNREADABLE")]
    assert "权限" in problems[0].hint
