"""A project to run commands on: the product's own content without the pages' templates."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from portal.cli import portal

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder of its own that a test may change."""
    unused = shutil.ignore_patterns("theme", "static", "*.html.j2")
    for name in ("content", "quizzes", "site_config"):
        shutil.copytree(REPOSITORY / name, tmp_path / name, ignore=unused)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.fixture
def run(content: Path) -> Callable[..., Result]:
    """Runs `portal` on that folder."""
    return lambda *arguments: CliRunner().invoke(portal, ["--root", str(content), *map(str, arguments)])
