"""A build gives the same bytes every time, and one that fails leaves the site as it was."""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.projects import TODAY, build, environment, fingerprint, portal, small_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


@pytest.fixture
def built(small: Path, tmp_path: Path) -> Path:
    return shutil.copytree(small, tmp_path / "built")


def test_a_build_says_where_the_site_is(project: Path) -> None:
    result = build(project, cwd=project)
    assert "网站已生成：site/" in result.stdout
    assert "make serve" in result.stdout
    assert (project / "site/index.html").is_file()


def test_a_build_says_when_the_site_will_be_out_of_date(project: Path) -> None:
    case = min((project / "content/cases").rglob("*.yaml"))
    dated = re.sub(r"(?m)^published_on: .*$", "published_on: 2024-12-02", case.read_text("utf-8"))
    case.write_text(dated, "utf-8")
    assert "下次内容会变化的日期：2024-12-02" in build(project).stdout


def test_same_input_same_bytes_in_any_folder(built: Path, tmp_path: Path) -> None:
    other = small_project(tmp_path / "别的 地方")
    assert build(other, "--site-dir", str(tmp_path / "out"), anew=True).returncode == 0
    first = fingerprint(built / "site")
    assert fingerprint(tmp_path / "out") == first
    assert {"sitemap.xml", "sitemap.xml.gz", "index.html", "index.html.br"} <= first.keys()


def test_mkdocs_alone_builds_the_same_site(project: Path) -> None:
    """All but what comes after MkDocs. `mkdocs build` takes today's date, so the command is run without one."""
    assert portal(project, "build", "--fast").returncode == 0
    run = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "plain"]
    subprocess.run(run, cwd=project, env=environment(), check=True, capture_output=True)
    assert fingerprint(project / "plain") == fingerprint(project / "site")
    # MkDocs has emptied the folder itself, so that it may be replaced.
    assert portal(project, "build", "--site-dir", str(project / "plain")).returncode == 0


def test_broken_content_leaves_the_site_alone(built: Path) -> None:
    before = fingerprint(built / "site")
    case = next((built / "content/cases").rglob("*.yaml"))
    case.write_text(case.read_text("utf-8").replace("title: ", "title："), "utf-8")
    result = build(built)
    assert result.returncode == 1
    assert "YAML-WIDE-COLON" in result.stderr
    assert fingerprint(built / "site") == before
    assert leftovers(built) == []


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("{% if %}", "页面模板有错（site_config/templates/case.html.j2 第"),
        ("{{ case.no_such_field }}", "行）：没有“no_such_field”这个名称"),
        ("{{ no_such_name }}", "行）：没有“no_such_name”这个名称"),
        ("{{ case.title + 1 }}", "行）：TypeError"),
        ("{% include 'nothing.j2' %}", "缺少模板 nothing.j2"),
        ("<img src='https://a.example/x.png'>", "→ https://a.example/x.png"),
        ("<a href='x' href=\"nowhere/\">", "打不开"),
    ],
)
def test_a_broken_template_leaves_the_site_alone(built: Path, broken: str, told: str) -> None:
    before = fingerprint(built / "site")
    template = built / "site_config/templates/case.html.j2"
    text = template.read_text("utf-8")
    template.write_text(text.replace("{% block content %}", "{% block content %}" + broken), "utf-8")
    result = build(built)
    assert result.returncode == 1
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert fingerprint(built / "site") == before


def test_a_disk_that_refuses_leaves_the_site_alone(built: Path) -> None:
    before = fingerprint(built / "site")
    limit = 4096  # bytes a file may have: the first page breaks off in the middle

    def refuse_large_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    result = build(built, before=refuse_large_files)
    assert result.returncode == 1
    assert "磁盘满了，网站没有改动" in result.stderr
    assert "Traceback" not in result.stderr
    assert fingerprint(built / "site") == before
    assert leftovers(built) == []


def test_a_killed_build_leaves_the_site_alone_and_is_cleared_away(built: Path) -> None:
    before = fingerprint(built / "site")
    run = [sys.executable, "-m", "portal", "--root", str(built), "build", "--today", TODAY]
    with subprocess.Popen(run, env=environment(), stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not leftovers(built):
            pass
        process.kill()
    assert process.returncode == -9
    assert leftovers(built)
    assert fingerprint(built / "site") == before
    assert build(built).returncode == 0
    assert leftovers(built) == []
    assert fingerprint(built / "site") == before


def test_a_folder_with_other_files_is_not_overwritten(project: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "论文.docx").write_text("重要", "utf-8")
    result = build(project, "--site-dir", str(mine))
    assert result.returncode == 1
    assert "不是本程序生成的网站" in result.stderr
    assert (mine / "论文.docx").read_text("utf-8") == "重要"


def test_a_file_that_cannot_be_read_is_told_without_a_traceback(project: Path) -> None:
    (project / "site_config/schemas/case.schema.json").mkdir(parents=True)
    result = portal(project, "schema")
    assert result.returncode == 1
    assert result.stderr.startswith("错误：读写文件失败")
    assert "Traceback" not in result.stderr


def test_a_day_that_no_archive_can_hold_is_refused(project: Path) -> None:
    result = portal(project, "build", "--today", "9999-12-31")
    assert result.returncode == 2
    assert "年份要在 2000 到 2100 之间" in result.stderr


def test_production_refuses_demonstration_records(built: Path) -> None:
    before = fingerprint(built / "site")
    result = build(built, "--production")
    assert result.returncode == 1
    assert "DEMO-01" in result.stderr
    assert fingerprint(built / "site") == before


def leftovers(project: Path) -> list[str]:
    return [path.name for path in project.glob(".site-*")]
