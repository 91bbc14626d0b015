"""Diagnostics → text for people, JSON for programs, annotations for GitHub.

The caret stands right under wide characters because widths follow Unicode's East Asian Width.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from portal.source.diagnostic import Diagnostic, Severity, Span

MAX_SHOWN = 76
# Three dots, because the width of "…" differs from one terminal to the next.
ELLIPSIS = "..."
VISIBLE = {"Cc": "?", "Cf": "", "Cs": "?", "Zl": " ", "Zp": " "}
LABELS = {Severity.ERROR: "错误", Severity.WARNING: "提醒"}


def width(text: str) -> int:
    """Columns that `text` takes in a terminal."""
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _visible(text: str) -> str:
    """Without what would move the cursor or turn the direction of the terminal."""
    return "".join(VISIBLE.get(unicodedata.category(char), char) if char != "\t" else " " for char in text)


def as_text(diagnostics: Sequence[Diagnostic], lines: Mapping[str, Sequence[str]]) -> str:
    """A block per finding: place, code, message, the source line with a caret, the fix."""
    return "\n".join(_block(found, lines.get(found.file, ())) for found in diagnostics)


def _block(found: Diagnostic, lines: Sequence[str]) -> str:
    span = found.span
    head = f"{found.file}:{span.line}:{span.column}: {LABELS[found.severity]} [{found.code}] {found.message}"
    parts = [_visible(head)]
    if 0 < span.line <= len(lines) and lines[span.line - 1].strip():
        parts.extend(_excerpt(lines[span.line - 1], found.span))
    if found.hint:
        parts.append(_visible(f"    → {found.hint}"))
    return "\n".join(parts) + "\n"


def _excerpt(line: str, span: Span) -> list[str]:
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    first, last = _window(line, start)
    before, marked = _visible(line[first:start]), _visible(line[start : min(end, last)].rstrip(" "))
    left = ELLIPSIS if first else ""
    right = ELLIPSIS if last < len(line) else ""
    caret = " " * width(left + before) + "^" * max(1, width(marked))
    return [f"{span.line:>5} | {left}{_visible(line[first:last]).rstrip()}{right}", f"      | {caret}"]


def _window(line: str, start: int) -> tuple[int, int]:
    """The part of a long line that is shown: up to half of the room before `start`, the rest after."""
    if width(line) <= MAX_SHOWN:
        return 0, len(line)
    first, room = start, MAX_SHOWN // 2
    while first > 0 and room >= _char_width(line[first - 1]):
        first -= 1
        room -= _char_width(line[first])
    last, room = first, MAX_SHOWN
    while last < len(line) and room >= _char_width(line[last]):
        room -= _char_width(line[last])
        last += 1
    return first, last


def as_objects(diagnostics: Iterable[Diagnostic]) -> list[dict[str, str | int]]:
    """The objects of `--format json`."""
    return [
        {
            "file": found.file,
            "line": found.span.line,
            "column": found.span.column,
            "end_line": found.span.end_line,
            "end_column": found.span.end_column,
            "severity": str(found.severity),
            "code": found.code,
            "message": found.message,
            "hint": found.hint,
        }
        for found in diagnostics
    ]


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    return json.dumps(as_objects(diagnostics), ensure_ascii=False, indent=2)


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands, one a line; line breaks and percent signs are escaped as GitHub asks."""
    return "\n".join(
        f"::{found.severity} file={_escape(found.file, property_=True)},line={found.span.line},col={found.span.column},"
        f"endLine={found.span.end_line},endColumn={found.span.end_column},title={found.code}::"
        f"{_escape(f'{found.message}。{found.hint}' if found.hint else found.message)}"
        for found in diagnostics
    )


def _escape(text: str, *, property_: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_ else text
