"""The theme's modules as they are written: what each takes from others, what it gives, and its text without both.

Only the forms that stand in our own modules are known, each at the beginning of a line: `import { a, b as c } from
"./x.js";`, `import "./x.js";`, and `export` before a function, a class or one `const`. Others are refused by name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# Meant for our own files, where it stands inside no string.
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
IMPORT = re.compile(r'^import\s+(?:\{([^}]*)\}\s*from\s*)?"\./([\w-]+)\.js";\n?', re.MULTILINE)
EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function\*?|class|const)\s+([\w$]+))", re.MULTILINE)
LATER = re.compile(r'\bimport\("\./([\w-]+)\.js"\)')
UNKNOWN = re.compile(r"^(?:import\b(?!\()|export\b).*", re.MULTILINE)


@dataclass(frozen=True)
class Module:
    """`takes` says of each other module what names are taken and how they are called here; `later` is imported on demand."""

    name: str
    takes: Mapping[str, Mapping[str, str]]
    gives: tuple[str, ...]
    later: frozenset[str]
    body: str


def read_modules(scripts: Mapping[str, str]) -> dict[str, Module]:
    """Name → module, by name. Raises `ValueError` for an unknown form, a module or a name that is not there."""
    modules = {name: _module(name, scripts[name]) for name in sorted(scripts)}
    for one in modules.values():
        for taken in {*one.takes, *one.later} - modules.keys():
            raise ValueError(f"{one.name}.js imports {taken}.js, which is not there")
        for taken, names in one.takes.items():
            if lacking := sorted(names.keys() - set(modules[taken].gives)):
                raise ValueError(
                    f"{one.name}.js imports {', '.join(lacking)}, which {taken}.js does not export"
                )
    return modules


def _module(name: str, text: str) -> Module:
    text = COMMENT.sub("", text)
    body = EXPORT.sub("", IMPORT.sub("", text))
    if found := UNKNOWN.search(body):
        raise ValueError(f"{name}.js: “{found[0]}” is no form that render/modules.py knows")
    takes: dict[str, dict[str, str]] = {}
    for names, taken in IMPORT.findall(text):
        takes.setdefault(taken, {}).update(_names(names))
    return Module(name, takes, tuple(EXPORT.findall(text)), frozenset(LATER.findall(text)), body.strip())


def _names(written: str) -> dict[str, str]:
    """`a, b as c` → what it is called there: what it is called here."""
    pairs = (one.split(" as ") for one in written.split(",") if one.strip())
    return {pair[0].strip(): pair[-1].strip() for pair in pairs}
