"""Two commands at once lose nothing, and a disk that is full leaves the project as it was."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest
import yaml
from tests.projects import environment, fingerprint, portal, small_project

from portal.reading import read

SITES = Path(__file__).parents[1] / "sites"
MONTH = "content/outcomes/2024-08.yaml"
DAY = ("--today", "2024-09-01")
QUESTION = ("new", "question", "--topic", "进货查验")

# Runs the command and stops it in the middle, when what it has written is to take its place: it says so, and goes on
# when its input ends. Python itself tells of each file that gets another name.
STOPPING = """
import sys
stopped = False
def look(event, arguments):
    global stopped
    if event in ("os.rename", "os.link") and "content" in str(arguments[0]) and not stopped:
        stopped = True
        print("in the middle", flush=True)
        sys.stdin.read()
sys.addaudithook(look)
from portal.cli import main
main()
"""
# The same with files that may hold a single byte: whatever the command writes is too much for the disk.
FULL = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1))
from portal.cli import main
main()
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[[str], Path]:
    def make(unit: str) -> Path:
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        for row in (
            [f"{unit}2024年8月统计表"],
            ["填报日期：2024-8-25"],
            ["内容", "计量单位", "数量"],
            ["出动执法人员", "人次", 96],
            ["检查餐饮服务单位", "户次", 82],
        ):
            page.append(row)
        path = tmp_path / f"{unit}.xlsx"
        book.save(path)
        return path

    return make


def importing(file: Path) -> Sequence[str]:
    return ("import", "outcomes", str(file), "--write", *DAY)


@contextmanager
def stopped(root: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The command in a process of its own, in the middle of its work."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", STOPPING, "--root", str(root), *arguments],
        env=environment(),
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "in the middle\n"
        try:
            yield process
        finally:
            process.kill()


def units(root: Path) -> list[str]:
    return [one["unit"] for one in yaml.safe_load((root / MONTH).read_text("utf-8"))["units"]]


def test_a_second_import_says_who_is_at_work_and_changes_nothing(
    project: Path, sheet: Callable[[str], Path]
) -> None:
    before = fingerprint(project / "content")
    with stopped(project, *importing(sheet("示例一所"))) as first:
        second = portal(project, *importing(sheet("示例二所")))
        assert second.returncode == 1
        assert f"portal import outcomes（进程 {first.pid}）正在写这个项目，没有改动任何文件" in second.stderr
        assert {path.name for path in (project / "content/outcomes").iterdir()} >= {
            f".2024-08.yaml.{first.pid}.new"
        }
        # What only shows something need not wait.
        assert portal(project, *importing(sheet("示例二所"))[:-3], *DAY).returncode == 0
        first.communicate("")
        assert first.returncode == 0
    assert portal(project, *importing(sheet("示例二所"))).returncode == 0
    assert units(project) == ["示例一所", "示例二所"]
    assert fingerprint(project / "content").keys() - before.keys() == {"outcomes/2024-08.yaml"}


def test_a_second_import_that_waits_adds_to_the_first(project: Path, sheet: Callable[[str], Path]) -> None:
    with (
        stopped(project, *importing(sheet("示例一所"))) as first,
        subprocess.Popen(
            [sys.executable, "-m", "portal", "--root", str(project), *importing(sheet("示例二所"))],
            env=environment(),
            stdout=subprocess.DEVNULL,
        ) as second,
    ):
        first.communicate("")
        assert (first.returncode, second.wait()) == (0, 0)
    assert units(project) == ["示例一所", "示例二所"]


def test_two_new_cases_have_two_numbers(project: Path) -> None:
    before = {path.name for path in (project / "content/cases/2024").iterdir()}
    with (
        stopped(project, "new", "case", *DAY) as first,
        subprocess.Popen(
            [sys.executable, "-m", "portal", "--root", str(project), "new", "case", *DAY],
            env=environment(),
            stdout=subprocess.DEVNULL,
        ) as second,
    ):
        first.communicate("")
        assert (first.returncode, second.wait()) == (0, 0)
    assert {path.name for path in (project / "content/cases/2024").iterdir()} - before == {
        "2024-005.yaml",
        "2024-006.yaml",
    }


def test_a_killed_import_holds_nothing_and_its_half_file_goes(
    project: Path, sheet: Callable[[str], Path]
) -> None:
    with stopped(project, *importing(sheet("示例一所"))) as first:
        first.kill()
        first.wait()
    assert list((project / "content/outcomes").glob(".*.new"))
    assert portal(project, *importing(sheet("示例二所"))).returncode == 0
    assert units(project) == ["示例二所"]
    assert not list((project / "content").rglob(".*.new"))


def test_an_editor_that_saves_in_between_loses_nothing(project: Path, sheet: Callable[[str], Path]) -> None:
    root, month = project, project / "content/outcomes/2024-06.yaml"
    before = month.read_text("utf-8")
    with stopped(root, "new", "case", *DAY) as first:
        # The lock is for our own commands: nobody is kept from editing.
        month.write_text(before + "# 我改的\n", "utf-8")
        first.communicate("")
    assert month.read_text("utf-8") == before + "# 我改的\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there disks cannot be made small")
@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "case", *DAY),
        ("new", "outcome", "--month", "2024-07", *DAY),
        ("new", "article", "--section", "public", "--id", "read-labels", *DAY),
        (*QUESTION, *DAY),
        ("review", "2024-004", "--as", "初审", "--by", "岗-01", "--today", "2024-12-01"),
        ("withdraw", "2024-001", "--reason", "处罚决定经复议撤销", *DAY),
        ("tidy", "--write"),
        ("paper", "freeze", *DAY),
        ("paper", "draw", "daily", "--form", "1", *DAY),
        ("schema",),
        ("import",),
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_a_full_disk_leaves_the_project_as_it_was(
    project: Path, sheet: Callable[[str], Path], arguments: tuple[str, ...]
) -> None:
    shutil.copytree(SITES / "papers", project, dirs_exist_ok=True)
    if arguments[:2] == ("new", "outcome"):
        (project / "content/outcomes/2024-07.yaml").unlink()
    if arguments[:2] == ("paper", "draw"):
        assert portal(project, "paper", "freeze", *DAY).returncode == 0
    if arguments == ("import",):
        arguments = tuple(importing(sheet("示例一所")))
    (project / ".portal").mkdir(exist_ok=True)
    (project / ".portal/.gitignore").write_text("*\n", "utf-8")
    before = fingerprint(project)
    result = subprocess.run(
        [sys.executable, "-c", FULL, "--root", str(project), *arguments],
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert fingerprint(project) == before
    assert result.returncode == 1, result.stdout
    assert "磁盘满了" in result.stderr
    assert "Traceback" not in result.stderr
    assert read(project).problems == ()
