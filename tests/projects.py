"""Whole projects for tests: copies of `tests/sites/small` with the product's own theme and templates."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path

from tests.warm import CAN_COPY, Warm

from portal.migrating.signatures import migrate_signatures
from portal.reading.project import read

REPOSITORY = Path(__file__).parents[1]
SMALL = REPOSITORY / "tests/sites/small"
TODAY = "2024-12-01"
# `make prove` tries every point of what `make test` samples.
EVERY_POINT = os.environ.get("PORTAL_PROVE", "0") != "0"
# The path below which sites lie in use, and in tests.
BASE = "food-safety/"
SHARED = (
    "site_config/templates",
    "site_config/theme",
    "site_config/static",
    "mkdocs.yml",
    "scripts/portal/mkdocs_hook.py",
)


def small_project(folder: Path) -> Path:
    """A complete project in `folder` that a command can be run on."""
    root = folder / "project"
    shutil.copytree(SMALL, root)
    for name in SHARED:
        source, target = REPOSITORY / name, root / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return root


def fill_in(root: Path) -> Path:
    """Make a project real, as a bureau does before it publishes: names, address, nothing marked as invented."""
    results = (root / "quizzes").glob("spot-checks/*.yaml")
    for file in (*sorted((root / "content").rglob("*.*")), *results, root / "site_config/site.yaml"):
        text = re.sub(r"(?m)^ *demo(_units)?: true\n", "", file.read_text("utf-8")).replace("示例", "滨河")
        text = text.replace("example.invalid", "www.binhe.gov.cn")
        file.write_text(text, "utf-8")
    return signed_anew(root)


def signed_anew(root: Path) -> Path:
    """Sign the texts as they are now by the same people, whatever of them a test changed."""
    for file in sorted((root / "content").rglob("*.*")):
        file.write_text(re.sub(r"\n +digest: .*", "", file.read_text("utf-8")), "utf-8")
    site = read(root).site
    assert site is not None
    for path, text in migrate_signatures(site).items():
        (root / path).write_text(text, "utf-8")
    return root


def portal(
    root: Path,
    *arguments: str,
    cwd: Path | None = None,
    before: Callable[[], None] | None = None,
    anew: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does; `before` is called in the new process first.

    `anew` is a process that shares nothing with others, the seed of its hashes neither.
    """
    typed = ["--root", str(root), *arguments]
    if CAN_COPY and not (before or anew):
        return waiting().run(typed, cwd, environment())
    return subprocess.run(
        [sys.executable, "-m", "portal", *typed],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(),
        check=False,
        cwd=cwd,
        preexec_fn=before,
    )


@cache
def waiting() -> Warm:
    """The process that commands are copied from; it ends with this one."""
    return Warm(environment())


def environment(**more: str) -> dict[str, str]:
    return (
        os.environ
        | {"PYTHONPATH": str(REPOSITORY / "scripts"), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
        | more
    )


def build(
    root: Path,
    *arguments: str,
    cwd: Path | None = None,
    before: Callable[[], None] | None = None,
    anew: bool = False,
) -> subprocess.CompletedProcess[str]:
    return portal(root, "build", "--today", TODAY, *arguments, cwd=cwd, before=before, anew=anew)


def made_once(shared: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name` that `make` fills, made by the first process that asks; the others wait for it."""
    folder, unfinished = shared / name, shared / f"{name}.unfinished"
    # The lock of a database is the only one in the standard library that works on every system.
    with closing(sqlite3.connect(shared / f"{name}.lock", timeout=600, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        if not folder.exists():
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(folder)
    return folder


# Who is at work, and a word to git: they come and go with every command, whatever it does.
OF_EVERY_RUN = {".portal/lock", ".portal/.gitignore"}


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below `folder` with the hash of its bytes, but for those `OF_EVERY_RUN`."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).as_posix() not in OF_EVERY_RUN
    }
