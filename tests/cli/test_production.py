"""From a filled-in project to a published site, and what a formal publication says and refuses."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tests.projects import build, portal

CASE = "content/cases/2024/2024-001.yaml"
NEXT = "2024-12-02"


@pytest.fixture
def project(formal: Path, tmp_path: Path) -> Path:
    return shutil.copytree(formal, tmp_path / "project")


def test_it_says_what_it_left_out_and_why(formal: Path) -> None:
    said = (formal.parent / "said.txt").read_text("utf-8")
    assert "没有发布（没有发布日期）：案例 1 条（2024-004）" in said
    assert "没有发布（已撤回）：案例 1 条（2024-003）" in said
    assert portal(formal, "verify").returncode == 0


def test_a_case_whose_file_is_gone_is_refused_and_its_page_stays(project: Path) -> None:
    (project / CASE).unlink()
    refused = portal(project, "build", "--production", "--today", NEXT)
    assert refused.returncode == 3
    assert "案例 2024-001 发布过，现在没有了（/cases/2024-001/）" in refused.stderr
    assert "--accept-missing case:2024-001" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert (project / "site/cases/2024-001/index.html").is_file()
    arguments = ("--production", "--accept-missing", "case:2024-001")
    accepted = portal(project, "build", *arguments, "--today", NEXT)
    assert accepted.returncode == 0, accepted.stderr
    assert not (project / "site/cases/2024-001").exists()


def test_an_earlier_day_is_refused_and_may_be_accepted(project: Path) -> None:
    refused = portal(project, "build", "--production", "--today", "2024-11-30")
    assert refused.returncode == 1
    assert "--accept-earlier" in refused.stderr


def test_a_renamed_case_leads_from_its_old_address_to_the_new_one(project: Path) -> None:
    text = (project / CASE).read_text("utf-8").replace("id: 2024-001", "id: 2024-009\nformerly: [2024-001]")
    (project / CASE).unlink()
    (project / CASE.replace("001", "009")).write_text(text, "utf-8")
    result = portal(project, "build", "--production", "--today", NEXT)
    assert result.returncode == 0, result.stderr
    page = (project / "site/cases/2024-001/index.html").read_text("utf-8")
    new = "https://www.binhe.gov.cn/food-safety/cases/2024-009/"
    assert f'<link rel="canonical" href="{new}">' in page
    assert '<meta http-equiv="refresh" content="0; url=../../cases/2024-009/">' in page
    assert '<a href="../../cases/2024-009/">打开新网址</a>' in page
    assert "noindex" not in page
    assert "cases/2024-001/" not in (project / "site/sitemap.xml").read_text("utf-8")
    made = portal(project, "new", "case", "--today", NEXT)
    assert "2024-010.yaml" in made.stdout
    assert portal(project, "verify").returncode == 0


def test_a_try_only_warns(project: Path) -> None:
    (project / CASE).unlink()
    result = build(project, "--fast")
    assert result.returncode == 0
    assert "正式发布时会被拒绝" in result.stderr
    refused = build(project, "--production")
    assert refused.returncode == 3
    assert "案例 2024-001 发布过" in refused.stderr


@pytest.mark.parametrize("key", ["2024-001", "law:food-safety-law", "case:"])
def test_a_key_that_is_none_is_told(formal: Path, key: str) -> None:
    result = portal(formal, "build", "--production", "--accept-missing", key)
    assert result.returncode == 2
    assert "写成 种类:编号，如 case:2024-001" in result.stderr


def test_ids_that_were_used_are_not_given_again(project: Path) -> None:
    result = portal(project, "new", "risk", "--id", "cold-food")
    assert result.returncode == 1
    assert re.search(r"编号 cold-food 以前用过，.*content/risks/cold-dishes.yaml", result.stderr)
