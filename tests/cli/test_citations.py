"""`portal citations`: the overview, and questions held against texts of laws."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.projects import SMALL

from portal.cli import portal

Verify = Callable[[], Result]
BANK = "quizzes/bank/personnel.yaml"
FIRST = "    citations: [食品安全法 第四十五条第二款]\n"
# Made up: what the tests need of the real articles' form, not their words.
LAW = """\
# 食品安全法

第四十五条 应当有健康管理的制度。

做凉菜的人每年检查一次身体：

（一）有证才能上岗；

（二）有病先看病。
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "site")
    (tmp_path / "site/mkdocs.yml").touch()
    return tmp_path / "site"


@pytest.fixture
def laws(tmp_path: Path) -> Path:
    folder = tmp_path / "laws"
    folder.mkdir()
    (folder / "食品安全法(2021-04-29).md").write_text(LAW, "utf-8")
    (folder / "说明.md").write_text("# 说明\n", "utf-8")
    return folder


@pytest.fixture
def verify(root: Path, laws: Path) -> Verify:
    arguments = ["--root", str(root), "citations", "--verify", str(laws), "--today", "2024-12-01"]
    return lambda: CliRunner().invoke(portal, arguments)


def with_bases(root: Path, *bases: str) -> None:
    """Give every question of the bank a `basis`, the last of `bases` to all that are left."""
    head, *questions = (root / BANK).read_text("utf-8").split(FIRST)
    given = [*bases, *[bases[-1]] * len(questions)]
    text = head
    for basis, after in zip(given, questions, strict=False):
        text += f"{FIRST}    basis: {basis}\n{after}"
    (root / BANK).write_text(text, "utf-8")


def test_phrases_that_stand_in_the_cited_paragraph(root: Path, verify: Verify) -> None:
    with_bases(root, "每年检查一次身体", "有证才能上岗")
    result = verify()
    assert (result.exit_code, result.output) == (0, "核对了 4 题，4 处找到。\n")


def test_a_phrase_of_another_paragraph_is_not_found_and_its_place_is_told(root: Path, verify: Verify) -> None:
    with_bases(root, "有证才能上岗", "健康管理的制度", "有证才能上岗")
    result = verify()
    assert result.exit_code == 1
    assert f"{BANK}:31:12: 错误 [BASIS-PHRASE] 所引条文里没有这句话" in result.output
    assert "这句话在《食品安全法》第四十五条第一款里" in result.output
    assert result.output.endswith("核对了 4 题，3 处找到。\n")


def test_a_phrase_that_is_nowhere(root: Path, verify: Verify) -> None:
    with_bases(root, "每两年检查一次身体", "有证才能上岗")
    result = verify()
    assert result.exit_code == 1
    assert result.output.count("BASIS-PHRASE") == 1
    assert "一字不差" in result.output


def test_one_of_several_cited_places_is_enough(root: Path, verify: Verify) -> None:
    with_bases(root, "健康管理的制度")
    text = (root / BANK).read_text("utf-8")
    both = FIRST.replace("]", ", 食品安全法 第四十五条第一款]")
    (root / BANK).write_text(text.replace(FIRST, both), "utf-8")
    assert verify().exit_code == 0


def test_a_place_that_the_text_does_not_have(root: Path, verify: Verify) -> None:
    with_bases(root, "有证才能上岗")
    text = (root / BANK).read_text("utf-8")
    (root / BANK).write_text(
        text.replace("第二款]", "第二款第（二）项, 食品安全法 第四十五条第三款]", 1), "utf-8"
    )
    result = verify()
    assert result.exit_code == 1
    assert "[BASIS-PLACE] 《食品安全法》的文本里没有第四十五条第三款" in result.output
    assert "[BASIS-PHRASE]" in result.output  # the phrase stands in item one


def test_a_law_without_a_text_is_told_once(root: Path, verify: Verify, laws: Path) -> None:
    with_bases(root, "有证才能上岗")
    (laws / "食品安全法(2021-04-29).md").unlink()
    result = verify()
    assert result.exit_code == 1
    assert result.output.count("错误") == 1
    assert "[BASIS-LAW] 文件夹里没有《食品安全法》的文本，4 处引用核对不了" in result.output
    assert result.output.endswith("核对了 4 题，0 处找到。\n")


def test_a_text_older_than_the_version_in_force_and_questions_without_a_phrase_are_warnings(
    verify: Verify, laws: Path
) -> None:
    (laws / "食品安全法(2021-04-29).md").rename(laws / "食品安全法(2009-02-28).md")
    result = verify()
    assert result.exit_code == 0
    assert result.output.count("提醒 [BASIS-NONE]") == 4
    assert result.output.count("提醒 [BASIS-OLD]") == 1


def test_a_folder_without_texts(root: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    result = CliRunner().invoke(portal, ["--root", str(root), "citations", "--verify", str(empty)])
    assert result.exit_code == 1
    assert "没有 .md 或 .txt 文件" in result.stderr


def test_the_overview_counts_by_law(root: Path) -> None:
    result = CliRunner().invoke(portal, ["--root", str(root), "citations"])
    assert result.exit_code == 0
    first = result.output.splitlines()[0]
    assert first.startswith("《食品安全法》")
    assert "题库 4" in first


def test_a_record_is_held_against_its_text(root: Path, laws: Path) -> None:
    record = root / "content/laws/food-safety-law.yaml"
    text = record.read_text("utf-8")
    (laws / "食品安全法(2025-09-12).md").write_text(LAW.replace("第四十五条", "第一百五十四条"), "utf-8")
    only = (
        text[: text.index("chapters:")]
        + "articles:\n  - number: 154\n    paragraphs: 2\n    paraphrase: 每年体检。\n"
    )
    record.write_text(only, "utf-8")
    arguments = ["--root", str(root), "citations", "--records", str(laws)]
    right = CliRunner().invoke(portal, arguments)
    assert (right.exit_code, right.output) == (0, "核对了 2 部法规，0 处不一致。\n")
    record.write_text(
        only.replace("paragraphs: 2", "paragraphs: 3").replace("last_article: 154", "last_article: 155"),
        "utf-8",
    )
    wrong = CliRunner().invoke(portal, arguments)
    assert wrong.exit_code == 1
    assert "的最后一条是第 154 条，这里写的是 155" in wrong.output
    assert "的第 154 条有 2 款，这里写的是 3" in wrong.output


def test_laws_that_nobody_has_compared_with_the_official_text(root: Path) -> None:
    record = root / "content/laws/food-safety-law.yaml"
    arguments = ["--root", str(root), "citations", "--stale"]
    assert "《食品安全法》没有写照哪份文本" in CliRunner().invoke(portal, arguments).output
    text = record.read_text("utf-8").replace("last_article:", "source_checked: 2025-12-02\nlast_article:")
    record.write_text(text, "utf-8")
    assert "《食品安全法》" not in CliRunner().invoke(portal, arguments).output
    record.write_text(text.replace("2025-12-02", "2025-09-11"), "utf-8")
    assert "《食品安全法》" in CliRunner().invoke(portal, arguments).output
