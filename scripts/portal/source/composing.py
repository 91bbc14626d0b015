"""YAML text → plain data, from the event stream of the C parser.

Events instead of nodes: nesting is bounded before anything is built, anchors, aliases, tags and
second documents are refused where they stand, and nothing recurses. Where the values stand is
worked out by a second pass (`places`), because most files have no fault. Unquoted values follow the core
schema of YAML 1.2 and no further: no sexagesimal numbers, no automatic dates, no `yes`/`no`, and of its numbers
only those that people write. `2024-06`, `12:30`, `2e4`, `0x1F` and `是` stay texts, and the record that wants
something else says so in its own words.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from portal.source.diagnostic import Span

MAX_DEPTH = 32
MAX_EVENTS = 400_000

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
STARTS = (MappingStartEvent, SequenceStartEvent)
ENDS = (MappingEndEvent, SequenceEndEvent)

CONSTANTS: dict[str, object] = {"": None, "~": None}
for _word, _value in (("null", None), ("true", True), ("false", False)):
    CONSTANTS |= dict.fromkeys((_word, _word.capitalize(), _word.upper()), _value)
INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)
DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,17})\.\d{1,17}", re.ASCII)


def resolve(text: str) -> object:
    """The value of an unquoted scalar."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if text[0] not in "-0123456789":
        return text
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text


class Refused(Exception):
    """The text cannot become data; carries a code, a Chinese message, a hint and the place."""

    def __init__(self, code: str, message: str, hint: str, span: Span) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.span = code, message, hint, span


def span_of(event: Any, first_line: int) -> Span:
    start, end = event.start_mark, event.end_mark
    line, column = start.line + first_line, start.column + 1
    if (end.line, end.column) <= (start.line, start.column):
        return Span(line, column, line, column + 1)
    return Span(line, column, end.line + first_line, end.column + 1)


def compose(text: str, first_line: int = 1) -> tuple[Any, bool]:  # noqa: C901, PLR0912 — one loop without calls
    """The data, and whether a key stands twice in one mapping (the first stays); raises `Refused`."""
    top: list[Any] = []
    target: Any = top  # the collection that is open
    enclosing: list[Any] = []
    key: str | None = None  # in a mapping: the key whose value comes next
    duplicated = False
    # Calls here would take a third more; most of the time of reading goes into this loop.
    for count, event in enumerate(iter(Loader(text).get_event, None)):
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor or event.tag:
                _refuse(event, first_line)
            value = event.value
            if type(target) is list:
                target.append(value if event.style else resolve(value))
            elif key is None:
                key = value
                duplicated = duplicated or key in target
            else:
                target.setdefault(key, value if event.style else resolve(value))
                key = None
        elif kind in STARTS:
            if event.anchor or event.tag or len(enclosing) >= MAX_DEPTH:
                _refuse(event, first_line)
            opened: Any = {} if kind is MappingStartEvent else []
            if type(target) is list:
                target.append(opened)
            elif key is None:
                _refuse_key(event, first_line)
            else:
                target.setdefault(key, opened)
            enclosing.append(target)
            target, key = opened, None
        elif kind in ENDS:
            target, key = enclosing.pop(), None
        elif kind is AliasEvent or (kind is DocumentStartEvent and top):
            _refuse(event, first_line)
        if count > MAX_EVENTS:
            raise Refused("YAML-LARGE", "文件里的数据项太多", "拆成几个文件", span_of(event, first_line))
    return (top[0] if top else None), duplicated


def _refuse(event: Any, first_line: int) -> None:
    where = span_of(event, first_line)
    if isinstance(event, DocumentStartEvent):
        raise Refused(
            "YAML-DOCUMENTS", "一个文件里有第二个文档（---）", "删去多余的 ---，或分成两个文件", where
        )
    where = Span(where.line, where.column, where.line, where.column + 1)
    if getattr(event, "tag", None):
        raise Refused("YAML-TAG", f"这里不接受类型标签“{event.tag}”", "删去标签，直接写值", where)
    if event.anchor:
        hint = "把内容直接写出来；文字以 & 或 * 开头时加双引号"
        raise Refused("YAML-ANCHOR", "这里不接受锚点（&）和引用（*）", hint, where)
    hint = "检查缩进和括号，正常的数据不会这么深"
    raise Refused("YAML-DEEP", f"嵌套超过 {MAX_DEPTH} 层", hint, where)


def _refuse_key(event: Any, first_line: int) -> None:
    hint = "键写成简单的词；文字里的 [ ] { } 要加引号"
    raise Refused("YAML-KEY", "键不能是列表或“键: 值”组", hint, span_of(event, first_line))
