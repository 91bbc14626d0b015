"""Reading text: bytes → lines → plain data in which every value knows its place.

Knows YAML and the traps of writing it by hand; knows nothing of what the records mean.
"""

from portal.source.decoding import MAX_BYTES
from portal.source.diagnostic import (
    FILE_START,
    MAX_PER_FILE,
    Diagnostic,
    Severity,
    Span,
    capped,
    error,
    warning,
)
from portal.source.file import SourceFile
from portal.source.places import KeyPath
from portal.source.reading import read_markdown, read_yaml

__all__ = [
    "FILE_START",
    "MAX_BYTES",
    "MAX_PER_FILE",
    "Diagnostic",
    "KeyPath",
    "Severity",
    "SourceFile",
    "Span",
    "capped",
    "error",
    "read_markdown",
    "read_yaml",
    "warning",
]
