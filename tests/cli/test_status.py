"""`portal status`: of which day the site is, what should have changed, what comes next, what waits."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.projects import TODAY, portal

CASE = "content/cases/2024/2024-002.yaml"


@pytest.fixture
def project(formal: Path, tmp_path: Path) -> Path:
    return shutil.copytree(formal, tmp_path / "project")


def status(project: Path, day: str = TODAY, *more: str) -> tuple[int, str]:
    result = portal(project, "status", "--today", day, *more)
    assert result.stderr == ""
    return result.returncode, result.stdout


def test_a_site_of_today_is_in_order(formal: Path) -> None:
    code, said = status(formal)
    assert code == 0
    assert said.startswith(f"{TODAY} 的内容（正式发布）：")
    assert "文件和清单一致。" in said
    assert "没有应当变化而没有变的" in said
    assert "接下来变化：" in said
    assert "没有发布日期：案例 1 条（2024-004）" in said
    assert "  案例 2024-004：复审、终审" in said or "  案例 2024-004：" in said


def test_a_period_that_has_ended_since_is_told(project: Path) -> None:
    text = (project / CASE).read_text("utf-8")
    stopped = "  disclosed_on: 2024-08-20\n  stopped_early: {on: 2024-12-05, basis: 信用修复}\n"
    (project / CASE).write_text(text.replace("  disclosed_on: 2024-08-20\n", stopped), "utf-8")
    assert status(project, "2024-12-04")[0] == 0
    assert "接下来变化：2024-12-05" in status(project, "2024-12-04")[1]
    code, said = status(project, "2024-12-06")
    assert code == 1
    assert "  2024-12-05 案例 2024-002 公示期满，要隐去" in said


def test_records_that_the_site_does_not_show_as_the_files_say_are_told(project: Path) -> None:
    text = (project / CASE).read_text("utf-8")
    (project / CASE).write_text(f"{text}withdrawal: {{on: 2024-11-01, reason: 决定被撤销}}\n", "utf-8")
    (project / "content/cases/2024/2024-001.yaml").unlink()
    code, said = status(project)
    assert code == 1
    assert "案例 2024-002 应当隐去，网站上还开着" in said
    assert "案例 2024-001 网站上有，文件里没有了" in said


def test_changed_files_are_counted(project: Path) -> None:
    (project / "site/index.html").write_text("改过", "utf-8")
    (project / "site/elder/index.html").unlink()
    code, said = status(project)
    assert code == 0
    assert "文件和清单不一致：少了 1 个，多了 0 个，改动了 1 个。看是哪些：portal verify" in said
    assert "改动了 0 个" in status(project, TODAY, "--quick")[1]


def test_without_a_site_everything_should_have_changed(project: Path) -> None:
    shutil.rmtree(project / "site")
    code, said = status(project)
    assert code == 1
    assert "还没有生成好的网站" in said
    assert "没有发布日期：案例 1 条（2024-004）" in said


def test_what_is_published_is_told_even_where_todays_files_cannot_be_read(project: Path) -> None:
    campaign = project / "content/campaign.yaml"
    campaign.write_text(campaign.read_text("utf-8").replace("title: ", "title：", 1), "utf-8")
    result = portal(project, "status", "--today", TODAY)
    assert result.returncode == 1
    assert result.stdout.startswith(f"{TODAY} 的内容（正式发布）：")
    assert "portal check site_config content/campaign.yaml" in result.stderr
