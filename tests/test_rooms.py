"""Data travels one way: a room imports only rooms that stand before it in the flow."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts/portal"
ALLOWED = {
    "source": set(),
    "records": {"source"},
    "rules": {"source", "records"},
    "outcomes": {"source", "records"},
    "formats": {"source", "records"},
    "scaffolds": {"source", "records", "rules"},
    "pages": {"source", "records", "rules", "outcomes"},
    "render": {"source", "records", "rules", "outcomes", "pages"},
    "publish": {"source", "records", "rules", "outcomes", "pages", "render"},
    "preview": {"source", "records", "rules", "outcomes", "pages", "render"},
    "bench": {"source", "records", "rules"},
}


def imports(file: Path) -> set[str]:
    """Rooms of `portal` that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found |= {name.split(".")[1] for name in names if name.startswith("portal.")}
    return found


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_imports_only_what_stands_before_it(room: str) -> None:
    wrong = {
        file.name: used
        for file in (SCRIPTS / room).rglob("*.py")
        if (used := imports(file) - ALLOWED[room] - {room})
    }
    assert wrong == {}


def test_no_file_is_too_long_to_say_one_thing() -> None:
    long = {f.name: n for f in SCRIPTS.rglob("*.py") if (n := len(f.read_text("utf-8").splitlines())) > 250}
    assert long == {}
