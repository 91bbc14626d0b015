"""The project of these tests with some of its files changed, as a case in `cases/` tells."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


def edited_project(case: Path, root: Path) -> Path:
    """A copy of `project` at `root` after the edits of `case`: replace, write, copy or remove a file."""
    shutil.copytree(HERE / "project", root)
    for edit in yaml.safe_load(case.read_text("utf-8"))["edits"]:
        _apply(root, edit)
    return root


def _apply(root: Path, edit: Mapping[str, Any]) -> None:
    file = root / edit["file"]
    if "copy_to" in edit:
        _write(root / edit["copy_to"], file.read_bytes())
    elif "remove" in edit:
        file.unlink()
    elif "text" in edit:
        _write(file, edit["text"].encode())
    else:
        text = file.read_bytes().decode()
        assert edit["old"] in text, f"{edit['file']} has no {edit['old']!r}"
        _write(file, text.replace(edit["old"], edit["new"]).encode())


def _write(file: Path, raw: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
