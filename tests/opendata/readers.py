"""Each form of the open data, read back by somebody else's program: its lines as text, headings first."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable

import openpyxl

Lines = list[list[str]]


def _csv(content: bytes) -> Lines:
    """As the package tells programs to: without the apostrophe that keeps spreadsheets from running a text."""
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [[cell.removeprefix("'") for cell in line] for line in lines]


def _xlsx(content: bytes) -> Lines:
    """The second sheet; the first says what it is."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [[_seen(value) for value in line] for line in book.worksheets[1].iter_rows(values_only=True)]


def _seen(value: object) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return "" if value is None else str(value)


def _json(content: bytes) -> Lines:
    rows = json.loads(content)["rows"]
    return [list(rows[0]), *([str(cell) for cell in row.values()] for row in rows)] if rows else []


# By the ending of the form.
READERS: dict[str, Callable[[bytes], Lines]] = {
    "csv": _csv,
    "zh.csv": _csv,
    "json": _json,
    "xlsx": _xlsx,
}
