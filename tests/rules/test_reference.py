"""The rule reference is complete and in step with the rules."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from portal.rules import RULES
from portal.rules.engine import RecordRule, SiteRule
from portal.rules.form_codes import STAGES
from portal.rules.reference import FAMILIES, reference, severity_of

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "docs/rules.md"
ERR = REPOSITORY / "tests/cases/err"
CODE = re.compile(r'"([A-Z]+(?:-[A-Z0-9]+)+)"')


def test_the_page_is_in_step() -> None:
    """`PORTAL_UPDATE_EXPECTED=1` rewrites it."""
    if os.environ.get("PORTAL_UPDATE_EXPECTED"):
        PAGE.write_text(reference(), "utf-8", newline="\n")
    assert PAGE.read_text("utf-8") == reference()


def test_codes_are_used_once() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    assert {code.split("-")[0] for code in codes} == set(FAMILIES)


def test_every_code_before_the_rules_is_explained() -> None:
    used = {
        code
        for room in ("source", "records", "reading")
        for file in (REPOSITORY / "scripts/portal" / room).glob("*.py")
        for code in CODE.findall(file.read_text("utf-8"))
        if code != "UTF-8"
    }
    assert used == {code for codes in STAGES.values() for code in codes}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_manual_shows_a_wrong_and_a_right_example(rule: RecordRule | SiteRule) -> None:
    assert re.search(r"^\s*错：", rule.manual, re.MULTILINE)
    assert re.search(r"^\s*对：", rule.manual, re.MULTILINE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_severity_is_the_one_in_the_examples(rule: RecordRule | SiteRule) -> None:
    outputs = "".join(path.read_text("utf-8") for path in ERR.glob(f"{rule.code}*.out"))
    for label in re.findall(rf": (\S+) \[{rule.code}\]", outputs):
        assert label in severity_of(rule)
