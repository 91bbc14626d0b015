"""What is wrong, where, and how to put it right: the one shape every stage reports in.

Takes nothing from the other rooms; every other room may import it.
"""

from __future__ import annotations

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
