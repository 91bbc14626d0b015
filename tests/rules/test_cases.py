"""Every rule by example: a file laid over `tests/sites/small`, and exactly what is reported about it.

The second line of an input says where it is laid and which day it is:
`# tests: content/cases/2024/2024-901.yaml today=2024-12-01`; `over=<name>` first lays the folder
`tests/sites/<name>` over the small site; `bytes=<name>` lays the file `tests/cases/bytes/<name>`, which no editor shows,
in the place instead of the input; `link=<target>` makes a link of it. Inputs in `ok/` give nothing, those in `err/` give the
text in the file of the same name ending in `.out`. `PORTAL_UPDATE_EXPECTED=1` rewrites those, and signs the
inputs for their text as it is now, but for examples of what is wrong with a hash.
"""

from __future__ import annotations

import datetime
import os
import re
import shutil
from pathlib import Path

import pytest

from portal.migrating.signatures import bound
from portal.publication.signing import reviewed
from portal.reading import read
from portal.reviewing.splicing import spliced
from portal.rules import RULES, check
from portal.source.report import as_text

TESTS = Path(__file__).parents[1]
SITES = TESTS / "sites"
OK = sorted((TESTS / "cases/ok").iterdir())
ERR = sorted(path for path in (TESTS / "cases/err").iterdir() if path.suffix != ".out")
DIRECTIVE = re.compile(
    r"# tests: (?P<place>\S+) today=(?P<today>\S+)(?: over=(?P<over>\S+))?(?: bytes=(?P<bytes>\S+))?(?: link=(?P<link>\S+))?"
)
WRONG_HASH = ("REVIEW-CHANGED-01", "REVIEW-UNBOUND-01", "case-withdrawn-and-changed-since")
UPDATE = bool(os.environ.get("PORTAL_UPDATE_EXPECTED"))


def report(case: Path, root: Path) -> str:
    """What is found in the file of `case`, once it stands in its place."""
    if UPDATE and not case.name.startswith(WRONG_HASH):
        sign(case, root.with_name("signed"))
    place, today = laid(case, root)
    result = read(root)
    problems = list(result.problems)
    if result.site:
        problems += check(result.site, today).all
    found = sorted(problem for problem in problems if problem.file == place)
    return as_text(found, {place: case.read_text("utf-8").split("\n")})


def laid(case: Path, root: Path) -> tuple[str, datetime.date]:
    """Lay the file of `case` where it belongs; gives that place and the day."""
    text = case.read_text("utf-8")
    directive = DIRECTIVE.fullmatch(text.split("\n")[1])
    assert directive, f"{case.name}: the second line does not say where the file is laid"
    shutil.copytree(SITES / "small", root)
    if directive["over"]:
        shutil.copytree(SITES / directive["over"], root, dirs_exist_ok=True)
    place = root / directive["place"]
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8", newline="\n")
    if directive["bytes"]:
        shutil.copy(TESTS / "cases/bytes" / directive["bytes"], place)
    if directive["link"]:
        place.unlink()
        place.symlink_to(directive["link"])
    return directive["place"], datetime.date.fromisoformat(directive["today"])


def sign(case: Path, root: Path) -> None:
    """Bind the signatures in the file of `case` to its text."""
    place, _ = laid(case, root)
    if (site := read(root).site) is None:
        return
    for entry in reviewed(site):
        if entry.path == place and entry.record.review.signed:
            text = spliced(entry.file, entry.record.review, bound(entry, site))
            case.write_text(text, "utf-8", newline="\n")


@pytest.mark.parametrize("case", OK, ids=lambda path: path.name)
def test_nothing_is_reported(case: Path, tmp_path: Path) -> None:
    assert report(case, tmp_path / "site") == ""


@pytest.mark.parametrize("case", ERR, ids=lambda path: path.name)
def test_exactly_this_is_reported(case: Path, tmp_path: Path) -> None:
    found = report(case, tmp_path / "site")
    expected = case.with_suffix(".out")
    if UPDATE:
        expected.write_text(found, "utf-8", newline="\n")
    assert found == expected.read_text("utf-8")
    assert f"[{code_of(case)}]" in found


def code_of(case: Path) -> str:
    """`PRIV-ID-01-block.yaml` is about PRIV-ID-01."""
    match = re.match(r"[A-Z]+(?:-[A-Z]+)*-\d+", case.name)
    assert match, f"{case.name} does not begin with the code of a rule"
    return match[0]


def test_every_rule_has_an_example() -> None:
    assert {rule.code for rule in RULES} == {code_of(case) for case in ERR}


def test_no_expected_output_is_left_over() -> None:
    outputs = {path.stem for path in (TESTS / "cases/err").glob("*.out")}
    assert outputs == {case.stem for case in ERR}


def test_the_small_site_is_valid() -> None:
    result = read(SITES / "small")
    assert result.problems == ()
    assert result.site
    found = check(result.site, datetime.date(2024, 12, 1)).all
    assert [(one.code, one.is_error) for one in found] == [("SITE-UNKNOWN-01", False), ("SITE-URL-01", False)]
