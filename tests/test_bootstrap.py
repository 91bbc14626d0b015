"""The set-up: when it installs, and that lock files and documents match pyproject."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import bootstrap

ROOT = Path(bootstrap.__file__).parent.parent
LOCK_NAMES = list(bootstrap.LOCKS.values())
PROPERDOCS_LOCK = "tests/properdocs/requirements.lock"

PINNED = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^ ]+)( ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose environment looks finished from outside, but in which no pip can run."""
    for name in [*LOCK_NAMES, "pyproject.toml"]:
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    venv = tmp_path / ".venv"
    python = bootstrap.venv_python(venv)
    python.parent.mkdir(parents=True)
    python.touch()
    (venv / "pyvenv.cfg").write_text(f"home = {tmp_path}\nversion = 3.11.2\n", encoding="utf-8")
    return tmp_path


def finish(project: Path, profile: str) -> None:
    parts = {part: bootstrap.fingerprint(project, part) for part in bootstrap.PARTS[profile]}
    bootstrap.write_stamp(project / ".venv", parts)


@pytest.mark.parametrize(
    ("finished", "asked"), [("runtime", "runtime"), ("dev", "dev"), ("dev", "runtime")], ids=" for ".join
)
def test_finished_installation_is_left_alone(project: Path, finished: str, asked: str) -> None:
    finish(project, finished)
    before = sorted(project.rglob("*"))
    bootstrap.ensure_packages(project, asked)
    assert sorted(project.rglob("*")) == before


def test_development_tools_are_added_to_a_runtime_installation() -> None:
    assert bootstrap.remaining_work({"runtime": "1"}, {"runtime": "1", "dev": "2"}) == ["install"]


@pytest.mark.parametrize("installed", [{}, {"runtime": "0"}, {"runtime": "0", "dev": "2"}])
def test_unfinished_or_outdated_installation_starts_anew(installed: dict[str, str]) -> None:
    assert bootstrap.remaining_work(installed, {"runtime": "1", "dev": "2"}) == ["create", "install"]


@pytest.mark.parametrize("damage", ["not JSON", "[]", ""])
def test_damaged_stamp_vouches_for_nothing(project: Path, damage: str) -> None:
    (project / ".venv" / bootstrap.STAMP).write_text(damage, encoding="utf-8")
    assert bootstrap.read_stamp(project / ".venv") == {}


def test_environment_without_its_interpreter_is_not_usable(project: Path) -> None:
    venv = project / ".venv"
    assert bootstrap.is_usable(venv)
    bootstrap.venv_python(venv).unlink()
    assert not bootstrap.is_usable(venv)


def test_environment_of_a_removed_python_is_not_usable(project: Path) -> None:
    venv = project / ".venv"
    (venv / "pyvenv.cfg").write_text(f"home = {project / 'removed'}\n", encoding="utf-8")
    assert not bootstrap.is_usable(venv)


def test_changed_lock_or_dependency_changes_the_fingerprint_but_a_linter_setting_does_not(
    project: Path,
) -> None:
    original = bootstrap.fingerprint(project, "runtime")
    pyproject = project / "pyproject.toml"
    text = pyproject.read_text(encoding="utf-8")
    pyproject.write_text(text.replace("line-length = 110", "line-length = 90"), encoding="utf-8")
    assert bootstrap.fingerprint(project, "runtime") == original
    pyproject.write_text(text.replace('"click>=8.4"', '"click>=8.5"'), encoding="utf-8")
    assert bootstrap.fingerprint(project, "runtime") != original
    pyproject.write_text(text, encoding="utf-8")
    (project / "requirements.lock").write_text("", encoding="utf-8")
    assert bootstrap.fingerprint(project, "runtime") != original


@pytest.mark.parametrize("version", [(3, 9), (3, 10), (3, 15)])
def test_unsupported_python_is_refused_in_chinese(version: tuple[int, int]) -> None:
    with pytest.raises(bootstrap.SetupError, match=r"需要 Python 3\.11 至 3\.14"):
        bootstrap.check_python(version)


def test_supported_pythons_are_those_of_the_package() -> None:
    bootstrap.check_python(bootstrap.OLDEST_PYTHON)
    bootstrap.check_python(bootstrap.NEWEST_PYTHON)
    major, minor = bootstrap.NEWEST_PYTHON
    assert pyproject()["project"]["requires-python"] == f">=3.11,<{major}.{minor + 1}"
    assert bootstrap.OLDEST_PYTHON == (3, 11)


def test_an_old_python_can_read_the_script_far_enough_to_say_that_it_is_too_old() -> None:
    source = Path(bootstrap.__file__).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))


@pytest.mark.parametrize(
    ("said", "explained"),
    [
        ("Retrying ... NewConnectionError('...')\nERROR: No matching distribution found", "连不上软件源"),
        ("ERROR: No matching distribution found for numpy==2.4.6", "64 位"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "校验值不符"),
        ("something new", "pip 的输出"),
    ],
)
def test_pip_failure_is_explained(said: str, explained: str) -> None:
    assert explained in bootstrap.pip_failure(said)


@pytest.mark.parametrize("lock", [*LOCK_NAMES, PROPERDOCS_LOCK])
def test_lock_holds_pinned_packages_with_hashes_and_nothing_else(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    after_a_pin = False
    for line in (line for line in lines if not line.startswith("#")):
        pinned = PINNED.fullmatch(line) is not None
        assert HASH.fullmatch(line) if after_a_pin else pinned or HASH.fullmatch(line), line
        after_a_pin = pinned
    assert not after_a_pin
    assert lines[1].strip("# ") == "make lock"
    assert not [line for line in lines if line.startswith("#") and ("/" in line or "index" in line)]


def test_both_locks_hold_the_same_runtime_packages() -> None:
    runtime, dev = (set(locked(name).items()) for name in LOCK_NAMES)
    assert runtime < dev


def test_every_direct_dependency_is_locked() -> None:
    assert direct("runtime") <= locked("requirements.lock").keys()
    assert direct("runtime") | direct("dev") <= locked("requirements-dev.lock").keys()
    assert direct("properdocs") == locked(PROPERDOCS_LOCK).keys()


def test_every_direct_dependency_is_documented() -> None:
    text = (ROOT / "docs" / "third-party.md").read_text(encoding="utf-8")
    documented = {normalized(name) for name in re.findall(r"^\| ([\w.-]+) \|", text, re.MULTILINE)}
    groups = (direct("runtime"), direct("dev"), direct("properdocs"), packages_of_node().keys())
    assert documented - {"package"} == set().union(*groups)


def test_packages_of_node_are_locked_with_hashes_and_without_addresses() -> None:
    lock = json.loads((ROOT / "tests/js/package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert lock.pop("")["devDependencies"] == packages_of_node()
    assert {f"node_modules/{name}" for name in packages_of_node()} <= lock.keys()
    assert all(package["integrity"].startswith("sha512-") for package in lock.values())
    assert not any("resolved" in package for package in lock.values())


def packages_of_node() -> dict[str, str]:
    """Name → versions that may be taken, of what checks the theme's modules."""
    manifest = json.loads((ROOT / "tests/js/package.json").read_text(encoding="utf-8"))
    found: dict[str, str] = manifest["devDependencies"]
    return found


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def direct(profile: str) -> set[str]:
    """The packages that pyproject names: with the build backend for `runtime`, else those of the group alone."""
    groups = pyproject()["dependency-groups"]
    runtime = [*pyproject()["project"]["dependencies"], *groups["build"]]
    named: list[str] = runtime if profile == "runtime" else groups[profile]
    return {normalized(re.split("[<>=~! ]", requirement)[0]) for requirement in named}


def locked(lock: str) -> dict[str, str]:
    pins = map(PINNED.fullmatch, (ROOT / lock).read_text(encoding="utf-8").splitlines())
    return {pin["name"]: pin["version"] for pin in pins if pin}


def normalized(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()
