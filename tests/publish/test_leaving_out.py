"""A draft with mistakes is left out and named; anything else with mistakes stops a build."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from tests.projects import small_project

from portal.publish.building import Checked, examine
from portal.publish.held import held_by
from portal.publish.manifest import manifest_of

TODAY = datetime.date(2024, 12, 1)
DRAFT = "content/cases/2024/2024-004.yaml"
PUBLISHED = "content/cases/2024/2024-001.yaml"
ARTICLE = "content/knowledge/public/read-food-labels.md"
MONTH = "content/outcomes/2024-06.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """With a last site, of which only the manifest is looked at."""
    root = small_project(tmp_path)
    site = root / "site"
    site.mkdir()
    whole = examine(root, TODAY).site
    assert whole is not None
    manifest_of(site, whole, root, TODAY, 1).write(site)
    return root


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def looked_at(root: Path) -> Checked:
    return examine(root, TODAY, held=held_by(root / "site"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: ", "title："),  # read with a guess, no record
        ("business_type: 食品销售", "business_type: 卖食品"),  # no record
        ("第三十四条第（六）项", "第九百条"),  # a record that a rule refuses
        ("id: 2024-004", "id: 2024-004\n  bad: ["),  # not even data
    ],
)
def test_a_draft_with_mistakes_is_left_out(project: Path, old: str, new: str) -> None:
    change(project, DRAFT, old, new)
    checked = looked_at(project)
    assert checked.errors == ()
    assert checked.site is not None
    assert "2024-004" not in [entry.record.id for entry in checked.site.cases]
    assert {one.file for one in checked.left_out} == {DRAFT}
    assert [one.file for one in examine(project, TODAY).errors if one.file == DRAFT]


@pytest.mark.parametrize(("old", "new"), [("title: ", "title："), ("id: 2024-001", "id: 2024-001\n  bad: [")])
def test_what_the_last_site_holds_is_no_draft(project: Path, old: str, new: str) -> None:
    change(project, PUBLISHED, old, new)
    checked = looked_at(project)
    assert {one.file for one in checked.errors} == {PUBLISHED}
    assert checked.left_out == ()


def test_without_a_manifest_the_page_itself_is_looked_for(project: Path) -> None:
    (project / "site/build.json").unlink()
    change(project, PUBLISHED, "id: 2024-001", "id: 2024-001\n  bad: [")
    assert looked_at(project).errors == ()
    page = project / "site/cases/2024-001/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("x", "utf-8")
    assert {one.file for one in looked_at(project).errors} == {PUBLISHED}


def test_a_new_record_with_a_day_is_no_draft(project: Path) -> None:
    new = (project / PUBLISHED).read_text("utf-8").replace("2024-001", "2024-005")
    (project / "content/cases/2024/2024-005.yaml").write_text(new.replace("食品销售", "卖食品"), "utf-8")
    assert looked_at(project).errors


def test_what_refers_to_a_draft_that_is_left_out_is_right(project: Path) -> None:
    """The published case names the article, which is worked over and not public any more."""
    change(project, ARTICLE, "published_on: ", "# published_on: ")
    change(project, ARTICLE, "summary: ", "sumary: ")
    (project / "site/build.json").unlink()
    checked = looked_at(project)
    assert checked.errors == ()
    assert {one.file for one in checked.left_out} == {ARTICLE}


def test_a_month_that_is_not_published_is_left_out(project: Path) -> None:
    change(project, MONTH, "published_on: ", "# published_on: ")
    change(project, MONTH, "hazards_found: ", "hazards_fund: ")
    (project / "site/build.json").unlink()
    checked = looked_at(project)
    assert checked.errors == ()
    assert {one.file for one in checked.left_out} == {MONTH}


def test_demonstration_drafts_do_not_stop_a_formal_publication(project: Path) -> None:
    checked = examine(project, TODAY, production=True, held=held_by(project / "site"))
    assert DRAFT in {one.file for one in checked.left_out}
    assert DRAFT not in {one.file for one in checked.errors}
