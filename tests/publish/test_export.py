"""`portal export` writes Markdown that says the same as the site and that plain MkDocs builds without complaint."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from tests.projects import REPOSITORY, TODAY, environment, fingerprint, portal, small_project

from portal.publish.markdown_body import DROPPED


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("export"))


@pytest.fixture(scope="module")
def tree(project: Path) -> Path:
    result = export(project, project / "markdown")
    assert result.returncode == 0, result.stderr
    return project / "markdown"


def export(root: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return portal(root, "export", str(folder), "--today", TODAY)


def readable(page: Path) -> str:
    """The text of a page without its spaces, nor what only one of the two renderers shows."""
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    article = soup.select_one(".p-page, article")
    assert article is not None
    for element in article.select(DROPPED):
        element.decompose()
    return re.sub(r"[\s：]+", "", article.get_text())


def test_plain_mkdocs_builds_the_same_pages_without_a_warning(
    small: Path, tree: Path, tmp_path: Path
) -> None:
    run = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(tree / "mkdocs.yml"), "-d"]
    plain = tmp_path / "plain"
    done = subprocess.run([*run, str(plain)], env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    pages = [page.relative_to(small / "site") for page in (small / "site").rglob("index.html")]
    assert len(pages) > 20
    assert {page.as_posix(): readable(plain / page) for page in pages} == {
        page.as_posix(): readable(small / "site" / page) for page in pages
    }


def test_every_page_opens_with_what_it_is(tree: Path) -> None:
    pages = list((tree / "docs").rglob("*.md"))
    for page in pages:
        _, front, body = page.read_text("utf-8").split("---\n", 2)
        assert {"title", "description", "section"} <= yaml.safe_load(front).keys()
        assert body.lstrip().startswith("# ")
        assert "&id" not in front
    case = next((tree / "docs/cases").glob("20*/index.md")).read_text("utf-8")
    fields = yaml.safe_load(case.split("---\n")[1])
    assert fields["published_on"].isoformat() < TODAY
    assert fields["section"] == "cases"


def test_articles_stay_as_they_were_written(project: Path, tree: Path) -> None:
    for article in (project / "content/knowledge").rglob("*.md"):
        text = article.read_text("utf-8").split("---\n", 2)[2].strip()
        exported = tree / "docs/knowledge" / article.relative_to(project / "content/knowledge")
        assert text in exported.read_text("utf-8")


def test_the_navigation_names_files_that_are_there(tree: Path) -> None:
    entries = yaml.safe_load((tree / "nav.yml").read_text("utf-8"))
    files = [entry["file"] for top in entries for entry in (top, *top.get("children", []))]
    assert "campaign/index.md" in files
    assert [file for file in files if not (tree / "docs" / file).is_file()] == []


def test_same_input_same_bytes(project: Path, tree: Path, tmp_path: Path) -> None:
    assert export(project, tmp_path / "again").returncode == 0
    assert fingerprint(tmp_path / "again") == fingerprint(tree)


def test_a_second_export_replaces_the_first(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "markdown"
    assert export(project, folder).returncode == 0
    first = fingerprint(folder)
    (folder / "docs/left-over.md").write_text("old", "utf-8")
    assert export(project, folder).returncode == 0
    assert fingerprint(folder) == first
    assert [path.name for path in tmp_path.iterdir()] == ["markdown"]


@pytest.mark.parametrize("name", ["notes.txt", "build.json"])
def test_a_folder_with_anything_else_in_it_is_refused(project: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", "utf-8")
    result = export(project, tmp_path)
    assert result.returncode == 1
    assert "不是本程序生成的导出文件" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_broken_content_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    case = next((root / "content/cases").rglob("*.yaml"))
    case.write_text(case.read_text("utf-8").replace("title: ", "title："), "utf-8")
    result = export(root, tmp_path / "markdown")
    assert result.returncode == 1
    assert "YAML-WIDE-COLON" in result.stderr
    assert "没有导出" in result.stderr
    assert not (tmp_path / "markdown").exists()


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("theme: [material\n", "mkdocs.yml 第"),
        ("- material\n", "键: 值"),
        ("x: !!python/name:y.z\n", "mkdocs.yml 第1行"),
    ],
)
def test_broken_settings_are_told(tmp_path: Path, settings: str, told: str) -> None:
    root = small_project(tmp_path)
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    result = export(root, tmp_path / "markdown")
    assert result.returncode == 1
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "markdown").exists()


def test_only_the_files_that_were_looked_at_are_published(tmp_path: Path) -> None:
    """Not what lies where MkDocs would look by itself."""
    root = small_project(tmp_path)
    (root / "site_config/static/notice.txt").write_text("looked at", "utf-8")
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (root / "docs").mkdir()
    (root / "docs/other.txt").write_text("mine", "utf-8")
    assert export(root, tmp_path / "markdown").returncode == 0
    assert (tmp_path / "markdown/docs/notice.txt").read_text("utf-8") == "looked at"
    assert not (tmp_path / "markdown/docs/other.txt").exists()
    (root / "mkdocs.yml").write_text(
        (REPOSITORY / "mkdocs.yml").read_text("utf-8").replace("site_config/static", "docs"), "utf-8"
    )
    assert portal(root, "build", "--fast", "--today", TODAY).returncode == 0
    assert (root / "site/notice.txt").read_text("utf-8") == "looked at"
    assert not (root / "site/other.txt").exists()
