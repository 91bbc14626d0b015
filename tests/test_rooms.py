"""Data travels one way: a room imports only rooms that stand before it in the flow. No circle, no crumb."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts/portal"
ALLOWED = {
    "filetypes": set(),
    "static_kinds": set(),
    "disk": set(),
    "source": set(),
    "records": {"source"},
    "reading": {"source", "records"},
    "quiz": {"source", "records"},
    "spotcheck": {"disk", "source", "records", "reading", "quiz"},
    "publication": {"source", "records", "quiz"},
    "privacy": set(),
    "rules": {"static_kinds", "source", "records", "reading", "quiz", "publication", "privacy"},
    "outcomes": {"source", "records", "publication"},
    "formats": {"source", "records"},
    "reviewing": {"source", "records", "publication", "formats"},
    "migrating": {"source", "records", "publication", "formats", "reviewing"},
    "scaffolds": {"disk", "source", "records", "reading", "publication", "formats", "reviewing"},
    "charts": set(),
    "typesetting": set(),
    "feeds": {"filetypes"},
    "opendata": {"filetypes", "source", "records", "publication", "outcomes"},
    "media": {"records"},
    "search": {"source", "records"},
    "paper": {"source", "records", "publication", "quiz", "media"},
    "pages": {
        *("filetypes", "source", "records", "quiz", "spotcheck", "publication", "outcomes"),
        *("charts", "feeds", "opendata", "media", "typesetting"),
    },
    "closing": {"source", "records", "publication", "rules", "formats"},
    "render": {
        "disk",
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
        "disk",
        "filetypes",
        "privacy",
        "opendata",
        "source",
        "records",
        "reading",
        "rules",
        "publication",
        "closing",
        "outcomes",
        "pages",
        "render",
        "search",
    },
    "preview": {
        "filetypes",
        "static_kinds",
        "source",
        "records",
        "reading",
        "rules",
        "publication",
        "outcomes",
        "pages",
        "render",
    },
    "bench": {"source", "records", "publication", "search", "publish"},
}
ROOMS = {path.stem for path in SCRIPTS.iterdir() if path.name != "__init__.py"}
MODULES = {
    ".".join(path.relative_to(SCRIPTS.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in SCRIPTS.rglob("*.py")
}
# Shorter than this a file is a crumb, unless two others need what it says.
CRUMB = 30
# Started by name and imported by nobody; a rule for questions may be as short as its manual.
BY_THEMSELVES = ("__main__.py", "mkdocs_hook.py", "cli/", "rules/items/")
# Crumbs that will be folded into what they serve: no others may join them.
TO_BE_FOLDED: set[str] = set()


def imported(source: str) -> set[str]:
    """What a file with this text imports, however it says so: modules of `portal`, or names in them."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            # `from portal import rules` names the room only behind the import.
            names |= {f"{node.module or '.'}.{alias.name}" for alias in node.names}
    return {name for name in names if name.startswith("portal.")}


def imports(source: str) -> set[str]:
    """Rooms of `portal` that a file with this text imports."""
    return {name.split(".")[1] for name in imported(source)} & ROOMS


def imported_modules() -> dict[str, set[str]]:
    """The modules that each module imports; a name of a module counts for the module, for type checkers too."""
    graph = {}
    for module, path in MODULES.items():
        names = imported(path.read_text("utf-8"))
        graph[module] = {name if name in MODULES else name.rpartition(".")[0] for name in names} - {module}
    return graph


def circle_in(graph: Mapping[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as failure:
        found: list[str] = failure.args[1]
        return found
    return []


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


def test_no_file_waits_for_itself() -> None:
    assert circle_in(imported_modules()) == []


def test_no_room_waits_for_itself() -> None:
    rooms: dict[str, set[str]] = {}
    for module, names in imported_modules().items():
        room, *_ = module.split(".")[1:] or [""]
        rooms.setdefault(room, set()).update(name.split(".")[1] for name in names if "." in name)
    assert circle_in({room: used - {room} for room, used in rooms.items()}) == []


def test_no_file_is_a_crumb() -> None:
    """A file that says less than a screen and serves one other file belongs into that one."""
    importers = Counter(name for names in imported_modules().values() for name in names)
    crumbs = {
        path.relative_to(SCRIPTS).as_posix()
        for module, path in MODULES.items()
        if path.name != "__init__.py"
        and len(path.read_text("utf-8").splitlines()) < CRUMB
        and importers[module] < 2
    }
    assert {name for name in crumbs if not name.startswith(BY_THEMSELVES)} == TO_BE_FOLDED


def test_no_file_is_too_long_to_say_one_thing() -> None:
    long = {f.name: n for f in SCRIPTS.rglob("*.py") if (n := len(f.read_text("utf-8").splitlines())) > 250}
    assert long == {}
