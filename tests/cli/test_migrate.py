"""`portal migrate`: an old project in the terminal, shown first, changed whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import fingerprint, portal, small_project

PUBLICITY = "site_config/publicity.yaml"
CASE = "content/cases/2024/2024-002.yaml"
ADDED = "disclosed_on: 2024-08-20  # 迁移：照发布日期填的，请对照公示系统核对"
OLD = """\
publish_within_working_days: 20
withdraw_within_working_days: 3
short_months: 3
long_months: 36
thresholds:
  - effective: 2022-07-01
    until: 2027-06-30
    person_yuan: 5000
    organisation_yuan: 50000
    source: 市里的标准
    certainty: secondary
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The small site as the version before left it, one case saved by a Windows editor."""
    root = small_project(tmp_path)
    (root / PUBLICITY).write_text(OLD, "utf-8")
    case = (root / CASE).read_text("utf-8").replace("  disclosed_on: 2024-08-20\n", "")
    (root / CASE).write_bytes(b"\xef\xbb\xbf" + case.replace("\n", "\r\n").encode())
    return root


def test_the_check_names_the_command(old: Path) -> None:
    said = portal(old, "check")
    assert said.returncode == 1
    assert "没有“short_months”这一项" in said.stdout
    assert "运行 portal migrate，先看会怎样改，再加 --write 写入" in said.stdout
    assert "texts" not in said.stdout


def test_shown_first_then_written_then_nothing_is_left(old: Path) -> None:
    before = fingerprint(old)
    shown = portal(old, "migrate")
    assert shown.returncode == 0
    assert f"+  {ADDED}" in shown.stdout
    assert "要改 2 个文件" in shown.stdout
    assert fingerprint(old) == before
    written = portal(old, "migrate", "--write")
    assert "已改 2 个文件" in written.stdout
    case = (old / CASE).read_bytes()
    assert case.startswith(b"\xef\xbb\xbf#")
    assert ADDED.encode() + b"\r\n" in case
    assert case.count(b"\n") == case.count(b"\r\n")
    checked = portal(old, "check", "--today", "2024-12-01")
    assert (checked.returncode, "0 个错误" in checked.stdout) == (0, True)
    assert portal(old, "migrate", "--write").stdout == "没有要改的文件：都是现在的写法。\n"


def test_a_broken_file_stops_everything(old: Path) -> None:
    (old / CASE).write_text("decision: [", "utf-8")
    before = fingerprint(old)
    refused = portal(old, "migrate", "--write")
    assert refused.returncode == 1
    assert refused.stderr == (f"错误：{CASE} 读不出来，没有改动任何文件。先改好：portal check {CASE}\n")
    assert fingerprint(old) == before
