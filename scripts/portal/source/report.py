"""Diagnostics → text for people, JSON for programs, annotations for GitHub.

The caret stands right under wide characters because widths follow Unicode's East Asian Width.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from portal.source.diagnostic import Diagnostic, Severity

MAX_SHOWN = 76
LABELS = {Severity.ERROR: "错误", Severity.WARNING: "提醒"}


def width(text: str) -> int:
    """Columns that `text` takes in a terminal."""
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def as_text(diagnostics: Sequence[Diagnostic], lines: Mapping[str, Sequence[str]]) -> str:
    """A block per finding: place, code, message, the source line with a caret, the fix."""
    return "\n".join(_block(found, lines.get(found.file, ())) for found in diagnostics)


def _block(found: Diagnostic, lines: Sequence[str]) -> str:
    span = found.span
    head = f"{found.file}:{span.line}:{span.column}: {LABELS[found.severity]} [{found.code}] {found.message}"
    parts = [head]
    if 0 < span.line <= len(lines) and lines[span.line - 1].strip():
        parts.extend(_excerpt(lines[span.line - 1], found))
    if found.hint:
        parts.append(f"    → {found.hint}")
    return "\n".join(parts) + "\n"


def _excerpt(line: str, found: Diagnostic) -> list[str]:
    start = min(found.span.column - 1, len(line))
    end = found.span.end_column - 1 if found.span.end_line == found.span.line else len(line)
    cut = max(0, start - MAX_SHOWN // 2) if width(line) > MAX_SHOWN else 0
    shown = line[cut : cut + MAX_SHOWN].replace("\t", " ").rstrip()
    marked = line[start : max(end, start + 1)].rstrip()
    marked = marked[: max(1, MAX_SHOWN - (start - cut))]
    number = f"{found.span.line:>5} | "
    caret = " " * width(line[cut:start].replace("\t", " ")) + "^" * max(1, width(marked))
    return [f"{number}{'…' if cut else ''}{shown}", f"{' ' * 5} | {' ' if cut else ''}{caret}"]


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
