"""`portal tidy`: party and facts leave the project, the page and the id stay."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from tests.named_case import BROKEN, CASES, FACT, NAMED, PARTY, change, published, telling
from tests.projects import EVERY_POINT, fingerprint, portal
from tests.proofs.kills import KILLED, dying

from portal.closing.tidying import PLACE, stubs_in
from portal.publish import accepted

WITHDRAWN = "2024-003"
FILES = {f"{CASES}/{one}.yaml" for one in (NAMED, WITHDRAWN)}


@pytest.fixture
def site(shared: Path, tmp_path: Path) -> tuple[Path, str]:
    """The project on the day on which the named case is closed, not built yet."""
    root, day = published(shared, tmp_path)
    return root, (day + datetime.timedelta(days=1)).isoformat()


def ids(root: Path) -> list[str]:
    stubs = stubs_in((root / PLACE).read_bytes()) if (root / PLACE).is_file() else ()
    assert stubs is not None
    return [stub.id for stub in stubs]


def test_it_shows_what_it_would_do_and_does_nothing(site: tuple[Path, str]) -> None:
    root, day = site
    before = fingerprint(root)
    result = portal(root, "tidy", "--today", day)
    assert result.returncode == 0
    assert f"案例 {NAMED}　公示期满，{day} 起隐去" in result.stdout
    assert f"案例 {WITHDRAWN}　已撤回，2024-09-04 起隐去" in result.stdout
    assert "没有改动任何文件" in result.stdout
    assert fingerprint(root) == before


def test_it_tells_which_other_files_name_the_party(site: tuple[Path, str]) -> None:
    """What was corrected of a case stays in the log, where the site hides it; the file goes on saying it."""
    root, day = site
    log = root / "content/corrections.yaml"
    log.write_text(f"# {PARTY}\n{log.read_text('utf-8')}", "utf-8")
    for more in ((), ("--write",)):
        told = portal(root, "tidy", "--today", day, *more).stderr
        assert told == f"别的文件里还写着“{PARTY}”，看看要不要改：content/corrections.yaml:1\n"


def test_the_page_stays_and_the_facts_are_nowhere(site: tuple[Path, str]) -> None:
    root, day = site
    assert portal(root, "build", "--production", "--today", day).returncode == 0
    before = fingerprint(root / "site")
    file = root / f"{CASES}/{NAMED}.yaml"
    shutil.copy(file, file.with_name(f".{file.name}.123.new"))
    assert portal(root, "tidy", "--write", "--today", day).returncode == 0
    assert not any((root / path).exists() for path in FILES)
    assert ids(root) == [NAMED, WITHDRAWN]
    assert portal(root, "build", "--production", "--today", day).returncode == 0
    assert fingerprint(root / "site") == before
    assert telling(root, PARTY, FACT, "滨河食品商店") == []
    kept = accepted.kept(root)
    assert kept is not None
    assert not [path for path, content in kept[1].items() if PARTY.encode() in content or path in FILES]
    # A correction still leads to the page of the case, and the id is not given again.
    assert portal(root, "check", "--today", day).returncode == 0
    assert "没有要清理的案例" in portal(root, "tidy", "--today", day).stdout
    for path in (root / CASES).iterdir():
        path.unlink()
    assert "2024-004.yaml" in portal(root, "new", "case", "--today", "2024-12-02").stdout


def test_a_refused_night_after_tidying_keeps_the_stub(site: tuple[Path, str]) -> None:
    root, day = site
    assert portal(root, "tidy", "--write", "--today", day).returncode == 0
    change(root, BROKEN, "title: ", "title：")
    result = portal(root, "build", "--production", "--today", day)
    assert result.returncode == 3, result.stderr
    assert telling(root / "site", PARTY, FACT) == []
    assert (root / f"site/cases/{WITHDRAWN}/index.html").is_file()


def test_a_kill_at_any_touch_of_the_disk_loses_no_id(site: tuple[Path, str], tmp_path: Path) -> None:
    root, day = site
    touch, killed = 0, True
    while killed:
        touch += 1 if EVERY_POINT or touch < 4 else 4
        copy = shutil.copytree(
            root, tmp_path / f"{touch}", ignore=shutil.ignore_patterns("site", "theme", "static")
        )
        killed = dying(touch, "--root", str(copy), "tidy", "--write", "--today", day).returncode == KILLED
        left = {path for path in FILES if (copy / path).exists()}
        assert {*ids(copy), *(Path(path).stem for path in left)} == {NAMED, WITHDRAWN}, touch
        assert all((copy / path).read_bytes() == (root / path).read_bytes() for path in left)
        assert accepted.kept(copy) is not None
        finished = portal(copy, "tidy", "--write", "--today", day)
        assert finished.returncode == 0, finished.stderr
        assert ids(copy) == [NAMED, WITHDRAWN]
        assert telling(copy, PARTY, FACT) == [], touch
    assert touch > 5


def test_a_file_that_was_left_over_stays_closed_and_goes_with_the_next_run(site: tuple[Path, str]) -> None:
    root, day = site
    file = root / f"{CASES}/{NAMED}.yaml"
    text = file.read_text("utf-8")
    assert portal(root, "tidy", "--write", "--today", day).returncode == 0
    # As if the run had been killed here; whatever the file says now, the case never opens again.
    file.write_text(text.replace("fine_yuan: 30000", "fine_yuan: 60000"), "utf-8")
    checked = portal(root, "check", "--today", day)
    assert "提醒 [REF-CLOSED-01] 案例 2024-002 已经清理过" in checked.stdout
    assert portal(root, "build", "--today", day).returncode == 0
    assert telling(root / "site", PARTY, FACT) == []
    assert portal(root, "tidy", "--write", "--today", day).returncode == 0
    assert not file.exists()
    assert ids(root) == [NAMED, WITHDRAWN]


def test_stubs_that_are_there_and_their_comments_stay(site: tuple[Path, str]) -> None:
    root, day = site
    before = (
        "# 我的说明\ncases:\n  # 最早的\n  - id: 2023-001\n    published_on: 2023-01-02\n"
        "    closed_on: 2023-05-06\n    reason: stopped\n"
    )
    (root / PLACE).write_text(before, "utf-8")
    assert portal(root, "tidy", "--write", "--today", day).returncode == 0
    assert (root / PLACE).read_text("utf-8").startswith(before)
    assert ids(root) == ["2023-001", NAMED, WITHDRAWN]


def test_a_broken_list_of_stubs_and_a_day_to_come_are_refused(site: tuple[Path, str]) -> None:
    root, day = site
    result = portal(root, "tidy", "--write", "--today", "2099-01-01")
    assert result.returncode == 1
    assert "还没有到" in result.stderr
    (root / PLACE).write_text("cases:\n  - id: 2023-001\n", "utf-8")
    before = fingerprint(root)
    result = portal(root, "tidy", "--write", "--today", day)
    assert result.returncode == 1
    assert f"{PLACE} 里有错，一件也没有清理" in result.stderr
    assert fingerprint(root) == before
