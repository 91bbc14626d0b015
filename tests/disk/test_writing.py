"""A file is written whole or not at all, on a full disk too; only one module writes what people keep."""

from __future__ import annotations

import ast
import errno
import subprocess
import sys
from pathlib import Path

import pytest
from tests.projects import environment

from portal.disk.refusing import reason, refused
from portal.disk.writing import create_whole, put_all, write_whole

SCRIPTS = Path(__file__).parents[2] / "scripts/portal"
# These write in a folder that becomes visible as a whole, or is taken away.
IN_A_FOLDER_OF_THEIR_OWN = {
    *("publish/compressing.py", "publish/markdown_tree.py", "publish/searching.py", "publish/staging.py"),
    *(
        "publish/falling_back.py",
        "publish/masking.py",
        "publish/accepted.py",
        "publish/lasting.py",
        "scaffolds/empty_site.py",
    ),
    "render/pages.py",
}
# So small a file must be enough for everybody.
LIMIT = 1000
FULL = f"""
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_FSIZE, ({LIMIT}, {LIMIT}))
from portal.disk.writing import create_whole, put_all, write_whole
try:
    {{}}
except OSError as failure:
    sys.exit(7)
"""


def on_a_full_disk(folder: Path, does: str) -> int:
    """How a process ends that cannot write files of more than `LIMIT` bytes."""
    return subprocess.run(
        [sys.executable, "-c", FULL.format(does)], cwd=folder, env=environment(), check=False
    ).returncode


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.skipif(sys.platform == "win32", reason="there disks cannot be made small")
@pytest.mark.parametrize(
    "does",
    [
        "write_whole(Path('old.yaml'), b'n' * 2000)",
        "write_whole(Path('new.yaml'), b'n' * 2000)",
        "create_whole(Path('new.yaml'), b'n' * 2000)",
        "put_all({Path('old.yaml'): b'new', Path('new.yaml'): b'n' * 2000})",
        "put_all({Path('new.yaml'): b'n' * 2000, Path('old.yaml'): b'new'})",
    ],
)
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, does: str) -> None:
    (tmp_path / "old.yaml").write_text("old", "utf-8")
    assert on_a_full_disk(tmp_path, does) == 7
    assert names(tmp_path) == ["old.yaml"]
    assert (tmp_path / "old.yaml").read_text("utf-8") == "old"


def test_nothing_else_in_the_product_writes_files() -> None:
    """A new place that writes goes by way of `write_whole`, or says here why it need not."""
    writers = {
        file.relative_to(SCRIPTS).as_posix()
        for file in SCRIPTS.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and writes(node)
    }
    assert {name for name in writers if not name.startswith("bench/")} - IN_A_FOLDER_OF_THEIR_OWN == {
        "disk/writing.py"
    }


def writes(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    given = (*call.args, *(word.value for word in call.keywords))
    modes = [str(one.value) for one in given if isinstance(one, ast.Constant)]
    opens = name in ("open", "fdopen") and any(
        set("wxa") & set(mode) and set(mode) <= set("wxabt+") for mode in modes
    )
    return opens or name in ("write_text", "write_bytes", "copytree", "copyfile", "copy2")


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    create_whole(tmp_path / "2026/a.yaml", b"mine")
    with pytest.raises(FileExistsError):
        create_whole(tmp_path / "2026/a.yaml", b"other")
    (tmp_path / "link").symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        create_whole(tmp_path / "link", b"other")
    assert (tmp_path / "2026/a.yaml").read_bytes() == b"mine"
    assert names(tmp_path) == ["2026", "2026/a.yaml", "link"]


def test_who_may_read_a_file_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    put_all({path: b"newer"})
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"newer", 0o640)


def test_what_the_disk_refused_in_words() -> None:
    full, closed = OSError(errno.ENOSPC, "No space left"), PermissionError(errno.EACCES, "denied", "a.yaml")
    assert (reason(full), reason(closed)) == ("磁盘满了，清出空间后重新运行", "没有权限")
    assert refused(full).startswith("磁盘满了")
    assert refused(closed) == "没有权限读写文件：a.yaml"
