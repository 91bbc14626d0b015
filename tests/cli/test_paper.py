"""`portal paper`: whether the bank is enough, and freezing it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.projects import REPOSITORY, SMALL, TODAY

from portal.cli import portal
from portal.quiz.versions import thaw

PAPERS = REPOSITORY / "tests/sites/papers"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small site with a bank that is large enough for a short paper."""
    shutil.copytree(SMALL, tmp_path / "project")
    shutil.copytree(PAPERS, tmp_path / "project", dirs_exist_ok=True)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path / "project")
    return tmp_path / "project"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(portal, ["--root", str(root), *arguments])


def frozen(root: Path) -> list[Path]:
    return sorted((root / "quizzes/versions").glob("*"))


def test_the_matrix_says_what_is_needed_and_what_is_there(root: Path) -> None:
    result = run(root, "paper", "coverage", "--forms", "60")
    assert "daily（每日一练）：每卷 5 题，适合的有 15 题，另有保留题 1 题" in result.output
    assert "人员健康与卫生  3.00/9      1.00/3      1.00/3" in result.output
    assert "试组 60 份：0 份不合方案" in result.output
    # Fifteen questions for papers of five: neighbours cannot but share some, and that is told.
    assert re.search(r"隔一份的 \d 题（\d+%，第 \d+ 份和第 \d+ 份） ✗ 超过 30%", result.output)
    assert result.exit_code == 1
    assert run(root, "paper", "coverage").exit_code == 0
    assert re.search(r"人员健康与卫生  单选  9     [\d.]+%/33.3%/[\d.]+%", result.output)
    assert "食品安全员：各业态、主题的题数" in result.output


def test_a_cell_that_holds_too_little_is_marked(root: Path) -> None:
    paper = root / "quizzes/papers/daily.yaml"
    paper.write_text(
        paper.read_text("utf-8").replace("type: single, count: 3", "type: single, count: 4"), "utf-8"
    )
    result = run(root, "paper", "coverage", "daily")
    assert result.exit_code == 1
    assert "4.00/9 ✗" in result.output
    assert "1 格不到平均用量的 3 倍" in result.output


def test_a_blueprint_that_is_not_there_is_named(root: Path) -> None:
    result = run(root, "paper", "coverage", "dialy")
    assert result.exit_code == 1
    assert "没有组卷方案“dialy”。可选：daily" in result.output


def test_freezing_writes_the_version_once_and_the_reminder_is_gone(root: Path) -> None:
    checking = ("check", "quizzes/papers", "--today", TODAY)
    assert "BANK-FROZEN-01" in run(root, *checking).output
    first = run(root, "paper", "freeze", "--today", TODAY)
    assert first.exit_code == 0, first.output
    (file,) = frozen(root)
    assert f"已封存：quizzes/versions/{file.name}" in first.output
    assert len(thaw(file.stem, file.read_bytes()).questions) == 16
    assert "BANK-FROZEN-01" not in run(root, *checking).output
    before = file.stat().st_mtime_ns
    again = run(root, "paper", "freeze", "--today", TODAY)
    assert again.exit_code == 0
    assert "已经封存过了" in again.output
    assert [one.stat().st_mtime_ns for one in frozen(root)] == [before]


def test_a_bank_with_mistakes_is_not_frozen(root: Path) -> None:
    bank = root / "quizzes/bank/personnel.yaml"
    bank.write_text(bank.read_text("utf-8").replace("answer: [b]", "answer: [e]", 1), "utf-8")
    result = run(root, "paper", "freeze", "--today", TODAY)
    assert result.exit_code == 1
    assert "题库有 1 个错误，改好再封存" in result.output
    assert frozen(root) == []
