"""A new project from this one: the program, settings, laws and knowledge, without demonstration records.

Knows which files hold only demonstration records; the campaign and its units stay, for the bureau
to make their own.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from portal.records import Site

LEFT_BEHIND = shutil.ignore_patterns(
    ".git", ".venv", "site", ".site-*", "build", "__pycache__", "*.egg-info", ".*_cache", ".hypothesis"
)
NO_CORRECTIONS = """# yaml-language-server: $schema=../site_config/schemas/corrections.schema.json
corrections: []
"""


def empty_copy(root: Path, site: Site, target: Path) -> int:
    """Copy the project to `target`, which must not exist; returns how many demonstration files were left out.

    Raises `FileExistsError`, or `OSError` after taking away what was copied so far.
    """
    if target.exists():
        raise FileExistsError(target)
    try:
        shutil.copytree(root, target, ignore=LEFT_BEHIND)
        demonstration = sorted(set(demo_files(site)))
        for path in demonstration:
            (target / path).unlink()
        if any(entry.record.demo for entry in site.corrections):
            (target / "content/corrections.yaml").write_text(NO_CORRECTIONS, encoding="utf-8", newline="\n")
    except OSError:
        shutil.rmtree(target, ignore_errors=True)
        raise
    return len(demonstration)


def demo_files(site: Site) -> Iterator[str]:
    """Files that hold one demonstration record each."""
    for entries in (site.outcomes, site.cases, site.practices):
        yield from (entry.path for entry in entries if entry.record.demo)
