"""YAML text → plain data, from the event stream of the C parser.

Events instead of nodes: nesting is bounded before anything is built, anchors, aliases, tags and
second documents are refused where they stand, and nothing recurses. The place of every value is
worked out by a second pass only when someone asks (`spans`), because most files have no fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from portal.source.diagnostic import Span
from portal.source.scalars import resolve

MAX_DEPTH = 32
MAX_EVENTS = 400_000

Path = tuple[str | int, ...]
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Refused(Exception):
    """The text cannot become data; carries a code, a Chinese message, a hint and the place."""

    def __init__(self, code: str, message: str, hint: str, span: Span) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.span = code, message, hint, span


@dataclass(frozen=True, slots=True)
class Places:
    """The spans of all values and of all keys, by path."""

    values: dict[Path, Span]
    keys: dict[Path, Span]
    duplicates: tuple[tuple[str, Span, Span], ...]


@dataclass(slots=True)
class Frame:
    """An open mapping or sequence while the events go by."""

    target: Any
    path: Path
    span: Span
    key: str | None = None
    expects_key: bool = False


def span_of(event: Any, first_line: int) -> Span:
    start, end = event.start_mark, event.end_mark
    line, column = start.line + first_line, start.column + 1
    if (end.line, end.column) <= (start.line, start.column):
        return Span(line, column, line, column + 1)
    return Span(line, column, end.line + first_line, end.column + 1)


def compose(text: str, first_line: int = 1) -> tuple[Any, bool]:
    """The data and whether a key stands twice in one mapping; raises `Refused`."""
    builder = Builder(first_line)
    for event in _events(text, first_line):
        builder.take(event)
    return builder.root, builder.duplicated


def spans(text: str, first_line: int = 1) -> Places:
    """Where every value and key stands; for a text that `compose` has accepted."""
    builder = PlacingBuilder(first_line)
    for event in _events(text, first_line):
        builder.take(event)
    return Places(builder.values, builder.keys, tuple(builder.duplicates))


def _events(text: str, first_line: int) -> Iterator[Any]:
    depth = documents = 0
    for count, event in enumerate(yaml.parse(text, Loader=Loader)):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                _refuse_extras(event, first_line)
        elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            depth += 1
            if event.anchor or event.tag:
                _refuse_extras(event, first_line)
            if depth > MAX_DEPTH:
                where = span_of(event, first_line)
                raise Refused("YAML-DEEP", f"嵌套超过 {MAX_DEPTH} 层", "检查缩进和括号，正常的数据不会这么深", where)
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            depth -= 1
        elif kind is yaml.AliasEvent:
            _refuse_extras(event, first_line)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                where = span_of(event, first_line)
                raise Refused("YAML-DOCUMENTS", "一个文件里有第二个文档（---）", "删去多余的 ---，或分成两个文件", where)
        if count > MAX_EVENTS:
            raise Refused("YAML-LARGE", "文件里的数据项太多", "拆成几个文件", span_of(event, first_line))
        yield event


def _refuse_extras(event: Any, first_line: int) -> None:
    where = span_of(event, first_line)
    where = Span(where.line, where.column, where.line, where.column + 1)
    if getattr(event, "tag", None):
        raise Refused("YAML-TAG", f"这里不接受类型标签“{event.tag}”", "删去标签，直接写值", where)
    message = "这里不接受锚点（&）和引用（*）"
    raise Refused("YAML-ANCHOR", message, "把内容直接写出来；文字以 & 或 * 开头时加双引号", where)


class Builder:
    """Assembles plain data; duplicate keys keep the first value and are noted."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.stack: list[Frame] = []
        self.root: Any = None
        self.duplicated = False

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            frame = self.stack[-1] if self.stack else None
            if frame is not None and frame.expects_key:
                self.open_key(frame, event)
            else:
                value = event.value if event.style else resolve(event.value)
                self.place(value, event)
        elif kind is yaml.MappingStartEvent:
            self.open({}, event, expects_key=True)
        elif kind is yaml.SequenceStartEvent:
            self.open([], event, expects_key=False)
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            self.close(event)

    def open_key(self, frame: Frame, event: Any) -> None:
        key = event.value
        if key in frame.target:
            self.duplicated = True
            self.repeated(frame, key, event)
        frame.key = key
        frame.expects_key = False

    def open(self, target: Any, event: Any, *, expects_key: bool) -> None:
        if self.stack and self.stack[-1].expects_key:
            where = span_of(event, self.first_line)
            raise Refused("YAML-KEY", "键不能是列表或“键: 值”组", "键写成简单的词；文字里的 [ ] { } 要加引号", where)
        path = self.child_path()
        self.place(target, event)
        self.stack.append(Frame(target, path, FILE_SPAN, expects_key=expects_key))

    def close(self, event: Any) -> None:
        self.stack.pop()

    def child_path(self) -> Path:
        return ()

    def place(self, value: Any, event: Any) -> None:
        if not self.stack:
            self.root = value
            return
        frame = self.stack[-1]
        if isinstance(frame.target, list):
            frame.target.append(value)
        else:
            frame.target.setdefault(frame.key, value)
            frame.expects_key = True

    def repeated(self, frame: Frame, key: str, event: Any) -> None:
        """Only the pass that keeps places says where."""


class PlacingBuilder(Builder):
    """Also keeps the span of every key and value by path."""

    def __init__(self, first_line: int) -> None:
        super().__init__(first_line)
        self.values: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self.duplicates: list[tuple[str, Span, Span]] = []

    def child_path(self) -> Path:
        if not self.stack:
            return ()
        frame = self.stack[-1]
        last = len(frame.target) if isinstance(frame.target, list) else str(frame.key)
        return (*frame.path, last)

    def open_key(self, frame: Frame, event: Any) -> None:
        super().open_key(frame, event)
        self.keys.setdefault((*frame.path, event.value), span_of(event, self.first_line))

    def place(self, value: Any, event: Any) -> None:
        self.values.setdefault(self.child_path(), span_of(event, self.first_line))
        super().place(value, event)

    def close(self, event: Any) -> None:
        frame = self.stack.pop()
        start = self.values[frame.path]
        end = self._last_end(frame, event)
        self.values[frame.path] = Span(start.line, start.column, *end)

    def _last_end(self, frame: Frame, event: Any) -> tuple[int, int]:
        # A block collection ends, for libyaml, at the start of whatever follows it; readers expect
        # the end of its last child.
        start = self.values[frame.path]
        if event.end_mark.line == start.line - self.first_line:
            return start.line, event.end_mark.column + 1
        last = (len(frame.target) - 1) if isinstance(frame.target, list) else next(reversed(frame.target), None)
        child = self.values.get((*frame.path, last)) if last is not None else None
        return (child.end_line, child.end_column) if child else (start.end_line, start.end_column)

    def repeated(self, frame: Frame, key: str, event: Any) -> None:
        self.duplicates.append((key, span_of(event, self.first_line), self.keys[(*frame.path, key)]))


FILE_SPAN = Span()
