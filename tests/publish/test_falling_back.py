"""A refused night: what must go goes, from the last accepted files with today's date, and nothing new comes."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest
from tests.named_case import BROKEN, CASES, FACT, NAMED, PARTY, change, published, telling
from tests.projects import environment, fingerprint, portal, signed_anew, small_project

from portal.disk.private import FOLDER
from portal.publish import accepted

ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture
def yesterday(shared: Path, tmp_path: Path) -> tuple[Path, datetime.date]:
    return published(shared, tmp_path)


def nightly(root: Path, day: datetime.date) -> subprocess.CompletedProcess[str]:
    return portal(root, "build", "--production", "--today", day.isoformat())


def test_a_period_ends_although_another_file_is_broken(yesterday: tuple[Path, datetime.date]) -> None:
    root, day = yesterday
    assert telling(root / "site", PARTY)
    change(root, BROKEN, "title: ", "title：")
    # What a killed command was writing is no change that waits.
    (root / f"{CASES}/.2024-001.yaml.123.new").write_text("id: ", "utf-8")
    result = nightly(root, day + ONE_DAY)
    assert result.returncode == 3, result.stderr
    assert f"{BROKEN}:3:6: 错误 [YAML-WIDE-COLON]" in result.stderr
    assert f"改用 {day} 通过的内容" in result.stderr
    assert f"这次隐去：案例 1 条（{NAMED}）" in result.stderr
    assert f"等着上网的改动：1 个文件（{BROKEN}）" in result.stderr
    assert f"内容是 {day} 的" in result.stdout
    assert telling(root / "site", PARTY, FACT) == []
    assert "公示已经停止" in (root / f"site/cases/{NAMED}/index.html").read_text("utf-8")
    assert (root / "site/cases/2024-001/index.html").is_file()
    assert portal(root, "verify", str(root / "site")).returncode == 0
    # The next night the file is mended, and everything is as written again.
    change(root, BROKEN, "title：", "title: ")
    assert nightly(root, day + 2 * ONE_DAY).returncode == 0


def test_what_ends_in_todays_files_ends(yesterday: tuple[Path, datetime.date]) -> None:
    """In a file that has mistakes itself, with a reason that must not be published; and it stays so."""
    root, day = yesterday
    change(root, f"{CASES}/{NAMED}.yaml", "focus: 重点环节", "focus: 重点环结")
    file = root / f"{CASES}/{NAMED}.yaml"
    withdrawal = f"withdrawal:\n  on: {day}\n  reason: {PARTY}的决定经复议撤销\n"
    file.write_text(file.read_text("utf-8") + withdrawal, "utf-8")
    result = nightly(root, day)
    assert result.returncode == 3, result.stderr
    assert f"今天的文件里写的撤回、停止公示，一起算了：案例 1 条（{NAMED}）" in result.stderr
    assert telling(root / "site", PARTY, FACT) == []
    assert "原处罚信息撤回" in (root / f"site/cases/{NAMED}/index.html").read_text("utf-8")
    file.write_bytes(b"\xff\xfe\x00")
    assert nightly(root, day).returncode == 3
    assert telling(root / "site", PARTY, FACT) == []


def test_a_broken_template_is_no_reason_to_stay_public(yesterday: tuple[Path, datetime.date]) -> None:
    root, day = yesterday
    change(
        root, "site_config/templates/case.html.j2", "{% block content %}", "{% block content %}{{ nothing }}"
    )
    result = nightly(root, day + ONE_DAY)
    assert result.returncode == 3, result.stderr
    assert "页面模板有错（site_config/templates/case.html.j2" in result.stderr
    assert telling(root / "site", PARTY, FACT) == []


def test_nothing_new_comes_but_what_was_accepted_for_that_day(shared: Path, tmp_path: Path) -> None:
    """Two records were to appear on the same day; of one the day was taken back since."""
    root, day = published(shared, tmp_path)
    tomorrow = day + ONE_DAY
    old = (root / BROKEN).read_text("utf-8")
    for number in ("2024-005", "2024-006"):
        new = old.replace("2024-001", number).replace("published_on: 2024-07-24", f"published_on: {tomorrow}")
        (root / f"{CASES}/{number}.yaml").write_text(new.replace("便利店", f"{number}店"), "utf-8")
    signed_anew(root)
    assert nightly(root, day).returncode == 0
    change(root, f"{CASES}/2024-006.yaml", "published_on:", "# published_on:")
    change(root, BROKEN, "title: ", "title：")
    result = nightly(root, tomorrow)
    assert result.returncode == 3, result.stderr
    assert telling(root / "site", "2024-005")
    assert telling(root / "site", "2024-006", "2024-004", "某摊主") == []


def test_without_anything_kept_nothing_is_published(yesterday: tuple[Path, datetime.date]) -> None:
    root, day = yesterday
    before = fingerprint(root / "site")
    (root / ".portal/accepted.zip").write_bytes(b"PK damaged")
    change(root, BROKEN, "title: ", "title：")
    result = nightly(root, day + ONE_DAY)
    assert result.returncode == 1
    assert "没有留底可用" in result.stderr
    assert fingerprint(root / "site") == before


def test_a_build_that_is_no_publication_never_falls_back(yesterday: tuple[Path, datetime.date]) -> None:
    root, day = yesterday
    before = fingerprint(root / "site")
    change(root, BROKEN, "title: ", "title：")
    result = portal(root, "build", "--today", f"{day + ONE_DAY}")
    assert result.returncode == 1
    assert "没有生成网站；原来的网站没有改动" in result.stderr
    assert fingerprint(root / "site") == before


def test_a_kill_while_the_input_is_written_leaves_the_old_one(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    day = datetime.date(2024, 12, 1)
    assert accepted.keep(root, day, accepted.signatures(root))
    before = accepted.kept(root)
    more = "from pathlib import Path; from datetime import date; from portal.publish.accepted import write\n"
    more += "while True: write(Path('.'), date(2025, 1, 1), {'content/x': bytes(range(256)) * 200_000})"
    folder = root / FOLDER
    with subprocess.Popen([sys.executable, "-c", more], cwd=root, env=environment()) as process:
        while process.poll() is None and not list(folder.glob("*.new")):
            pass
        process.kill()
    found = accepted.kept(root)
    assert found == before or (found is not None and found[0].year == 2025)
    assert accepted.keep(root, day, accepted.signatures(root))
    assert accepted.kept(root) == before
    assert sorted(file.name for file in folder.iterdir()) == [".gitignore", "accepted.zip"]


def test_what_a_killed_night_has_unpacked_is_taken_away(yesterday: tuple[Path, datetime.date]) -> None:
    root, day = yesterday
    change(root, BROKEN, "title: ", "title：")
    run = [sys.executable, "-m", "portal", "--root", str(root), "build", "--production"]
    folder = root / FOLDER
    before = fingerprint(root / "site")
    with subprocess.Popen(
        [*run, "--today", f"{day + ONE_DAY}"], env=environment(), stderr=subprocess.DEVNULL
    ) as process:
        while process.poll() is None and not list(folder.glob("unpacked.*/content")):
            pass
        process.kill()
    assert list(folder.glob("unpacked.*"))
    assert fingerprint(root / "site") == before
    assert nightly(root, day + ONE_DAY).returncode == 3
    assert sorted(file.name for file in folder.iterdir()) == [".gitignore", "accepted.zip", "lock"]


def test_only_the_owner_may_read_it_and_git_ignores_it(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    accepted.keep(root, datetime.date(2024, 12, 1), accepted.signatures(root))
    file = root / ".portal/accepted.zip"
    assert file.stat().st_mode & 0o077 == 0
    assert (root / ".portal/.gitignore").read_text("utf-8") == "*\n"


def test_what_was_changed_while_it_was_built_is_not_kept(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    before = accepted.signatures(root)
    (root / "content/glossary.yaml").write_text("terms: []\n", "utf-8")
    assert not accepted.keep(root, datetime.date(2024, 12, 1), before)
    assert accepted.kept(root) is None
