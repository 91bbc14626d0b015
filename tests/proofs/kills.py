"""A build that is killed at any point leaves the old site or the new one, whole; twenty points by `make prove`.

The tests run the same at two points. Each point: the site that a reader meets is one of the two, `portal verify`
finds it in order, and the next build takes away what was left and gives the new one.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.projects import (
    TODAY,
    build,
    environment,
    fill_in,
    fingerprint,
    portal,
    small_project,
    waiting,
)
from tests.warm import CAN_COPY

LATER = "2024-12-02"
POINTS = 20
KILLED = -9


@dataclass(frozen=True)
class Course:
    """How a build runs that nobody kills: the sites before and after it, and its touches of the disk."""

    old: dict[str, str]
    new: dict[str, str]
    touches: int
    exchange: int


def course(project: Path, folder: Path) -> Course:
    """Run a copy of the published `project` in `folder` to its end."""
    old = fingerprint(project / "site")
    root = shutil.copytree(project, folder / "undisturbed")
    result = killing(root, 0)
    assert result.returncode == 0, result.stderr
    said = json.loads(result.stdout.splitlines()[-1])
    return Course(old, fingerprint(root / "site"), said["touches"], said["exchange"])


def killing(root: Path, touch: int) -> subprocess.CompletedProcess[str]:
    """A build that dies at its touch number `touch` of the disk; 0 is none."""
    return dying(touch, "--root", str(root), "build", "--production", "--today", LATER)


def dying(touch: int, *typed: str) -> subprocess.CompletedProcess[str]:
    """Any command that dies so; `typed` is what stands after `portal`."""
    if CAN_COPY:
        return waiting().run([*typed], None, environment(), dying=touch)
    repository = str(Path(__file__).parents[2])
    more = f"import sys; from tests.proofs.dying import run; run({touch})"
    path = f"{repository}/scripts:{repository}"
    return subprocess.run(
        [sys.executable, "-c", more, *typed],
        capture_output=True,
        text=True,
        check=False,
        env=environment(PYTHONPATH=path),
        cwd=repository,
    )


def killed(project: Path, folder: Path, course: Course, touch: int) -> str:
    """Kill a build of a copy of `project` at `touch`; which site was left, after looking at all that is promised."""
    root = shutil.copytree(project, folder / f"killed-{touch}")
    result = killing(root, touch)
    assert result.returncode == KILLED, (touch, result.returncode, result.stderr)
    left = fingerprint(root / "site")
    assert left in (course.old, course.new), touch
    verified = portal(root, "verify")
    assert verified.returncode == 0, (touch, verified.stdout)
    again = build(root, "--production", "--today", LATER)
    assert again.returncode == 0, (touch, again.stderr)
    assert fingerprint(root / "site") == course.new, touch
    assert list(root.glob(".site-*")) == [], touch
    shutil.rmtree(root)
    return "旧的" if left == course.old else "新的"


def points(course: Course) -> Iterator[int]:
    """Spread over the whole build, and closely around the change of places."""
    near = range(course.exchange - 2, course.exchange + 4)
    spread = POINTS - len(near)
    yield from sorted(
        {*near, *(1 + number * (course.touches - 1) // (spread - 1) for number in range(spread))}
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        project = fill_in(small_project(folder))
        assert build(project, "--production", "--today", TODAY).returncode == 0
        run = course(project, folder)
        print(f"一次生成动磁盘 {run.touches} 次，第 {run.exchange} 次是换上新网站", flush=True)
        for touch in points(run):
            print(f"  在第 {touch} 次断电：留下{killed(project, folder, run, touch)}网站，完整", flush=True)


if __name__ == "__main__":
    main()
