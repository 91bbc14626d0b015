"""Nothing is published that nobody has approved as it stands; `check` tells of it, a formal publication refuses it."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.projects import SMALL

from portal.reading import read
from portal.rules import check
from portal.rules.signatures import unsigned

DAY = datetime.date(2024, 12, 1)
RISK = "content/risks/cold-dishes.yaml"
WITHDRAWN = "content/cases/2024/2024-003.yaml"


@pytest.fixture
def found(tmp_path: Path) -> Callable[..., tuple[list[str], list[str]]]:
    """What a change of one file of the small site gives: the warnings of `check`, the errors of production."""
    root = tmp_path / "site"
    shutil.copytree(SMALL, root)

    def after(path: str, *changes: tuple[str, str]) -> tuple[list[str], list[str]]:
        text = (root / path).read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        (root / path).write_text(text, "utf-8", newline="\n")
        site = read(root).site
        assert site
        told = [one for one in check(site, DAY).all if one.file == path and one.code.startswith("REVIEW")]
        refused = unsigned(site, DAY)
        assert all(one.is_error and one.file == path for one in refused)
        assert not any(one.is_error for one in told)
        return [one.code for one in told], [one.code for one in refused]

    return after


def test_a_site_whose_texts_are_signed_may_go_out(found: Callable[..., tuple[list[str], list[str]]]) -> None:
    assert found(RISK, ("id:", "id:")) == ([], [])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ([("title: 冷食类食品", "title: 冷菜")], "REVIEW-CHANGED-01"),
        ([("on: 2024-08-13", "on: 2024-12-02")], "REVIEW-FUTURE-01"),
        ([("on: 2024-08-12", "on: 2024-08-01")], "REVIEW-ORDER-01"),
    ],
)
def test_what_is_not_signed_as_it_stands_is_told_and_refused(
    found: Callable[..., tuple[list[str], list[str]]], changes: list[tuple[str, str]], code: str
) -> None:
    told, refused = found(RISK, *changes)
    assert code in told
    assert refused == [code]


def test_a_draft_stops_nothing(found: Callable[..., tuple[list[str], list[str]]]) -> None:
    told, refused = found(RISK, ("title: 冷食类食品", "title: 冷菜"), ("published_on: 2024-08-15\n", ""))
    assert (told, refused) == (["REVIEW-CHANGED-01"], [])


def test_a_withdrawal_needs_no_signature(found: Callable[..., tuple[list[str], list[str]]]) -> None:
    assert found(WITHDRAWN, ("title: ", "title: 改过的")) == ([], [])
