"""Tests stand where what they test stands: `docs/architecture.md` says what mirrors what, this keeps it so."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.test_rooms import MODULES, SCRIPTS, imported

from portal.cli import COMMANDS

TESTS = Path(__file__).parent
# Whole sites, pages as browsers show them, what other tools check: these belong to no single room.
OF_NO_ROOM = {"browser", "cases", "golden", "js", "properdocs", "proofs", "sites"}
ROOMS = sorted(path.name for path in SCRIPTS.iterdir() if path.is_dir() and path.name != "__pycache__")
# What these do is seen when a command runs: their tests start the program and look at what it leaves.
AS_PROGRAMS = {"cli", "bench", "publish", "scaffolds"}
# Seen on the pages and in the files that are made of it.
THROUGH = {"opendata": "pages"}
# A type and a function that does nothing.
NOTHING_TO_TEST = {"portal.source.progress"}


def text_of(module: str) -> str:
    return MODULES[module].read_text("utf-8")


def reached(names: Iterable[str], room: str) -> set[str]:
    """The modules of a room that importing `names` loads, by imports inside the room."""
    inside = f"portal.{room}"
    found: set[str] = set()
    waiting = {name for name in names if name.startswith(inside)}
    while waiting:
        name = waiting.pop()
        module = name if name in MODULES else name.rpartition(".")[0]
        if module in MODULES and module not in found:
            found.add(module)
            below = imported(text_of(module))
            waiting |= {one for one in (*below, module.rpartition(".")[0]) if one.startswith(inside)}
    return found


@pytest.mark.parametrize("room", [room for room in ROOMS if room not in AS_PROGRAMS])
def test_the_tests_of_a_room_reach_each_of_its_modules(room: str) -> None:
    files = [file for name in {room, THROUGH.get(room, room)} for file in (TESTS / name).rglob("*.py")]
    names = {name for file in files for name in imported(file.read_text("utf-8"))}
    if room in THROUGH:
        names |= {name for module in reached(names, THROUGH[room]) for name in imported(text_of(module))}
    inside = {name for name in MODULES if name.startswith(f"portal.{room}.")}
    assert inside - reached(names, room) - NOTHING_TO_TEST == set()


def test_every_command_is_started_by_a_test() -> None:
    texts = [(TESTS.parent / "README.md").read_text("utf-8")]
    texts += [file.read_text("utf-8") for file in TESTS.rglob("*.py")]
    spoken = {
        name for name in COMMANDS if any(f'"{name}"' in text or f"portal {name}" in text for text in texts)
    }
    assert spoken == {*COMMANDS}


def test_every_folder_of_tests_has_a_room() -> None:
    folders = {path.name for path in TESTS.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders - OF_NO_ROOM <= {*ROOMS}
