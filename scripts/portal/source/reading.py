"""Bytes of a file → its plain data and everything that is wrong with its text.

`read_yaml` and `read_markdown` decode, look for traps, and parse what the traps left; data is `None`
when nothing can be made of the file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import yaml

from portal.source.composing import Refused, compose
from portal.source.decoding import decode, readable
from portal.source.diagnostic import FILE_START, MAX_PER_FILE, Diagnostic, Span, error
from portal.source.file import SourceFile
from portal.source.syntax import syntax_error
from portal.source.traps import scan

FENCE = "---"
WHOLLY_MENDED = ("YAML-INVISIBLE", "YAML-WIDE-COLON", "YAML-COLON-SPACE", "YAML-DASH-SPACE", "YAML-TAB")
NOTHING_TO_SHOW = ("FILE-LARGE", "FILE-UTF16", "FILE-EMPTY")


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
        return _refused(
            path, text, error(path, FILE_START, "MD-FRONT-MATTER", "文件开头没有 --- 包围的信息区", hint)
        )
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        hint = "在信息区末尾、正文之前单独写一行 ---"
        return _refused(
            path, text, error(path, FILE_START, "MD-FRONT-MATTER", "开头的信息区没有用 --- 结束", hint)
        )
    front = "\n".join(lines[1:end]) + "\n"
    return _read(SourceFile(path, text, front, 2, "\n".join(lines[end + 1 :]), end + 2))


def _undecodable(path: str, raw: bytes, problem: Diagnostic) -> Reading:
    return _refused(path, "" if problem.code in NOTHING_TO_SHOW else readable(raw), problem)


def _refused(path: str, text: str, problem: Diagnostic) -> Reading:
    return Reading(SourceFile(path, text, ""), None, (problem,))


def _read(file: SourceFile) -> Reading:
    found = scan(file.path, file.text, file.first_line)
    problems = list(found.problems)
    if problems:
        file = replace(file, text="\n".join(found.lines), columns=found.columns)
    if found.full:
        hint = "先改好这些，再检查一次"
        problems.append(
            error(file.path, FILE_START, "FILE-MANY", f"问题太多，只列出前 {MAX_PER_FILE} 处", hint)
        )
        return Reading(file, None, tuple(problems))
    try:
        data, duplicated = compose(file.text, file.first_line)
    except Refused as refused:
        problems.append(
            error(file.path, file.in_original(refused.span), refused.code, refused.message, refused.hint)
        )
        return Reading(file, None, tuple(problems))
    except yaml.YAMLError as failure:
        stumbled = syntax_error(file.path, failure, file.first_line, found.lines)
        # A trap that was found nearby explains why the parser stumbled; saying it twice would confuse.
        if not found.indentation_broken and not any(_explains(trap, stumbled) for trap in problems):
            problems.append(replace(stumbled, span=file.in_original(stumbled.span)))
        return Reading(file, None, tuple(problems))
    if not isinstance(data, dict):
        return Reading(file, None, (*problems, _not_a_mapping(file, data)))
    if duplicated:
        problems.extend(_duplicates(file))
    return Reading(file, None if found.indentation_broken else data, tuple(problems))


def _explains(trap: Diagnostic, stumbled: Diagnostic) -> bool:
    below = stumbled.span.line - trap.span.line
    return below == 0 or (below == 1 and trap.code not in WHOLLY_MENDED)


def _not_a_mapping(file: SourceFile, data: object) -> Diagnostic:
    place = Span(file.first_line, 1, file.first_line, 2)
    if data is None:
        if file.first_line > 1:
            return error(file.path, FILE_START, "FILE-EMPTY", "--- 之间的信息区是空的", "填上标题等各项")
        return error(file.path, place, "FILE-EMPTY", "文件里只有注释，没有内容", "填上内容，或者删除这个文件")
    what = "一个列表" if isinstance(data, list) else "一段文字"
    hint = "从第一列起写成 键: 值，如 title: 某某"
    return error(file.path, place, "FILE-SHAPE", f"整个文件是{what}，不是“键: 值”", hint)


def _duplicates(file: SourceFile) -> list[Diagnostic]:
    return [
        error(
            file.path, again, "YAML-DUPLICATE", f"“{key}”写了两次，第一次在第 {first.line} 行", "删去其中一个"
        )
        for key, again, first in file.places.duplicates[:MAX_PER_FILE]
    ]
