"""What all tests share: sites that are built once for a whole run, and settings that hold for each of them.

Tests run in several processes. What takes seconds to make lies in the run's own folder and is made by the first
process that needs it, so that no test waits for a second copy.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from tests.projects import BASE, REPOSITORY, build, fill_in, made_once, portal, small_project

# The same examples every time, and none is failed for being slow.
settings.register_profile("portal", derandomize=True, deadline=None)
settings.load_profile("portal")

# A day on which all kinds of pages exist.
DAY = "2026-11-30"


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A folder that all processes of this run see."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if hasattr(request.config, "workerinput") else own


@pytest.fixture(scope="session")
def small(shared: Path) -> Path:
    """The small project with its built site. Every test sees this one, so none may change it."""

    def make(folder: Path) -> None:
        result = build(small_project(folder))
        assert result.returncode == 0, result.stderr

    return made_once(shared, "small", make) / "project"


@pytest.fixture(scope="session")
def formal(shared: Path) -> Path:
    """The small project with real names, formally published. Every test sees this one, so none may change it."""

    def make(folder: Path) -> None:
        result = build(fill_in(small_project(folder)), "--production")
        assert result.returncode == 0, result.stderr
        (folder / "said.txt").write_text(result.stdout, "utf-8")

    return made_once(shared, "formal", make) / "project"


@pytest.fixture(scope="session")
def whole_site(shared: Path) -> Path:
    """The product's own site, as `make build` makes it. Every test sees this one, so none may change it."""

    def make(folder: Path) -> None:
        result = portal(REPOSITORY, "build", "--today", DAY, "--site-dir", str(folder / BASE))
        assert result.returncode == 0, result.stderr

    return made_once(shared, "whole", make) / BASE


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A run in which every test was left out has tested nothing, and must not look like success."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.option.collectonly or reporter is None or session.exitstatus:
        return
    if not any(reporter.stats.get(outcome) for outcome in ("passed", "failed", "error")):
        session.exitstatus = pytest.ExitCode.NO_TESTS_COLLECTED
