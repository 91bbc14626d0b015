"""Which commit a project's files are of, read from `.git` itself: a machine that only builds need not have git.

Whether files were changed since is not looked at; the manifest says of which commit the content is "if known".
"""

from __future__ import annotations

import re
from pathlib import Path

COMMIT = re.compile(r"[0-9a-f]{40,64}")


def commit_of(root: Path) -> str:
    """The commit that is checked out in the project at `root`, empty where that cannot be told."""
    try:
        git = _git_folder(root)
        head = _said(git / "HEAD")
        found = _of_reference(git, head.removeprefix("ref: ")) if head.startswith("ref: ") else head
    except (OSError, UnicodeDecodeError):
        return ""
    return found if COMMIT.fullmatch(found) else ""


def _git_folder(root: Path) -> Path:
    """In a second work tree `.git` is a file that names the folder."""
    place = root / ".git"
    return root / _said(place).removeprefix("gitdir: ") if place.is_file() else place


def _of_reference(git: Path, name: str) -> str:
    """What the branch `name` points to: a file of its own, or a line in the list of packed ones."""
    shared = git / _said(git / "commondir") if (git / "commondir").is_file() else git
    for folder in (git, shared):
        if (folder / name).is_file():
            return _said(folder / name)
    packed = shared / "packed-refs"
    lines = packed.read_text("utf-8").splitlines() if packed.is_file() else []
    return next((line.split()[0] for line in lines if line.endswith(f" {name}")), "")


def _said(file: Path) -> str:
    return file.read_text("utf-8").strip()
