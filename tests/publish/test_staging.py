"""Only our own folders are replaced, and only abandoned ones are cleared away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.projects import fingerprint

from portal.disk import leftovers
from portal.disk.leftovers import ABANDONED
from portal.publish import staging
from portal.publish.markdown_tree import ExportFolder
from portal.publish.staging import SiteFolder, UnsafeFolder, staged

OURS = '{"generator": "portal 1.0"}'
PROCESS = os.getpid()


@pytest.fixture
def ended() -> int:
    """The number of a process that is no more."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def folder(path: Path, **files: str) -> Path:
    path.mkdir()
    for name, text in files.items():
        (path / name.replace("_", ".")).write_text(text, "utf-8")
    return path


def publish(target: Path) -> None:
    site = SiteFolder(target)
    with staged(site) as place:
        (place / "index.html").write_text("new", "utf-8")
        (place / "build.json").write_text(OURS, "utf-8")
        site.replace(place)


@pytest.mark.parametrize(
    "files",
    [
        {"sitemap_xml": "<urlset/>"},
        {"build_json": "{}"},
        {"build_json": '{"generator": "another program"}'},
        {"build_json": "[1, 2]"},
        {"build_json": "not JSON"},
        {"export_json": OURS},
    ],
)
def test_another_programs_folder_is_refused_as_a_site(tmp_path: Path, files: dict[str, str]) -> None:
    target = folder(tmp_path / "site", report_docx="mine", **files)
    before = fingerprint(target)
    with pytest.raises(UnsafeFolder, match="不是本程序生成的网站"):
        publish(target)
    assert fingerprint(target) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_another_programs_export_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsafeFolder, match="不是本程序生成的导出文件"):
        ExportFolder(folder(tmp_path / "tree", export_json='{"generator": "x"}')).refuse_if_foreign()


def test_our_own_site_is_replaced(tmp_path: Path) -> None:
    target = folder(tmp_path / "site", build_json=OURS, index_html="old")
    publish(target)
    assert (target / "index.html").read_text("utf-8") == "new"


def test_a_running_build_of_a_site_of_a_longer_name_keeps_its_folder(tmp_path: Path, ended: int) -> None:
    others = folder(tmp_path / f".site-site-{ended}-{PROCESS}-abcd_123", index_html="half")
    publish(tmp_path / "site")
    assert fingerprint(others)


def test_what_an_ended_build_left_is_cleared_away(tmp_path: Path, ended: int) -> None:
    folder(tmp_path / f".site-[site]-{ended}-abcd_123", index_html="half")
    folder(tmp_path / f".site-[site]-{ended}-abcd_123-old", build_json=OURS)
    publish(tmp_path / "[site]")
    assert [path.name for path in tmp_path.iterdir()] == ["[site]"]


def test_a_site_moved_aside_by_a_killed_build_comes_back(tmp_path: Path, ended: int) -> None:
    """Killed between the two renames; the next build fails as well, and the last good site is there."""
    folder(tmp_path / f".site-site-{ended}-abcd_123-old", build_json=OURS, index_html="last good")
    folder(tmp_path / f".site-site-{ended}-abcd_123", build_json=OURS, index_html="never seen")
    with pytest.raises(KeyError), staged(SiteFolder(tmp_path / "site")):
        raise KeyError
    assert (tmp_path / "site/index.html").read_text("utf-8") == "last good"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_on_windows_a_young_folder_may_be_at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "SYSTEM", "win32")
    monkeypatch.setattr(leftovers, "SYSTEM", "win32")
    young = folder(tmp_path / ".site-site-1-abcd_123")
    old = folder(tmp_path / ".site-site-1-abcd_124")
    past = old.stat().st_mtime - ABANDONED - 60
    os.utime(old, (past, past))
    target = folder(tmp_path / "site", build_json=OURS, index_html="old")
    publish(target)
    assert (target / "index.html").read_text("utf-8") == "new"
    assert young.exists()
    assert not old.exists()
