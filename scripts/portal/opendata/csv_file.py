"""A table as CSV, for programs and for people: RFC 4180, and a byte-order mark by which Excel knows Chinese."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable

from portal.opendata.columns import SEPARATOR
from portal.opendata.dataset import Table, Value

MARK = "\ufeff"
Cell = str | int | float


def csv_bytes(table: Table) -> bytes:
    """The names of the fields in the first line, a row in each other; lists are joined by `|`."""
    return _written(table.names, ([_cell(value) for value in row] for row in table.rows))


def sheet_bytes(table: Table) -> bytes:
    """The same for a spreadsheet: Chinese headings with units, 是 and 否, words in the place of codes."""
    codes = [dict(column.codes) for column in table.columns]
    rows = ([_read(value, known) for value, known in zip(row, codes, strict=True)] for row in table.rows)
    return _written(tuple(column.heading for column in table.columns), rows)


def _written(head: tuple[str, ...], rows: Iterable[list[Cell]]) -> bytes:
    text = io.StringIO(MARK, newline="")
    text.seek(len(MARK))
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def _read(value: Value, codes: dict[str, str]) -> Cell:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "；".join(value)
    cell = _cell(value)
    return codes.get(cell, cell) if isinstance(cell, str) else cell


def _cell(value: Value) -> Cell:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    return value.isoformat() if isinstance(value, datetime.date) else value
