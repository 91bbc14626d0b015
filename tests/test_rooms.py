"""Data travels one way: a room imports only rooms that stand before it in the flow."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts/portal"
ALLOWED = {
    "source": set(),
    "records": {"source"},
    "reading": {"source", "records"},
    "quiz": {"source", "records"},
    "publication": {"source", "records", "quiz"},
    "rules": {"source", "records", "reading", "quiz", "publication"},
    "outcomes": {"source", "records", "publication"},
    "formats": {"source", "records"},
    "scaffolds": {"source", "records", "reading", "rules"},
    "charts": set(),
    "feeds": set(),
    "opendata": {"source", "records", "publication", "outcomes"},
    "media": {"records"},
    "search": {"records"},
    "paper": {"source", "records", "publication", "quiz"},
    "pages": {
        *("source", "records", "quiz", "publication", "outcomes"),
        *("charts", "feeds", "opendata", "media"),
    },
    "render": {
        "source",
        "records",
        "publication",
        "outcomes",
        "charts",
        "feeds",
        "opendata",
        "media",
        "pages",
    },
    "publish": {
        "source",
        "records",
        "reading",
        "rules",
        "publication",
        "outcomes",
        "pages",
        "render",
        "search",
    },
    "preview": {"source", "records", "reading", "rules", "publication", "outcomes", "pages", "render"},
    "bench": {"source", "records", "publication", "search"},
}
ROOMS = {path.stem for path in SCRIPTS.iterdir() if path.name != "__init__.py"}


def imports(source: str) -> set[str]:
    """Rooms of `portal` that a file with this text imports, however it says so."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            # `from portal import rules` names the room only behind the import.
            names |= {node.module or "."} | {f"{node.module or '.'}.{alias.name}" for alias in node.names}
    parts = [name.split(".") for name in names]
    return {part[1] for part in parts if part[0] == "portal" and len(part) > 1} & ROOMS


@pytest.mark.parametrize(
    "source",
    [
        "from portal.rules import check",
        "from portal.rules.engine import check",
        "from portal import __version__, rules",
        "import portal.rules.engine as engine",
        "def later():\n    from portal import rules as others",
    ],
)
def test_every_way_of_importing_a_room_is_seen(source: str) -> None:
    assert imports(source) == {"rules"}


def test_rooms_are_named_in_full() -> None:
    """A relative import would not be seen above."""
    relative = [
        file.name
        for file in SCRIPTS.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_imports_only_what_stands_before_it(room: str) -> None:
    wrong = {
        file.name: used
        for file in (SCRIPTS / room).rglob("*.py")
        if (used := imports(file.read_text("utf-8")) - ALLOWED[room] - {room})
    }
    assert wrong == {}


def test_no_file_is_too_long_to_say_one_thing() -> None:
    long = {f.name: n for f in SCRIPTS.rglob("*.py") if (n := len(f.read_text("utf-8").splitlines())) > 250}
    assert long == {}
