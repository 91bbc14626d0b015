"""Where every value and key of a YAML text stands, by its path: a second pass over the events.

Only for texts that `compose` has accepted, and only when someone asks for a place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from yaml.events import MappingStartEvent, ScalarEvent

from portal.source.composing import ENDS, STARTS, Loader, span_of
from portal.source.diagnostic import Span

# Keys of mappings and indexes of lists, from the top of a file down to a value.
KeyPath = tuple[str | int, ...]


@dataclass(slots=True)
class Open:
    """A mapping or list while the events go by; `step` is the key or index of the value that comes next."""

    path: KeyPath
    is_mapping: bool
    step: str | int | None
    end: tuple[int, int]


@dataclass(slots=True)
class Places:
    """The spans of all values and of all keys by path, and the keys that stand twice (again, first)."""

    values: dict[KeyPath, Span] = field(default_factory=dict)
    keys: dict[KeyPath, Span] = field(default_factory=dict)
    duplicates: list[tuple[str, Span, Span]] = field(default_factory=list)

    def moved(self, move: Callable[[Span], Span]) -> Places:
        """The same places after every span was moved."""
        return Places(
            {path: move(span) for path, span in self.values.items()},
            {path: move(span) for path, span in self.keys.items()},
            [(key, move(again), move(first)) for key, again, first in self.duplicates],
        )


def find_places(text: str, first_line: int = 1) -> Places:
    found = Places()
    stack = [Open((), False, None, (first_line, 1))]
    for event in iter(Loader(text).get_event, None):
        kind = type(event)
        if kind is ScalarEvent and stack[-1].is_mapping and stack[-1].step is None:
            _take_key(found, stack[-1], event, first_line)
        elif kind is ScalarEvent or kind in STARTS:
            span = span_of(event, first_line)
            path = _next_path(stack[-1])
            found.values.setdefault(path, span)
            if kind is ScalarEvent:
                stack[-1].end = (span.end_line, span.end_column)
            else:
                is_mapping = kind is MappingStartEvent
                stack.append(
                    Open(path, is_mapping, None if is_mapping else 0, (span.end_line, span.end_column))
                )
        elif kind in ENDS:
            _close(found, stack, event, first_line)
    return found


def _take_key(found: Places, inside: Open, event: Any, first_line: int) -> None:
    span, path = span_of(event, first_line), (*inside.path, event.value)
    if path in found.keys:
        found.duplicates.append((event.value, span, found.keys[path]))
    found.keys.setdefault(path, span)
    inside.step = event.value


def _next_path(inside: Open) -> KeyPath:
    """The path of the value that begins now; afterwards the next key or index is awaited."""
    path = inside.path if inside.step is None else (*inside.path, inside.step)
    if inside.is_mapping:
        inside.step = None
    elif isinstance(inside.step, int):
        inside.step += 1
    return path


def _close(found: Places, stack: list[Open], event: Any, first_line: int) -> None:
    # A block collection ends, for libyaml, at the start of whatever follows it; readers expect the
    # end of its last child.
    closed = stack.pop()
    start = found.values[closed.path]
    on_one_line = event.end_mark.line + first_line == start.line
    end = (start.line, event.end_mark.column + 1) if on_one_line else closed.end
    if end > (start.line, start.column):
        found.values[closed.path] = Span(start.line, start.column, *end)
    stack[-1].end = max(stack[-1].end, end)
