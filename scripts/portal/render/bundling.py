"""Few files in place of many modules: what a page needs comes in two or three requests, and compresses better.

What pages ask for by name, or scripts on demand, keeps its name and takes in what nobody else needs. What several
of them need lies in a file for the quiz, one for the search, one for all others. With the quiz's lie those of its pages
that are small. Each module stays a function of its own, so that names in two of them never meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

from portal.render.modules import Module, read_modules

EVERY_PAGE = "page"  # asked for by the frame, and imported by others
SHARED = "shared"
FAMILIES = ("quiz", "search")
# Asked for by pages of the quiz, and small: two kilobytes less in all than files of their own, and one visit fetches what
# the next page needs. Only what does nothing on a page without its element or its fields may stand here.
TOGETHER = frozenset(("quiz-choices", "quiz-history", "quiz-mine", "quiz-practice"))


@dataclass(frozen=True)
class Bundles:
    """`files` by name; `needs` says of each that can be asked for which files it is made of, itself last."""

    files: Mapping[str, str]
    needs: Mapping[str, tuple[str, ...]]


def bundled(scripts: Mapping[str, str]) -> Bundles:
    """Modules by name → files. Raises `ValueError` where modules import each other in a circle, or as `read_modules`."""
    modules = read_modules(scripts)
    asked = _asked(modules)
    places = _places(modules, asked)
    members: dict[str, list[Module]] = {}
    for name in _in_order({one.name: one.takes for one in modules.values()}):
        members.setdefault(places[name], []).append(modules[name])
    if taken := sorted(members.keys() & (modules.keys() - asked)):
        raise ValueError(f"{taken[0]}.js has the name of a file that modules share")
    near = {
        file: {places[taken] for one in inside for taken in one.takes} - {file}
        for file, inside in members.items()
    }
    order = _in_order(near)
    return Bundles(
        {file: _text(file, members[file], modules, places) for file in order},
        {name: tuple(one for one in order if one in _reached(places[name], near)) for name in sorted(asked)},
    )


def _asked(modules: Mapping[str, Module]) -> set[str]:
    """What no module imports, what is imported on demand, and what stands in the frame."""
    imported = {taken for one in modules.values() for taken in one.takes}
    later = {name for one in modules.values() for name in one.later}
    return (modules.keys() - imported) | later | (modules.keys() & {EVERY_PAGE})


def _places(modules: Mapping[str, Module], asked: set[str]) -> dict[str, str]:
    """In which file each module lies."""
    near = {one.name: set(one.takes) - asked for one in modules.values()}
    places = {name: _shared(name) if name in TOGETHER else name for name in sorted(asked)}
    needed = {name: _reached(name, near) for name in places}
    for name in modules.keys() - asked:
        files = {places[one] for one, names in needed.items() if name in names}
        places[name] = files.pop() if len(files) == 1 else _shared(name)
    return places


def _shared(name: str) -> str:
    family = name.partition("-")[0]
    return f"{family}-{SHARED}" if family in FAMILIES else SHARED


def _reached(name: str, near: Mapping[str, Iterable[str]]) -> set[str]:
    """Itself, what it takes from, and so on."""
    found, waiting = {name}, [name]
    while waiting:
        new = set(near[waiting.pop()]) - found
        found |= new
        waiting += new
    return found


def _in_order(near: Mapping[str, Iterable[str]]) -> list[str]:
    """Each after all that it needs; the same order every time. Raises `graphlib.CycleError`, a `ValueError`."""
    return list(TopologicalSorter({name: sorted(near[name]) for name in sorted(near)}).static_order())


def _text(file: str, inside: list[Module], modules: Mapping[str, Module], places: Mapping[str, str]) -> str:
    """The modules of a file. It gives each by its name: to other files, and to tests, which have only the built site."""
    elsewhere = {taken for one in inside for taken in one.takes if places[taken] != file}
    lines = [_import(taken, places[taken]) for taken in sorted(elsewhere)]
    for one in inside:
        if one.name == file:
            gives, start = one.gives, f"export const{{{','.join(one.gives)}}}=" if one.gives else ""
        else:
            gives, start = _wanted(one, modules), f"const {_variable(one.name)}="
        lines.append(f"{start}{_scope(one, gives)};")
    if parts := [_variable(one.name) for one in inside if one.name != file]:
        lines.append(f"export{{{','.join(parts)}}};")
    return "\n".join(lines)


def _variable(name: str) -> str:
    """What a module is called inside a file; no module names anything of its own like that."""
    return f"${name.replace('-', '_')}"


def _import(name: str, file: str) -> str:
    """A module that has a file to itself is that file."""
    taken = f"*as {_variable(name)} " if name == file else f"{{{_variable(name)}}}"
    return f'import{taken}from"./{file}.js";'


def _wanted(module: Module, modules: Mapping[str, Module]) -> tuple[str, ...]:
    """What any other takes from it."""
    names = {name for one in modules.values() for name in one.takes.get(module.name, {})}
    return tuple(name for name in module.gives if name in names)


def _scope(module: Module, gives: tuple[str, ...]) -> str:
    """The module as a function that has run: it names what it takes, and returns what it gives."""
    taken = "".join(
        f"const{{{','.join(there if there == here else f'{there}:{here}' for there, here in names.items())}}}"
        f"={_variable(name)};\n"
        for name, names in module.takes.items()
        if names
    )
    returned = f"\nreturn{{{','.join(gives)}}};" if gives else ""
    return f"(()=>{{{taken}{module.body}{returned}\n}})()"
