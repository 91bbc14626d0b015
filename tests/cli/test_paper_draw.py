"""`portal paper draw`: the files of a paper, all or none, never where they would be published."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.projects import REPOSITORY, SMALL, fingerprint

from portal.cli import portal
from portal.quiz.codes import PaperCode, write

PAPERS = REPOSITORY / "tests/sites/papers"
BANK = "quizzes/bank/personnel.yaml"
Run = Callable[..., Result]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small site with a bank for papers, not frozen."""
    root = tmp_path / "project"
    shutil.copytree(SMALL, root)
    shutil.copytree(PAPERS, root, dirs_exist_ok=True)
    shutil.copytree(REPOSITORY / "site_config/templates/paper", root / "site_config/templates/paper")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root


@pytest.fixture
def run(root: Path) -> Run:
    def run(*arguments: object) -> Result:
        words = ["--root", str(root), "paper", *map(str, arguments)]
        return CliRunner().invoke(portal, words)

    return run


@pytest.fixture
def frozen(run: Run) -> Run:
    """The same after `portal paper freeze`."""
    assert run("freeze", "--today", "2024-12-01").exit_code == 0
    return run


def drawn(run: Run, *arguments: object) -> list[str]:
    """The codes of the papers that were drawn."""
    result = run("draw", "--today", "2024-12-01", *arguments)
    assert result.exit_code == 0, result.output
    return re.findall(r"卷号 (\S+)：", result.output)


def refused(run: Run, *arguments: object) -> str:
    result = run("draw", *arguments)
    assert result.exit_code == 1, result.output
    assert "错误：" in result.output
    return result.output


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_paper_has_four_files(frozen: Run, root: Path) -> None:
    (code,) = drawn(frozen, "daily", "--form", 3)
    assert names(root / "printed") == sorted(
        [f"{code}.html", f"{code}-key.html", f"{code}.docx", f"{code}-key.docx"]
    )


def test_consecutive_forms_for_those_who_sit_it_again(frozen: Run, root: Path, tmp_path: Path) -> None:
    codes = drawn(frozen, "daily", "--form", 3, "--count", 2)
    assert len(set(codes)) == 2
    assert len(names(root / "printed")) == 8
    assert drawn(frozen, "daily", "--form", 4, "--out", tmp_path / "second") == codes[1:]
    there, here = fingerprint(root / "printed"), fingerprint(tmp_path / "second")
    assert here == {name: there[name] for name in here}


def test_its_code_gives_the_same_paper_after_the_bank_has_moved_on(
    frozen: Run, root: Path, tmp_path: Path
) -> None:
    (code,) = drawn(frozen, "daily", "--form", 5)
    bank = root / BANK
    bank.write_text(bank.read_text("utf-8").replace("每年做一次", "一年做一次"), "utf-8")
    written = code.lower().replace("-", " ")
    assert drawn(frozen, "--code", written, "--out", tmp_path / "again") == [code]
    for name in (f"{code}.html", f"{code}.docx"):
        assert (tmp_path / "again" / name).read_bytes() == (root / "printed" / name).read_bytes()
    assert "还没有封存" in refused(frozen, "daily", "--form", 5)


def test_answers_that_may_no_longer_hold_are_named(frozen: Run, root: Path) -> None:
    (code,) = drawn(frozen, "daily", "--form", 1)
    bank = root / BANK
    bank.write_text(bank.read_text("utf-8").replace("id: personnel-", "id: staff-"), "utf-8")
    result = frozen("draw", "--code", code, "--overwrite")
    assert result.exit_code == 0
    assert f"注意：{code} 有 5 题的答案现在不一定对" in result.output
    assert "题库里已经没有这道题" in result.output


def test_what_is_not_frozen_is_not_drawn(run: Run, root: Path) -> None:
    assert "先运行：portal paper freeze" in refused(run, "daily", "--form", 1)
    assert not (root / "printed").exists()


def test_files_are_not_overwritten_unasked(frozen: Run, root: Path) -> None:
    (code,) = drawn(frozen, "daily", "--form", 3)
    mine = root / "printed" / f"{code}.docx"
    mine.write_bytes(b"mine")
    assert "没有写任何文件" in refused(frozen, "daily", "--form", 2, "--count", 2)
    assert len(names(root / "printed")) == 4  # nothing of form 2 either
    assert mine.read_bytes() == b"mine"
    assert drawn(frozen, "daily", "--form", 3, "--overwrite") == [code]
    assert mine.read_bytes() != b"mine"


def test_all_files_are_written_or_none(frozen: Run, root: Path, tmp_path: Path) -> None:
    (code,) = drawn(frozen, "daily", "--form", 1)
    (tmp_path / "out" / f"{code}-key.docx").mkdir(parents=True)
    said = refused(frozen, "daily", "--form", 1, "--out", tmp_path / "out", "--overwrite")
    assert "没有写任何文件" in said
    assert names(tmp_path / "out") == [f"{code}-key.docx"]


@pytest.mark.parametrize("place", ["site", "site/quiz", "content/x", "quizzes", "site_config/static", "."])
def test_keys_are_never_written_where_they_would_be_published(frozen: Run, root: Path, place: str) -> None:
    assert "换一个文件夹" in refused(frozen, "daily", "--form", 1, "--out", root / place)
    assert not list(root.rglob("*.docx"))


def test_nor_into_a_site_that_was_built_elsewhere(frozen: Run, tmp_path: Path) -> None:
    site = tmp_path / "www"
    site.mkdir()
    (site / "build.json").write_text(json.dumps({"generator": "portal 1"}), "utf-8")
    said = refused(frozen, "daily", "--form", 1, "--out", site / "papers")
    assert "在生成好的网站里" in said
    assert names(site) == ["build.json"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "没有写印哪一种卷。可选：daily（每日一练）"),
        (["daily"], "没有写第几份。例如：portal paper draw daily --form 1"),
        (["dialy", "--form", "1"], "没有组卷方案“dialy”。可选：daily"),
        (["daily", "--code", "DA"], "用了 --code，就不用再写方案"),
        (["--code", "DA-12"], "卷号不完整"),
        (["--code", write(PaperCode("DA", "00000001", 1))], "题库版本 00000001 不在 quizzes/versions 里"),
        (["daily", "--form", "1073741823", "--count", "2"], "最后一份的号码太大"),
    ],
)
def test_mistakes_are_explained(frozen: Run, arguments: list[str], said: str) -> None:
    assert said in refused(frozen, *arguments)


def test_a_blueprint_that_the_version_does_not_have(frozen: Run, root: Path) -> None:
    version = next((root / "quizzes/versions").iterdir()).stem
    code = write(PaperCode("ZZ", version, 1))
    assert "没有代码为 ZZ 的组卷方案" in refused(frozen, "--code", code)


def test_an_altered_version_is_refused(frozen: Run, root: Path) -> None:
    (code,) = drawn(frozen, "daily", "--form", 1)
    version = next((root / "quizzes/versions").iterdir())
    version.write_bytes(version.read_bytes().replace("每年".encode(), "每月".encode()))
    assert "从版本库里恢复它" in refused(frozen, "--code", code, "--overwrite")


def test_broken_laws_are_put_right_first(frozen: Run, root: Path) -> None:
    """Or the key would lack its reasons."""
    law = root / "content/laws/food-safety-law.yaml"
    law.write_text("id: [", "utf-8")
    assert "portal check content/laws" in refused(frozen, "daily", "--form", 1)


def test_a_template_that_is_wrong_is_named(frozen: Run, root: Path) -> None:
    template = root / "site_config/templates/paper/key.html.j2"
    template.write_text(template.read_text("utf-8").replace("{% endblock %}", "{{ papre }}{% endblock %}"))
    assert "paper/key.html.j2" in refused(frozen, "daily", "--form", 1)
    assert not (root / "printed").exists()
