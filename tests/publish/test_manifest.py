"""The manifest tells of every file and record of a site, and `portal verify` tells of every file that differs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.projects import TODAY, fingerprint, portal

from portal.publish.commit import commit_of
from portal.publish.manifest import manifest_in

FIRST, SECOND = "1" * 40, "2" * 40


@pytest.fixture
def site(formal: Path, tmp_path: Path) -> Path:
    return shutil.copytree(formal / "site", tmp_path / "网站")


def test_every_file_but_itself_is_listed_with_its_hash(formal: Path) -> None:
    files = fingerprint(formal / "site")
    del files["build.json"]
    manifest = manifest_in(formal / "site")
    assert manifest
    assert manifest.files == files
    assert list(manifest.files) == sorted(files)
    assert {"index.html", "index.html.gz", "index.html.br"} <= files.keys()
    pages = [path for path in files if path.endswith("/index.html") or path == "index.html"]
    assert manifest.pages == len(pages)


def test_every_record_is_there_with_address_state_and_day(formal: Path) -> None:
    said = json.loads((formal / "site/build.json").read_text("utf-8"))
    assert said["day"] == TODAY
    records = said["records"]
    assert records["case:2024-002"] | {"title": ""} == {
        "address": "cases/2024-002/",
        "state": "open",
        "on": "2024-08-20",
        "title": "",
        "to": "",
    }
    assert records["case:2024-003"]["state"] == "withdrawn"
    assert records["case:2024-003"]["on"] == "2024-09-04"
    assert records["risk:cold-food"]["to"] == "risks/cold-dishes/"
    kinds = {"case", "article", "risk", "practice", "month", "spot-check"}
    assert {key.partition(":")[0] for key in records} == kinds


def test_it_names_no_party(formal: Path) -> None:
    """It is public, and copies of it outlive the page of a case."""
    assert "滨河" not in (formal / "site/build.json").read_text("utf-8")


def test_a_site_as_it_was_built_is_in_order(site: Path) -> None:
    result = portal(site, "verify", str(site))
    assert result.returncode == 0
    assert result.stdout.startswith(f"{TODAY} 的内容（正式发布）：")
    assert "文件和清单一致" in result.stdout


def test_missing_added_and_changed_files_are_named(site: Path) -> None:
    (site / "cases/2024-001/index.html").unlink()
    (site / "cases/index.html.bak").write_text("x", "utf-8")
    (site / "index.html").write_text("改过", "utf-8")
    result = portal(site, "verify", str(site))
    assert result.returncode == 1
    assert "少了 1 个文件：\n  cases/2024-001/index.html\n" in result.stdout
    assert "多了 1 个文件：\n  cases/index.html.bak\n" in result.stdout
    assert "改动了 1 个文件：\n  index.html\n" in result.stdout
    quick = portal(site, "verify", "--quick", str(site))
    assert quick.returncode == 1
    assert "改动了" not in quick.stdout


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"generator": "portal 0.1.0", "today": "2024-12-01"}'])
def test_a_manifest_that_cannot_be_read_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "build.json").write_text(text, "utf-8")
    result = portal(tmp_path, "verify", str(tmp_path))
    assert result.returncode == 1
    assert "没有清单（build.json），或者清单读不出来" in result.stderr
    assert "Traceback" not in result.stderr


def git(root: Path, head: str, **files: str) -> Path:
    (root / ".git/refs/heads").mkdir(parents=True)
    (root / ".git/HEAD").write_text(f"{head}\n", "utf-8")
    for name, text in files.items():
        (root / ".git" / name.replace("__", "/").replace("_", "-")).write_text(f"{text}\n", "utf-8")
    return root


def test_the_commit_is_read_from_a_branch_a_packed_branch_or_the_head(tmp_path: Path) -> None:
    branch = git(tmp_path / "a", "ref: refs/heads/main", refs__heads__main=FIRST)
    packed = git(tmp_path / "b", "ref: refs/heads/main", packed_refs=f"# pack-refs\n{SECOND} refs/heads/main")
    assert commit_of(branch) == FIRST
    assert commit_of(packed) == SECOND
    assert commit_of(git(tmp_path / "c", FIRST)) == FIRST


def test_the_commit_of_a_second_work_tree_is_its_own(tmp_path: Path) -> None:
    main = git(tmp_path / "main", "ref: refs/heads/main", refs__heads__main=FIRST, refs__heads__other=SECOND)
    own = main / ".git/worktrees/other"
    own.mkdir(parents=True)
    (own / "HEAD").write_text("ref: refs/heads/other\n", "utf-8")
    (own / "commondir").write_text("../..\n", "utf-8")
    other = tmp_path / "other"
    other.mkdir()
    (other / ".git").write_text(f"gitdir: {own}\n", "utf-8")
    assert commit_of(other) == SECOND


def test_without_git_there_is_no_commit(tmp_path: Path) -> None:
    assert commit_of(tmp_path) == ""
    assert commit_of(git(tmp_path / "new", "ref: refs/heads/main")) == ""
    assert commit_of(git(tmp_path / "odd", "什么")) == ""
