"""What may not be shown is not on any page: withdrawn, expired, unreviewed and future records."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from tests.projects import REPOSITORY, small_project

from portal.pages import Html, Output, generate
from portal.pages.templates import FOLDER, environment
from portal.publication.public_site import PublicSite
from portal.reading import read


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def first_case(project: Path) -> Path:
    return min((project / "content/cases").rglob("*.yaml"))


def output(project: Path, day: str) -> Output:
    site = read(project).site
    assert site is not None
    return generate(PublicSite(site, datetime.date.fromisoformat(day)), environment(REPOSITORY / FOLDER))


def everything(output: Output) -> str:
    bodies = (document.body() for document in output.documents)
    return "\n".join(
        body.html if isinstance(body, Html) else body.before + body.text + body.after for body in bodies
    )


def value(case: Path, key: str) -> str:
    line = next(line for line in case.read_text("utf-8").splitlines() if line.startswith(f"{key}: "))
    return line.removeprefix(f"{key}: ").strip('"')


def test_a_withdrawn_case_keeps_its_address_and_nothing_else(project: Path) -> None:
    case = first_case(project)
    withdrawal = (
        "withdrawal:\n  on: 2024-11-01\n  decision_changed_on: 2024-10-31\n  reason: 原决定已被撤销\n"
    )
    text = case.read_text("utf-8")
    assert "withdrawal:" not in text
    case.write_text(text + withdrawal, "utf-8")
    made = output(project, "2024-12-01")
    assert f"cases/{value(case, 'id')}/" in made.by_address
    whole = everything(made)
    assert "原决定已被撤销" in whole
    assert value(case, "title") not in whole
    assert value(case, "summary") not in whole


def test_before_its_day_a_case_is_nowhere(project: Path) -> None:
    case = first_case(project)
    day_before = datetime.date.fromisoformat(value(case, "published_on")) - datetime.timedelta(days=1)
    made = output(project, day_before.isoformat())
    assert f"cases/{value(case, 'id')}/" not in made.by_address
    assert value(case, "title") not in everything(made)


def test_an_unreviewed_case_is_nowhere(project: Path) -> None:
    case = first_case(project)
    lines = case.read_text("utf-8").splitlines()
    start = next(i for i, line in enumerate(lines) if line.strip() == "approved:")
    case.write_text("\n".join([*lines[:start], *lines[start + 3 :]]) + "\n", "utf-8")
    made = output(project, "2024-12-01")
    assert f"cases/{value(case, 'id')}/" not in made.by_address
    assert value(case, "title") not in everything(made)
