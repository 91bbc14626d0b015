"""Bytes of a file → its plain data and everything that is wrong with its text.

`read_yaml` and `read_markdown` decode, look for traps, and parse what the traps left; data is `None`
when nothing can be made of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from portal.source.conflicts import conflicts, without_marks
from portal.source.decoding import decode, readable
from portal.source.diagnostic import FILE_START, MAX_PER_FILE, Diagnostic, Span, error
from portal.source.file import SourceFile
from portal.source.hidden import in_body, in_values
from portal.source.parsing import parse
from portal.source.traps import scan
from portal.source.unseen import named

FENCE = "---"
NOTHING_TO_SHOW = ("FILE-LARGE", "FILE-UTF16", "FILE-EMPTY")


@dataclass(frozen=True)
class Reading:
    """What reading one file gave: the file and its data, unless it was refused, and all problems.

    `guessed` are the numbers of lines whose meaning was guessed; findings about their data may be wrong.
    """

    file: SourceFile
    data: dict[str, Any] | None
    problems: tuple[Diagnostic, ...]
    guessed: frozenset[int] = frozenset()


def read_yaml(path: str, raw: bytes) -> Reading:
    """A YAML file whose top level is a mapping."""
    decoded = decode(path, raw)
    if isinstance(decoded, Diagnostic):
        return _undecodable(path, raw, decoded)
    return _read(SourceFile(path, decoded.text, decoded.text), decoded.line_break)


def read_markdown(path: str, raw: bytes) -> Reading:
    """A Markdown file with YAML front matter between two `---` lines."""
    decoded = decode(path, raw)
    if isinstance(decoded, Diagnostic):
        return _undecodable(path, raw, decoded)
    text = decoded.text
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
    file = SourceFile(path, text, front, 2, "\n".join(lines[end + 1 :]), end + 2)
    return _read(file, decoded.line_break)


def _undecodable(path: str, raw: bytes, problem: Diagnostic) -> Reading:
    return _refused(path, "" if problem.code in NOTHING_TO_SHOW else readable(raw), problem)


def _refused(path: str, text: str, problem: Diagnostic) -> Reading:
    return Reading(SourceFile(path, text, ""), None, (problem,))


def _read(file: SourceFile, line_break: str) -> Reading:
    if marked := tuple(conflicts(file.path, file.original)):
        # Two texts in one make mistakes of all kinds: these are told once it is one text again.
        rest = _unmarked(replace(file, text=without_marks(file.text)), line_break)
        return replace(rest, problems=tuple(marked[: MAX_PER_FILE + 1]))
    return _unmarked(file, line_break)


def _unmarked(file: SourceFile, line_break: str) -> Reading:
    found = scan(file.path, file.text, file.first_line)
    problems = [*_of_whole_text(file, line_break), *found.problems]
    if problems:
        file = replace(file, text="\n".join(found.lines), columns=found.columns)
    if found.full:
        hint = "先改好这些，再检查一次"
        problems.append(
            error(file.path, FILE_START, "FILE-MANY", f"问题太多，只列出前 {MAX_PER_FILE} 处", hint)
        )
        return Reading(file, None, tuple(problems))
    parsing = parse(file, found)
    file, data = parsing.file, parsing.data
    problems.extend(parsing.problems)
    if parsing.failed:
        return Reading(file, None, tuple(problems))
    if not isinstance(data, dict):
        return Reading(file, None, (*problems, _not_a_mapping(file, data)))
    problems.extend(islice(in_values(file, data), MAX_PER_FILE + 1))
    if parsing.duplicated:
        problems.extend(_duplicates(file))
    return Reading(file, data, tuple(problems), frozenset(parsing.guessed))


def _of_whole_text(file: SourceFile, line_break: str) -> Iterator[Diagnostic]:
    """What is wrong with the text, but not with a line of its YAML."""
    if line_break:
        end = len(file.lines[0]) + 1
        place = Span(1, end, 1, end + 1)
        message = f"这个文件的行都以看不见的{named(line_break)}结尾"
        yield error(
            file.path, place, "YAML-INVISIBLE", message, "在编辑器里把换行符统一成 LF 或 CRLF 后重新保存"
        )
    yield from islice(in_body(file), MAX_PER_FILE + 1)


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
        for key, again, first in file.places.duplicates[: MAX_PER_FILE + 1]
    ]
