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
from portal.quiz.codes import PaperCode, parse, write

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


ENDS = (".html", "-key.html", ".docx", "-key.docx", "-slip.html")


def test_a_paper_has_its_files_named_by_its_number(frozen: Run, root: Path, tmp_path: Path) -> None:
    (code,) = drawn(frozen, "daily", "--form", 3)
    assert names(root / "printed") == sorted(f"daily-3-{code}{end}" for end in ENDS)
    drawn(frozen, "daily", "--form", 3, "--qr", "page", "--out", tmp_path / "page")
    assert names(tmp_path / "page") == sorted(f"daily-3-{code}{end}" for end in ENDS[:4])
    assert b"<svg" in (tmp_path / "page" / f"daily-3-{code}.html").read_bytes()


def test_several_papers_are_one_file_to_print_and_one_sheet_of_keys(frozen: Run, root: Path) -> None:
    codes = drawn(frozen, "daily", "--form", 3, "--count", 4, "--duplex")
    assert len(set(codes)) == 4
    kinds = ("keys", "papers", "slips", "strips")
    assert names(root / "printed") == [f"daily-3-6-{kind}.html" for kind in kinds]
    for kind in kinds[:3]:
        html = (root / "printed" / f"daily-3-6-{kind}.html").read_text("utf-8")
        places = [html.index(code) for code in codes]
        assert places == sorted(places)


def test_those_of_a_batch_are_the_very_papers(frozen: Run, root: Path, tmp_path: Path) -> None:
    codes = drawn(frozen, "daily", "--form", 3, "--count", 2, "--each")
    assert len(names(root / "printed")) == 4 + 2 * 5
    assert drawn(frozen, "daily", "--form", 4, "--out", tmp_path / "second") == codes[1:]
    there, here = fingerprint(root / "printed"), fingerprint(tmp_path / "second")
    assert here == {name: there[name] for name in here}


def test_a_paper_without_a_number_is_one_that_nobody_guesses(frozen: Run, root: Path) -> None:
    """Whoever tries forms 1, 2, 3 on a phone would else find the examination of tomorrow."""
    forms = set()
    for _ in range(2):
        result = frozen("draw", "daily", "--qr", "none", "--today", "2024-12-01")
        assert result.exit_code == 0, result.output
        said = re.search(r"卷号 (\S+)：每日一练，第 (\d+) 份", result.output)
        assert said
        assert parse(said[1]).form == int(said[2]) >= 1_000_000
        assert f"--form {said[2]}" in result.output
        assert f"daily-{said[2]}-{said[1]}.html" in names(root / "printed")
        forms.add(said[2])
    assert len(forms) == 2


def test_its_code_gives_the_same_paper_after_the_bank_has_moved_on(
    frozen: Run, root: Path, tmp_path: Path
) -> None:
    (code,) = drawn(frozen, "daily", "--form", 5)
    bank = root / BANK
    bank.write_text(bank.read_text("utf-8").replace("每年做一次", "一年做一次"), "utf-8")
    written = code.lower().replace("-", " ")
    assert drawn(frozen, "--code", written, "--out", tmp_path / "again") == [code]
    for name in (f"daily-5-{code}.html", f"daily-5-{code}.docx"):
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
    mine = root / "printed" / f"daily-3-{code}.docx"
    mine.write_bytes(b"mine")
    assert "没有写任何文件" in refused(frozen, "daily", "--form", 2, "--count", 2, "--each")
    assert len(names(root / "printed")) == 5  # nothing of form 2 either
    assert mine.read_bytes() == b"mine"
    assert drawn(frozen, "daily", "--form", 3, "--overwrite") == [code]
    assert mine.read_bytes() != b"mine"


def test_all_files_are_written_or_none(frozen: Run, root: Path, tmp_path: Path) -> None:
    (code,) = drawn(frozen, "daily", "--form", 1)
    (tmp_path / "out" / f"daily-1-{code}-key.docx").mkdir(parents=True)
    said = refused(frozen, "daily", "--form", 1, "--out", tmp_path / "out", "--overwrite")
    assert "没有写任何文件" in said
    assert names(tmp_path / "out") == [f"daily-1-{code}-key.docx"]


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
