"""Files are written whole or not at all, and keep the form their editor gave them."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from portal.cli.writing import create, replace_all


def test_all_files_get_their_new_text(tmp_path: Path) -> None:
    old, new = tmp_path / "a.yaml", tmp_path / "2026" / "b.yaml"
    old.write_text("旧\n", "utf-8")
    replace_all({old: "新\n", new: "也是新的\n"})
    assert (old.read_text("utf-8"), new.read_text("utf-8")) == ("新\n", "也是新的\n")
    assert sorted(path.name for path in tmp_path.rglob("*.yaml*")) == ["a.yaml", "b.yaml"]


def test_when_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    first, fresh, stuck = tmp_path / "a.yaml", tmp_path / "b.yaml", tmp_path / "c.yaml"
    first.write_text("旧\n", "utf-8")
    stuck.mkdir()
    with pytest.raises(OSError, match=r"c\.yaml"):
        replace_all({first: "新\n", fresh: "新\n", stuck: "新\n"})
    assert first.read_text("utf-8") == "旧\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "c.yaml"]


def test_a_file_saved_on_windows_keeps_its_line_ends_and_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(codecs.BOM_UTF8 + "旧\r\n".encode())
    replace_all({path: "旧\n新\n"})
    assert path.read_bytes() == codecs.BOM_UTF8 + "旧\r\n新\r\n".encode()


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    path = tmp_path / "2026" / "a.yaml"
    create(path, "我的\n")
    with pytest.raises(FileExistsError):
        create(path, "别的\n")
    assert path.read_text("utf-8") == "我的\n"
