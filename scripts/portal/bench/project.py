"""A throw-away copy of the project that holds many more cases."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

from portal.bench.cases import invented_cases
from portal.records import Site

COPIED = ("content", "quizzes", "site_config")
SETTINGS = "mkdocs.yml"


def copy_with_cases(root: Path, site: Site, count: int, today: datetime.date, into: Path) -> None:
    """Copy the project at `root`, which holds `site`, to `into` and add `count` invented cases."""
    into.mkdir()
    for folder in COPIED:
        if (root / folder).is_dir():
            shutil.copytree(root / folder, into / folder)
    shutil.copyfile(root / SETTINGS, into / SETTINGS)
    for path, text in invented_cases(site, count, today):
        file = into / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
