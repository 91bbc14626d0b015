"""What was published goes on for those in the middle of something, and nothing that was withdrawn with it."""

from __future__ import annotations

import datetime
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.pages.made import small_site
from tests.projects import build, fingerprint

from portal.pages.quiz.texts import packed
from portal.publish.lasting import ASSETS, MOST, VERSIONS, Last, take_along
from portal.publish.manifest import manifest_in
from portal.publish.sweeping import Probe

QUESTIONS = "quizzes/bank/personnel.yaml"
KEPT_FOR_PAPERS = (
    "    business_types: [餐饮服务, 单位食堂]\n    status: ready\n",
    "    business_types: [餐饮服务, 单位食堂]\n    status: reserved\n",
)


@pytest.fixture
def project(small: Path, tmp_path: Path) -> Path:
    return shutil.copytree(small, tmp_path / "built")


def published(project: Path, *changes: tuple[str, str]) -> str:
    """Publish with these changes in the questions; the id of the version of the bank."""
    file = project / QUESTIONS
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    result = build(project, "--fast")
    assert result.returncode == 0, result.stderr
    return present(project)


def present(project: Path) -> str:
    version: str = json.loads((project / "site/quiz/papers.json").read_text("utf-8"))["version"]
    return version


def read(project: Path, version: str, name: str) -> Any:
    return json.loads((project / f"site/quiz/versions/{version}/{name}.json").read_text("utf-8"))


def texts(project: Path, version: str) -> dict[str, str]:
    return {one["id"]: one["stem"] for one in read(project, version, "0")["questions"] if one}


def test_a_version_that_nobody_froze_is_there_after_a_publication(project: Path) -> None:
    first = present(project)
    (scripts,) = [one for one in (project / "site/assets").iterdir() if one.is_dir()]
    style = project / "site_config/theme/assets/styles/quiz.css"
    style.write_text(style.read_text("utf-8") + "\n.p-new { color: red; }\n", "utf-8")
    second = published(
        project,
        ("健康检查多久做一次？", "健康检查要多久做一次？"),
        ("哪些人要有健康证明才能上岗？", "哪些人要先有健康证明？"),
        ("answer: [a, b]\n", "answer: [b, c]\n    version: 2\n"),
    )
    # A correction counts; of a question with another key the old one stays, and says that it has changed.
    assert texts(project, first) == {
        "personnel-001": "制作凉菜的人员，健康检查要多久做一次？",
        "personnel-002": "哪些人要有健康证明才能上岗？",
    }
    states = {one["id"]: one["state"] for one in read(project, first, "0")["questions"] if one}
    assert states == {"personnel-001": "", "personnel-002": "changed"}
    assert read(project, second, "index")["id"] == second
    # Old copies of pages find their scripts, in the folder of that name.
    assert (project / "site/assets" / scripts.name / "quiz-exam.js").is_file()
    before = fingerprint(project / "site")
    assert published(project) == second
    assert fingerprint(project / "site") == before
    # What is not for everyone any more is in no version.
    third = published(project, KEPT_FOR_PAPERS)
    for version in (first, second, third):
        assert set(texts(project, version)) <= {"personnel-001"}
    assert len(read(project, first, "index")["hidden"]) == 2
    manifest = manifest_in(project / "site")
    assert manifest
    assert list(manifest.lasting["quiz/versions/"]) == [third, second, first]


def last(folder: Path, *, formal: int, tried: int) -> Last:
    """A site that holds so many versions, whose newest were only tried."""
    names = {f"{number:08x}": number >= tried for number in range(formal + tried)}
    files = {}
    for name in names:
        file = folder / VERSIONS / name / "index.json"
        file.parent.mkdir(parents=True)
        file.write_text(name, "utf-8")
        files[f"{VERSIONS}{name}/index.json"] = hashlib.sha256(name.encode()).hexdigest()
    return Last(folder, files, {VERSIONS: names}, production=False)


@pytest.mark.parametrize("production", [True, False])
def test_so_many_stay_and_a_formal_publication_brings_nothing_that_was_only_tried(
    tmp_path: Path, *, production: bool
) -> None:
    before = last(tmp_path / "before", formal=7, tried=7)
    now = take_along(before, tmp_path / "now", lambda files: files, production=production, packed=False)
    formal, tried = (
        [name for name in now[VERSIONS] if now[VERSIONS][name] is kind] for kind in (True, False)
    )
    assert formal == [f"{number:08x}" for number in range(7, 7 + MOST[VERSIONS])]
    assert tried == ([] if production else [f"{number:08x}" for number in range(MOST[VERSIONS])])
    assert {one.name for one in (tmp_path / "now" / VERSIONS).iterdir()} == {*formal, *tried}
    assert now[ASSETS] == {}


def test_what_is_not_as_it_was_built_does_not_come_along(tmp_path: Path) -> None:
    before = last(tmp_path / "before", formal=2, tried=0)
    (tmp_path / "before" / VERSIONS / "00000001/index.json").write_text("damaged", "utf-8")
    now = take_along(before, tmp_path / "now", lambda files: files, production=True, packed=False)
    assert list(now[VERSIONS]) == ["00000000"]


def test_an_old_text_that_may_not_stand_is_known_before_it_is_written() -> None:
    probe = Probe(small_site(), datetime.date(2024, 12, 1))
    for _ in range(2):
        assert probe.telling(packed({"questions": [{"stem": "打13912345678问老板"}]}))
    assert not probe.telling(packed({"questions": [{"stem": "健康检查多久做一次？"}]}))
