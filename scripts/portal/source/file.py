"""One file of data: its lines, its plain data, and the place of every value in it.

`read_yaml` and `read_markdown` take the bytes and give a `SourceFile` (or `None` when nothing can
be made of them) together with everything that is wrong with the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import yaml

from portal.source.composing import Path, Places, Refused, compose, spans
from portal.source.decoding import decode
from portal.source.diagnostic import FILE_START, Diagnostic, Span, error
from portal.source.syntax import syntax_error
from portal.source.traps import scan

FENCE = "---"


@dataclass(frozen=True)
class SourceFile:
    """A file that was read.

    `original` is the whole file, `text` its YAML (mended where a trap was found), `body` the
    Markdown after the front matter. Places are worked out from `text` when first asked for.
    """

    path: str
    original: str
    text: str
    first_line: int = 1
    body: str = ""
    body_line: int = 1

    @cached_property
    def places(self) -> Places:
        return spans(self.text, self.first_line)

    def at(self, *path: str | int) -> Span:
        """The place of the value at `path`, or of the nearest thing above it that exists."""
        return self._nearest(path, self.places.values)

    def key(self, *path: str | int) -> Span:
        """The place of the key at `path`; the value's place where there is no key (an item of a list)."""
        return self.places.keys.get(path) or self.at(*path)

    def _nearest(self, path: Path, places: dict[Path, Span]) -> Span:
        while path:
            if path in places:
                return places[path]
            path = path[:-1]
            if path in self.places.keys:
                return self.places.keys[path]
        first_key = next(iter(self.places.keys.values()), None)
        return first_key or Span(self.first_line, 1, self.first_line, 2)

    @property
    def lines(self) -> list[str]:
        return self.original.split("\n")


@dataclass(frozen=True)
class Reading:
    """What reading one file gave: the file and its data, unless it was refused, and all problems."""

    file: SourceFile
    data: dict[str, Any] | None
    problems: tuple[Diagnostic, ...]


def read_yaml(path: str, raw: bytes) -> Reading:
    """A YAML file whose top level is a mapping."""
    text = decode(path, raw)
    if isinstance(text, Diagnostic):
        return _undecodable(path, raw, text)
    return _read(SourceFile(path, text, text))


def read_markdown(path: str, raw: bytes) -> Reading:
    """A Markdown file with YAML front matter between two `---` lines."""
    text = decode(path, raw)
    if isinstance(text, Diagnostic):
        return _undecodable(path, raw, text)
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        hint = "第一行写 ---，接着是标题等各项，再写一行 ---，然后是正文"
        return _refused(path, text, error(path, FILE_START, "MD-FRONT-MATTER", "文件开头没有 --- 包围的信息区", hint))
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        hint = "在信息区末尾、正文之前单独写一行 ---"
        return _refused(path, text, error(path, FILE_START, "MD-FRONT-MATTER", "开头的信息区没有用 --- 结束", hint))
    front = "\n".join(lines[1:end]) + "\n"
    return _read(SourceFile(path, text, front, 2, "\n".join(lines[end + 1 :]), end + 2))


def _undecodable(path: str, raw: bytes, problem: Diagnostic) -> Reading:
    return _refused(path, raw[:20_000].decode("utf-8", "replace"), problem)


def _refused(path: str, text: str, problem: Diagnostic) -> Reading:
    return Reading(SourceFile(path, text, ""), None, (problem,))


def _read(file: SourceFile) -> Reading:
    found = scan(file.path, file.text.split("\n"), file.first_line)
    problems = list(found.problems)
    if problems:
        file = replace(file, text="\n".join(found.lines))
    try:
        data, duplicated = compose(file.text, file.first_line)
    except Refused as refused:
        problems.append(error(file.path, refused.span, refused.code, refused.message, refused.hint))
        return Reading(file, None, tuple(problems))
    except yaml.YAMLError as failure:
        # A trap that was found explains why the parser stumbled; saying it twice would confuse.
        problems = problems or [syntax_error(file.path, failure, file.first_line)]
        return Reading(file, None, tuple(problems))
    if not isinstance(data, dict):
        return Reading(file, None, (*problems, _not_a_mapping(file, data)))
    if duplicated:
        problems.extend(_duplicates(file))
    return Reading(file, None if found.indentation_broken else data, tuple(problems))


def _not_a_mapping(file: SourceFile, data: object) -> Diagnostic:
    place = Span(file.first_line, 1, file.first_line, 2)
    if data is None:
        return error(file.path, place, "FILE-EMPTY", "文件里只有注释，没有内容", "填上内容，或者删除这个文件")
    what = "一个列表" if isinstance(data, list) else "一段文字"
    hint = "从第一列起写成 键: 值，如 title: 某某"
    return error(file.path, place, "FILE-SHAPE", f"整个文件是{what}，不是“键: 值”", hint)


def _duplicates(file: SourceFile) -> list[Diagnostic]:
    return [
        error(file.path, again, "YAML-DUPLICATE", f"“{key}”写了两次，第一次在第 {first.line} 行", "删去其中一个")
        for key, again, first in file.places.duplicates
    ]
