"""A new project from this one: the program, settings, laws and knowledge, without anything a bureau has published.

Figures, cases, practices and corrections are a bureau's own and stay behind, demonstration or not, and so
do the codes that were given to its site. The campaign and its units stay, for the new bureau to make its own. Articles
and risk cards come along as drafts: another bureau's signatures do not approve them here.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from portal.disk.private import passing
from portal.records import Site
from portal.reviewing.splicing import without_signatures
from portal.source import SourceFile

# Made by programs, in whatever folder they lie.
MADE = shutil.ignore_patterns("__pycache__", "*.egg-info", ".*_cache", ".*.[0-9]*.new")
# These belong to the project as a whole; deeper down the same names may be anything.
AT_TOP = shutil.ignore_patterns(
    ".git", ".venv", "site", ".site-*", "build", "dist", "printed", ".hypothesis", ".portal"
)
OWN = ("content/outcomes", "content/cases", "content/practices", "quizzes/spot-checks")
STUBS = "closed-cases.yaml"
CORRECTIONS = Path("content/corrections.yaml")
NO_CORRECTIONS = """# yaml-language-server: $schema=../site_config/schemas/corrections.schema.json
corrections: []
"""
CODES = ("site_domain", "division_code", "site_id_code", "icp_number", "police_number", "feed_ids")

Ignore = Callable[[str, list[str]], set[str]]


class Copied(NamedTuple):
    """How many files of the bureau's own were left out, and how many texts came along unsigned."""

    left_out: int
    unsigned: int


def empty_copy(root: Path, site: Site, target: Path) -> Copied:
    """Copy the project to `target`, which must not exist.

    Raises `FileExistsError`, or `OSError`; then nothing is there.
    """
    if target.exists():
        raise FileExistsError(target)
    texts = [*site.articles, *site.risks]
    target.parent.mkdir(parents=True, exist_ok=True)
    with passing(target.parent, f".{target.name}") as place:
        copy = place / target.name
        shutil.copytree(root, copy, ignore=_left_behind(root))
        _write(copy / CORRECTIONS, NO_CORRECTIONS)
        _write(copy / site.settings.path, without_codes(site.settings.file))
        for entry in texts:
            _write(copy / entry.path, without_signatures(entry.file))
        copy.rename(target)
    return Copied(sum(len(files) for name in OWN for _, _, files in os.walk(root / name)), len(texts))


def without_codes(file: SourceFile) -> str:
    """The text of `site.yaml` with an empty, commented line in the place of every code."""
    lines = list(file.lines)
    present = [code for code in CODES if (code,) in file.places.keys]
    # From the bottom up, so that the lines still to be replaced keep their numbers.
    for code in sorted(present, key=lambda code: file.key(code).line, reverse=True):
        lines[file.key(code).line - 1 : file.at(code).end_line] = [f"# {code}:"]
    return "\n".join(lines)


def _left_behind(root: Path) -> Ignore:
    emptied = {root / name for name in OWN}
    own = {root / "content": {STUBS}}

    def ignored(folder: str, names: list[str]) -> set[str]:
        if Path(folder) in emptied:
            return set(names)
        left = MADE(folder, names) | (own.get(Path(folder), set()) & set(names))
        return left | (AT_TOP(folder, names) if Path(folder) == root else set())

    return ignored


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
