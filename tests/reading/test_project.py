"""Records by example: a project with one thing wrong, and exactly what its writer is told.

Every case is a list of edits to `project`. Those in `ok/` give nothing, those in `err/` the text in
the file of the same name ending in `.out`. `PORTAL_UPDATE_EXPECTED=1` rewrites those.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.reading.edited import HERE, edited_project

from portal.reading import read
from portal.source.report import as_text

OK = sorted((HERE / "cases/ok").glob("*.yaml"))
ERR = sorted((HERE / "cases/err").glob("*.yaml"))
UPDATE = bool(os.environ.get("PORTAL_UPDATE_EXPECTED"))


def report(root: Path) -> str:
    result = read(root)
    return as_text(result.problems, {path: one.file.lines for path, one in result.library.files.items()})


def test_the_project_itself_is_valid() -> None:
    assert report(HERE / "project") == ""


@pytest.mark.parametrize("case", OK, ids=lambda path: path.stem)
def test_nothing_is_reported(case: Path, tmp_path: Path) -> None:
    assert report(edited_project(case, tmp_path / "project")) == ""


@pytest.mark.parametrize("case", ERR, ids=lambda path: path.stem)
def test_exactly_this_is_reported(case: Path, tmp_path: Path) -> None:
    found = report(edited_project(case, tmp_path / "project"))
    expected = case.with_suffix(".out")
    if UPDATE:
        expected.write_text(found, "utf-8", newline="\n")
    assert found == expected.read_text("utf-8")


def test_no_expected_output_is_left_over() -> None:
    assert {path.stem for path in (HERE / "cases/err").glob("*.out")} == {case.stem for case in ERR}
