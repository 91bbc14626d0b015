"""Frozen banks: they stay, they are known by their content, and the public copy keeps reserved questions back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from portal.quiz.candidates import Candidate, key_of
from portal.quiz.drawing import draw
from portal.quiz.versions import BadVersion, current, freeze, identifier, published, thaw
from portal.reading import read
from portal.records import Site

SITES = Path(__file__).parents[1] / "sites"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SITES / "small", tmp_path / "site")
    shutil.copytree(SITES / "papers", tmp_path / "site", dirs_exist_ok=True)
    return tmp_path / "site"


def site_at(root: Path) -> Site:
    site = read(root).site
    assert site
    return site


def changed(root: Path, old: str, new: str) -> None:
    bank = root / "quizzes/bank/personnel.yaml"
    assert old in bank.read_text("utf-8")
    bank.write_text(bank.read_text("utf-8").replace(old, new, 1), "utf-8")


def test_a_paper_is_the_same_after_the_bank_has_moved_on(root: Path) -> None:
    content = freeze(site_at(root))
    name = identifier(content)
    before = thaw(name, content)
    blueprint = before.blueprint("DA")
    assert blueprint
    assert blueprint is before.blueprint("daily")
    paper = draw(blueprint, name, before.questions, 7)
    changed(root, "每年做一次", "一年做一次")
    changed(root, "id: personnel-005", "id: personnel-105")
    (root / "quizzes/versions").mkdir()
    (root / "quizzes/versions" / f"{name}.json").write_bytes(content)
    site = site_at(root)
    assert identifier(freeze(site)) != name
    kept = thaw(name, site.bank_versions[name])
    assert draw(blueprint, name, kept.questions, 7) == paper
    texts = [kept.by_key[key].options.get("b") for section in paper for key in section]
    assert "每年做一次" in texts


def test_what_no_paper_shows_does_not_make_a_new_version(root: Path) -> None:
    before = freeze(site_at(root))
    changed(root, "verified_on: 2024-08-08", "verified_on: 2024-09-09")
    assert freeze(site_at(root)) == before
    changed(root, "answer: [b]", "answer: [c]")
    assert freeze(site_at(root)) != before


def test_an_altered_file_is_refused(root: Path) -> None:
    content = freeze(site_at(root))
    name = identifier(content)
    with pytest.raises(BadVersion, match="一个字也不能改"):
        thaw(name, content.replace("每年做一次".encode(), "每月做一次".encode()))
    for other in (
        b"{}",
        b"[1]",
        b"not json",
        b'{"format":2}',
        b'{"format":3,"blueprints":[],"questions":[]}',
        b'{"format":1,"blueprints":[],"questions":[1]}',
    ):
        with pytest.raises(BadVersion):
            thaw(identifier(other), other)


def test_the_public_copy_says_nothing_about_reserved_questions(root: Path) -> None:
    version = current(site_at(root))
    copy = published(version, hidden={"personnel-002"})
    text = repr(copy)
    for name in ("personnel-016", "personnel-002"):
        question = version.by_key[key_of(name)]
        assert name not in text
        assert question.stem not in text
    shown = {one.key: one for one in copy.questions}
    assert shown.keys() == version.by_key.keys()
    assert shown[key_of("personnel-016")].reserved is True
    # Reserved later than the version: drawn as it was then, but not shown either.
    assert shown[key_of("personnel-002")].reserved is False
    assert type(shown[key_of("personnel-002")]) is type(shown[key_of("personnel-016")]) is Candidate
    assert shown[key_of("personnel-001")] == version.by_key[key_of("personnel-001")]


def test_drafts_and_retired_questions_are_in_no_version(root: Path) -> None:
    changed(root, "status: ready", "status: draft")
    assert "personnel-001" not in {one.id for one in current(site_at(root)).questions}
