"""Each form of the open data, read back by somebody else's program: its lines as text, headings first."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

Lines = list[list[str]]


def _csv(content: bytes) -> Lines:
    """As the package tells programs to: without the apostrophe that keeps spreadsheets from running a text."""
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [[cell.removeprefix("'") for cell in line] for line in lines]


def _json(content: bytes) -> Lines:
    rows = json.loads(content)["rows"]
    return [list(rows[0]), *([str(cell) for cell in row.values()] for row in rows)] if rows else []


# By the ending of the form.
READERS: dict[str, Callable[[bytes], Lines]] = {"csv": _csv, "zh.csv": _csv, "json": _json}
