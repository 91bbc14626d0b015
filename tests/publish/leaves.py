"""Every text that a project can hold, leaf by leaf of the records' models, and projects in which each says something else.

A leaf is named by its kind of file and its fields: `case.decision.violation`. One and the same word is changed in the
same way wherever it stands, so that a word of the vocabulary is still the word that records use.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, ValidationError

from portal.reading import read
from portal.reading.record_kinds import KINDS, RecordKind, kind_of
from portal.records.spot_check import OTHERS
from portal.records.vocabulary import LEGAL_WORDS
from portal.source import read_markdown, read_yaml

# Words of the law, which must stand in the vocabulary as they are (SITE-WORD-01), and one of the program's own.
KEPT = frozenset((OTHERS, *(word for words in LEGAL_WORDS.values() for word in words)))
CITING = ("citations", "provisions_violated", "legal_basis")
# Of dictionaries: those whose keys are words of the vocabulary.
WORDS_AS_KEYS = ("parts", "topics")
# What the words of all other files come from.
FIRST = ("vocabulary", "indicators", "campaign")
FRONT = "---\n"
Fields = tuple[str, ...]


@cache
def leaves() -> frozenset[str]:
    """The names of all texts of all kinds of files; reviews are the same everywhere and stand for those of cases.

    Answers to findings and the tables of misspelt words and of words for the search are on no page.
    """
    found = {
        ".".join(path)
        for kind in KINDS
        if kind.name not in ("misspellings", "search-words")
        for path in _of(kind.model, (kind.name,))
    }
    shown = (name for name in found if ".allowed." not in name)
    return frozenset(name for name in shown if ".review." not in name or name.startswith("case."))


def _of(kind: Any, path: Fields) -> Iterator[Fields]:
    origin, inside = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, info in kind.model_fields.items():
            yield from _of(info.annotation, (*path, info.alias or name))
    elif kind is str:
        yield path
    elif origin is Annotated or origin is tuple:
        yield from _of(inside[0], path)
    elif origin in (types.UnionType, Union):
        for one in inside:
            yield from _of(one, path)
    elif origin is dict:
        yield from _of(inside[0], (*path, "<key>"))
        yield from _of(inside[1], path)


@dataclass
class Rewriting:
    """Says in every leaf of a project the first of `ways` that its own validation lets through.

    `refused` are the leaves that let none through and stay as they were, `changed` those that were changed. `tried`
    tells how many ways a leaf has refused; another rewriting that starts with it changes the same leaves alike.
    """

    ways: tuple[Callable[[str], str], ...]
    cited: Callable[[str], str]
    only: frozenset[str] | None = None
    refused: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    tried: dict[str, int] = field(default_factory=dict)

    def rewrite(self, root: Path) -> None:
        files = {path: kind for path in sorted(_files(root)) if (kind := kind_of(path))}
        for path, kind in sorted(
            files.items(), key=lambda one: FIRST.index(one[1].name) if one[1].name in FIRST else 9
        ):
            words = read(root).library.words
            write(root / path, self._valid(kind, data_in(root / path), {"words": words}))

    def _valid(self, kind: RecordKind, data: Any, context: dict[str, Any]) -> Any:
        while True:
            made = self._said(data, (kind.name,))
            try:
                kind.model.model_validate(made, context=context)
            except ValidationError as failure:
                # A list is too short where none of its items holds.
                wrong = {_named(kind, error["loc"]) for error in failure.errors()} & leaves()
                if all(self.tried.get(name, 0) >= len(self.ways) for name in wrong):
                    raise
                for name in wrong:
                    self.tried[name] = self.tried.get(name, 0) + 1
            else:
                return made

    def _said(self, value: Any, path: Fields) -> Any:
        if isinstance(value, dict):
            return {self._key(key, path): self._said(part, (*path, key)) for key, part in value.items()}
        if isinstance(value, list):
            return [self._said(part, path) for part in value]
        return self._text(value, path) if isinstance(value, str) and value not in KEPT else value

    def _key(self, key: str, path: Fields) -> str:
        return self._text(key, (*path, "<key>")) if path[-1] in WORDS_AS_KEYS else key

    def _text(self, text: str, path: Fields) -> str:
        name = _leaf(path)
        ways = (self._citation,) if path[-1] in CITING or name in CITED else self.ways
        at = self.tried.get(name, 0)
        if name not in leaves() or at >= len(ways) or (self.only is not None and name not in self.only):
            self.refused |= {name} if at >= len(ways) else set()
            return text
        self.changed.add(name)
        return ways[at](text)

    def _citation(self, text: str) -> str:
        """Laws are cited by name; what stands behind the name is the place."""
        law, place, rest = text.partition(" 第")
        return f"{self.cited(law)}{place}{rest}"


# Laws under the names by which they are cited.
CITED = ("law.title", "law.short_title", "law.aliases")


def _leaf(path: Fields) -> str:
    return ".".join(part for part in path if part not in OPTION_LETTERS)


OPTION_LETTERS = frozenset("abcdefgh")


def _named(kind: RecordKind, place: tuple[int | str, ...]) -> str:
    """The leaf that an error of pydantic is about."""
    keyed = place[-1] == "[key]"
    path = [part for part in (place[:-2] if keyed else place) if isinstance(part, str)]
    return _leaf((kind.name, *path, *(["<key>"] if keyed else [])))


def _files(root: Path) -> Iterator[str]:
    for file in root.rglob("*"):
        if file.suffix in (".yaml", ".md"):
            yield file.relative_to(root).as_posix()


def data_in(file: Path) -> Any:
    """The data of a file, or of the front matter of an article."""
    raw = file.read_bytes()
    reading = read_markdown(file.name, raw) if file.suffix == ".md" else read_yaml(file.name, raw)
    assert not reading.problems, reading.problems
    return reading.data


class _Quoting(yaml.SafeDumper):
    """Quotes every text, so that none is taken for a number or a mark."""


_Quoting.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


def write(file: Path, data: Any) -> None:
    """The other way round; an article keeps its text."""
    text = yaml.dump(data, Dumper=_Quoting, allow_unicode=True, sort_keys=False, width=1_000_000)
    if file.suffix == ".md":
        text = f"{FRONT}{text}{FRONT}{file.read_text('utf-8').split(FRONT, 2)[2]}"
    file.write_text(text, "utf-8")
