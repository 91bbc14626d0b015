"""Reading again after a change: only what is concerned is parsed anew, and nothing is missed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.reading.edited import HERE

from portal.reading import ReadResult, read
from portal.source import MAX_PER_FILE

CASE = "content/cases/2024/2024-001.yaml"
VOCABULARY = "site_config/vocabulary.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "project", tmp_path / "project")
    return tmp_path / "project"


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8", newline="\n")


def codes(result: ReadResult) -> list[tuple[str, str]]:
    return [(found.file, found.code) for found in result.problems]


def test_nothing_is_parsed_when_nothing_has_changed(root: Path) -> None:
    first = read(root)
    again = read(root, first.library)
    assert again.changed == frozenset()
    assert first.site
    assert again.site
    assert again.site.cases[0].record is first.site.cases[0].record


def test_one_changed_file_is_parsed(root: Path) -> None:
    first = read(root)
    change(root, CASE, "title: 某便利店", "title: 某超市")
    again = read(root, first.library)
    assert again.changed == {CASE}
    assert again.site
    assert again.site.cases[0].record.title.startswith("某超市")


def test_a_mistake_comes_and_goes_with_its_file(root: Path) -> None:
    library = read(root).library
    change(root, CASE, "decided_on: 2024-05-10", "decided_on: 2024/5/10")
    broken = read(root, library)
    assert codes(broken) == [(CASE, "DATE-FORM")]
    assert broken.site
    assert broken.site.cases == ()
    assert broken.site.exists_unread("case", "2024-001")
    assert codes(read(root, broken.library)) == [(CASE, "DATE-FORM")]
    change(root, CASE, "decided_on: 2024/5/10", "decided_on: 2024-05-10")
    assert codes(read(root, broken.library)) == []


def test_a_file_that_is_gone_is_gone(root: Path) -> None:
    library = read(root).library
    (root / CASE).unlink()
    again = read(root, library)
    assert again.changed == {CASE}
    assert again.site
    assert again.site.cases == ()


def test_a_word_taken_out_of_the_vocabulary_is_missed_everywhere(root: Path) -> None:
    library = read(root).library
    change(root, VOCABULARY, "  - {id: personnel, name: 人员健康与卫生}\n", "")
    change(root, VOCABULARY, "  - {id: dairy, name: 乳制品}\n", "")
    assert (
        codes(read(root, library))
        == codes(read(root))
        == [
            (CASE, "WORD-UNKNOWN"),
            ("quizzes/bank/personnel.yaml", "WORD-UNKNOWN"),
            ("quizzes/papers/daily.yaml", "WORD-UNKNOWN"),
        ]
    )


def test_the_campaign_is_held_against_a_changed_vocabulary(root: Path) -> None:
    change(root, "content/campaign.yaml", "text: 一类一类查}", "text: 一类一类查, topics: [贮存与保质期]}")
    library = read(root).library
    change(root, VOCABULARY, "name: 贮存与保质期", "name: 贮存")
    assert codes(read(root, library)) == [("content/campaign.yaml", "WORD-UNKNOWN")]


def test_a_unit_renamed_in_the_campaign_is_missed_in_the_outcomes(root: Path) -> None:
    library = read(root).library
    change(root, "content/campaign.yaml", "name: 示例二所", "name: 示例三所")
    assert set(codes(read(root, library))) == {
        ("content/outcomes/2024-05.yaml", "WORD-UNKNOWN"),
        ("content/practices/early-check.yaml", "WORD-UNKNOWN"),
    }


def test_without_a_single_file_there_is_no_site_but_all_other_files_are_read(root: Path) -> None:
    (root / "site_config/site.yaml").unlink()
    change(root, CASE, "demo: true", "demo: 是")
    result = read(root)
    assert result.site is None
    assert codes(result) == [(CASE, "FLAG-FORM"), ("site_config/site.yaml", "FILE-ABSENT")]


def test_what_editors_leave_beside_the_files_is_not_read(root: Path) -> None:
    folder = (root / CASE).parent
    for name in (".2024-001.yaml.swp", "~$2024-001.yaml", ".#2024-001.yaml", "Thumbs.db", "2024-001.yaml~"):
        (folder / name).write_text("x：", "utf-8")
    (folder / ".#lock.yaml").symlink_to("nowhere")
    assert codes(read(root)) == []


def test_a_file_that_is_far_too_large_is_refused(root: Path) -> None:
    with (root / CASE).open("r+b") as file:
        file.truncate(64 * 1024**2)
    assert codes(read(root)) == [(CASE, "FILE-LARGE")]


@pytest.mark.parametrize(
    "more", ["title: 一\n" * 90_000, "topics:\n" + "  - 没有的词\n" * 15_000, "标题：一\n" * 50 + "x: 1\n" * 90],
    ids=["keys", "items", "several stages"],
)  # fmt: skip
def test_no_more_findings_of_a_file_than_people_read(root: Path, more: str) -> None:
    with (root / CASE).open("a", encoding="utf-8") as file:
        file.write(more)
    found = codes(read(root))
    assert len(found) == MAX_PER_FILE + 1
    assert found.count((CASE, "FILE-MANY")) == 1
