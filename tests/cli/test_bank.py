"""`portal bank` and `portal paper suggest`: what results say of questions, for those who look after the bank."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.projects import portal, small_project

MONTH = """month: 2024-11
published_on: 2024-11-30
demo: true
firms: 9
people: 60
passed: 50
passed_after: 60
items:
  - {id: personnel-001, version: 1, n: 60, x: 12600, xx: 10584000, r: 40500, rr: 28350000, xr: 7560000, chosen: {a: 45, b: 15}}
  - {id: personnel-002, version: 1, n: 29, x: 0, xx: 0, r: 20000, rr: 14000000, xr: 0, chosen: {c: 29}}
"""
BLUEPRINT = """id: small
code: XS
title: 试卷
posts: [食品安全员]
business_types: [餐饮服务]
sections:
  - {type: single, count: 1, marks: 4}
topics: {人员健康与卫生: 100}
difficulty: {easy: 100, medium: 0, hard: 0}
minutes: 5
pass_mark: 60
note: 题量由本局自定。
"""


def without_results(folder: Path) -> Path:
    project = small_project(folder)
    for file in project.glob("quizzes/spot-checks/*.yaml"):
        file.unlink()
    return project


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project after a month of spot checks; the tests only look."""
    project = without_results(tmp_path_factory.mktemp("bank"))
    for place, content in (("spot-checks/2024-11", MONTH), ("papers/small", BLUEPRINT)):
        file = project / f"quizzes/{place}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, "utf-8")
    return project


def test_the_report_names_what_has_to_be_looked_at_again(root: Path) -> None:
    run = portal(root, "bank", "--today", "2024-12-01")
    assert run.returncode == 0
    assert "要回头看的题：1 题要回头看" in run.stdout
    assert "personnel-001  太难：得分率25%，不到33%；区分度是负的（-0.33）" in run.stdout
    assert "错的选项“A”选的人（45）比正确的（15）还多；没有人选“C”" in run.stdout
    assert "3 题里 1 题满 30 人答过" in run.stdout
    assert "最早的一题 115 天以前核对" in run.stdout


def test_programs_get_the_same(root: Path) -> None:
    found = json.loads(portal(root, "bank", "--json", "--today", "2024-12-01").stdout)
    parts = ["flags", "coverage", "exposure", "age", "tells", "waivers", "statistics"]
    assert list(found) == parts
    assert found["statistics"]["rows"] == [
        {"题目": "personnel-001", "主题": "人员健康与卫生", "人次": "60", "得分率": "25.0%", "标准误": "5.6%", "区分度": "-0.33"}
    ]  # fmt: skip


def test_of_one_question_it_says_who_chose_what(root: Path) -> None:
    told = portal(root, "bank", "personnel-001").stdout
    assert "60 人次，得分率 25.0%（标准误 5.6%），区分度 -0.33" in told
    assert "  B     15    25%  正确" in told
    assert "不满 30 人" in portal(root, "bank", "personnel-002").stdout
    unknown = portal(root, "bank", "personnel-999")
    assert (unknown.returncode, "没有“personnel-999”" in unknown.stderr) == (1, True)


def test_shares_are_suggested_by_paper(root: Path) -> None:
    told = portal(root, "paper", "suggest").stdout
    assert "small（试卷；餐饮服务）" in told
    assert "人员健康与卫生  60        25%     100%  100%" in told
    unknown = portal(root, "paper", "suggest", "large")
    assert (unknown.returncode, "没有组卷方案“large”" in unknown.stderr) == (1, True)


def test_without_results_there_is_nothing_to_suggest(tmp_path: Path) -> None:
    run = portal(without_results(tmp_path), "paper", "suggest")
    assert run.returncode == 1
    assert "还没有抽查考核的结果" in run.stderr
