"""A small site with a bank for papers, and papers of it."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

from tests.projects import REPOSITORY, SMALL

from portal.pages.templates import FOLDER, environment
from portal.paper.paper import Paper, compose
from portal.quiz.versions import BankVersion, current
from portal.reading import read
from portal.records import Site

PAPERS = REPOSITORY / "tests/sites/papers"
TODAY = datetime.date(2024, 12, 1)
TEMPLATES = environment(REPOSITORY / FOLDER)


def copied(root: Path) -> Path:
    """The site's files, for a test that changes them."""
    shutil.copytree(SMALL, root)
    shutil.copytree(PAPERS, root, dirs_exist_ok=True)
    return root


def site_at(root: Path) -> Site:
    site = read(root).site
    assert site
    return site


def made(site: Site, form: int = 1, version: BankVersion | None = None) -> Paper:
    version = version or current(site)
    blueprint = version.blueprint("daily")
    assert blueprint
    return compose(site, version, blueprint, form, TODAY)
