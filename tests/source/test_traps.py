"""The traps of writing YAML by hand, by example: a file, and exactly what its writer is told.

Files in `traps/ok` give nothing, those in `traps/err` the text in the file of the same name ending
in `.out`. `PORTAL_UPDATE_EXPECTED=1` rewrites those.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from portal.source.reading import read_yaml
from portal.source.report import as_text

TRAPS = Path(__file__).parent / "traps"
OK = sorted((TRAPS / "ok").glob("*.yaml"))
ERR = sorted((TRAPS / "err").glob("*.yaml"))
UPDATE = bool(os.environ.get("PORTAL_UPDATE_EXPECTED"))


def report(raw: bytes, name: str = "案例.yaml") -> str:
    reading = read_yaml(name, raw)
    return as_text(reading.problems, {name: reading.file.lines})


@pytest.mark.parametrize("case", OK, ids=lambda path: path.stem)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_harmless_characters_are_left_alone(case: Path, line_end: str) -> None:
    raw = case.read_bytes().replace(b"\n", line_end.encode())
    assert report(raw) == ""
    assert read_yaml("案例.yaml", raw).data


@pytest.mark.parametrize("case", ERR, ids=lambda path: path.stem)
def test_exactly_this_is_reported(case: Path) -> None:
    found = report(case.read_bytes())
    expected = case.with_suffix(".out")
    if UPDATE:
        expected.write_text(found, "utf-8", newline="\n")
    assert found == expected.read_text("utf-8")


def test_no_expected_output_is_left_over() -> None:
    assert {path.stem for path in (TRAPS / "err").glob("*.out")} == {case.stem for case in ERR}


@pytest.mark.parametrize("case", ERR, ids=lambda path: path.stem)
def test_windows_line_ends_make_no_difference(case: Path) -> None:
    assert report(case.read_bytes().replace(b"\n", b"\r\n")) == report(case.read_bytes())
