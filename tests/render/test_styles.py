"""The style sheets keep their plain order: later wins, nothing is raised, old phones drop no rule; see tokens.css."""

from __future__ import annotations

import re

import pytest
from tests.projects import REPOSITORY

FOLDER = REPOSITORY / "site_config/theme/assets/styles"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
HEAD = re.compile(r"([^{};]+)\{")
SHEETS = {file.stem: file.read_text("utf-8") for file in sorted(FOLDER.glob("*.css"))}
RULES = {name: COMMENT.sub("", text) for name, text in SHEETS.items()}
# What stands before a brace: selectors and conditions.
HEADS = {name: [" ".join(head.split()) for head in HEAD.findall(css)] for name, css in RULES.items()}
# What scripts hide, and what is not printed: both hold against every rule, however precise.
IMPORTANT = {"base": 1, "print": 1}
# Two places of a page that an address leads to.
IDS = {"#elder", "#try"}
WIDTH = 120


def heads(pattern: str, but: str = "") -> list[str]:
    """Those in which the pattern is found, the sheet `but` left aside."""
    every = (head for name, found in HEADS.items() if name != but for head in found)
    return [head for head in every if re.search(pattern, head)]


def test_the_sheets_of_the_order_are_there() -> None:
    assert {"tokens", "base", "shell", "parts", "elder", "print"} <= SHEETS.keys()
    assert len(heads(r"\.p-")) > 400


@pytest.mark.parametrize("word", ["@layer", "@container", ":is(", ":where("])
def test_chrome_80_knows_every_word(word: str) -> None:
    """It drops a whole block of `@layer`, and every rule with a selector that it does not know."""
    assert [name for name, css in RULES.items() if word in css] == []


def test_selectors_that_old_phones_do_not_know_stand_alone() -> None:
    """One of them in a list makes the whole rule unknown."""
    young = heads(r":has\(|::details-content|::marker|:focus-visible|::-moz-")
    assert len(young) >= 4
    assert [head for head in young if "," in head] == []


def test_nothing_is_raised() -> None:
    """One class for one thing: `.p-main` or an id before it makes the next rule need another."""
    assert heads(r"\.p-main \.") == []
    assert {one for head in heads("#") for one in re.findall(r"#[\w-]+", head)} == IDS


def test_important_stands_only_where_nothing_else_works() -> None:
    counted = {name: css.count("!important") for name, css in RULES.items()}
    assert {name: count for name, count in counted.items() if count} == IMPORTANT


def test_big_type_and_paper_have_one_sheet_each() -> None:
    # Large type is printed large, too: what that takes stands at the end of the paper.
    assert [head for head in heads(r"\.elder\b", but="elder") if head not in HEADS["print"]] == []
    assert heads("forced-colors", but="forced") == []
    assert heads(r"@media.*\bprint", but="print") == []
    # What is meant for the screen alone needs nothing undone on paper.
    assert HEADS["elder"][0] == "@media screen"
    assert RULES["elder"].strip().startswith("@media screen {")
    assert RULES["elder"].rstrip().endswith("\n}")


def test_nothing_moves_by_itself() -> None:
    """So there is nothing to stop for whoever asked for less motion, or chose the elder version."""
    moving = re.compile(r"\b(?:transition|animation|scroll-behavior)\b")
    assert [name for name, css in RULES.items() if moving.search(css)] == []


def test_lines_can_be_read() -> None:
    long = [
        f"{name}:{number}"
        for name, text in SHEETS.items()
        for number, line in enumerate(text.splitlines(), 1)
        if len(line) > WIDTH
    ]
    assert long == []
