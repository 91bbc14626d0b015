"""What is wrong, where, and how to put it right: the one shape every stage reports in.

Takes nothing from the other rooms; every other room may import it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

MAX_PER_FILE = 100


class Severity(StrEnum):
    """`ERROR` stops a build and makes `portal check` exit 1; `WARNING` is only shown."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text; lines and columns count from 1 in characters, the end column is exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 2


FILE_START = Span()


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding. `file` is a posix path relative to the project, `message` and `hint` are Chinese."""

    file: str
    span: Span
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


def error(file: str, span: Span, code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(file, span, code, message, hint)


def warning(file: str, span: Span, code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(file, span, code, message, hint, Severity.WARNING)


def capped(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """In order, at most `MAX_PER_FILE` of each file, errors first; one more finding says that there are more."""
    by_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for one in sorted(set(found)):
        by_file[one.file].append(one)
    return sorted(one for file, all_ in by_file.items() for one in _most_important(file, all_))


def _most_important(file: str, found: list[Diagnostic]) -> list[Diagnostic]:
    if len(found) <= MAX_PER_FILE:
        return found
    rest = sorted((one for one in found if one.code != "FILE-MANY"), key=lambda one: not one.is_error)
    severity = Severity.ERROR if any(one.is_error for one in found) else Severity.WARNING
    message, hint = f"问题太多，只列出前 {MAX_PER_FILE} 处", "先改好这些，再检查一次"
    return [Diagnostic(file, FILE_START, "FILE-MANY", message, hint, severity), *rest[:MAX_PER_FILE]]
