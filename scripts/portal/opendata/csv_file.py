"""A dataset as CSV, for programs and for people, and `datapackage.json`, which describes the files for programs.

CSV is that of RFC 4180 after a byte-order mark, by which Excel knows Chinese; the package is a Frictionless one. A text
that a spreadsheet would run as a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from portal.filetypes import CSV
from portal.opendata.columns import SEPARATOR
from portal.opendata.dataset import (
    BLANK_NOTE,
    BOOLEAN,
    DATE,
    DEMO_NOTE,
    INTEGER,
    LIST,
    MONTH,
    NUMBER,
    STRING,
    Cell,
    Dataset,
    Field,
)
from portal.opendata.imprint import VERSION, Imprint, Seal
from portal.opendata.json_file import indented

MARK = "\ufeff"
# Spreadsheets take such texts for formulas, in East Asian editions in full width too. What begins with an apostrophe by
# itself gets another one, so that whoever takes one away has the text as it was.
FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠]|[\t\r\n']")
APOSTROPHE = "'"
ABOUT_FORMULAS = "文字以 =、+、-、@、制表符、换行或撇号开头的，前面加了一个英文撇号，免得表格软件当成公式；程序读取时去掉这一个撇号，数字不受影响"
Written = str | int | float
Read = str | int | float | datetime.date | None
# A list is one cell in a CSV file.
TYPES = {
    STRING: "string",
    INTEGER: "integer",
    NUMBER: "number",
    BOOLEAN: "boolean",
    DATE: "date",
    MONTH: "yearmonth",
    LIST: "string",
}
NAME = "food-safety-campaign"


def csv_bytes(dataset: Dataset) -> bytes:
    """The names of the fields in the first line, a row in each other; lists are joined by `|`."""
    return table_bytes((dataset.names, *([_cell(value) for value in row] for row in dataset.rows)))


def sheet_bytes(dataset: Dataset) -> bytes:
    """The same for a spreadsheet: Chinese headings with units, 是 and 否, words in the place of codes."""
    return table_bytes([_cell(value) for value in line] for line in read_lines(dataset))


def read_lines(dataset: Dataset) -> Iterator[Sequence[Read]]:
    """The headings, then each row, as people read them."""
    yield [column.heading for column in dataset.columns]
    codes = [dict(column.codes) for column in dataset.columns]
    for row in dataset.rows:
        yield [_read(value, known) for value, known in zip(row, codes, strict=True)]


def table_bytes(lines: Iterable[Sequence[Written]]) -> bytes:
    """Any lines as CSV, in which no text is a formula."""
    text = io.StringIO(MARK, newline="")
    text.seek(len(MARK))
    csv.writer(text).writerows(map(_harmless, lines))
    return text.getvalue().encode("utf-8")


def _harmless(line: Sequence[Written]) -> list[Written]:
    """The cells with an apostrophe before texts that begin like formulas; numbers, negative ones too, stay numbers."""
    return [f"{APOSTROPHE}{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell for cell in line]


def _read(value: Cell, codes: dict[str, str]) -> Read:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "；".join(value)
    return codes.get(value, value) if isinstance(value, str) else value


def _cell(value: Cell) -> Written:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    return value.isoformat() if isinstance(value, datetime.date) else value


def package_bytes(datasets: Sequence[Dataset], imprint: Imprint, seals: Mapping[str, Seal]) -> bytes:
    """`seals` are the size and hash of the CSV file of each dataset, by its name."""
    demo = any(one.has_demo for one in datasets)
    return indented(
        {
            "profile": "tabular-data-package",
            "name": NAME,
            "title": f"{imprint.site_name}{'（含示例数据）' if demo else ''}",
            "description": f"{imprint.site_name}的公开数据。{DEMO_NOTE if demo else ''}{BLANK_NOTE}{ABOUT_FORMULAS}。",
            "homepage": imprint.base,
            "version": VERSION,
            "licenses": [{"path": f"{imprint.base}#licence", "title": imprint.licence}],
            "contributors": [{"title": imprint.publisher, "role": "publisher"}],
            "resources": [_resource(one, seals[one.name]) for one in datasets],
        }
    )


def _resource(dataset: Dataset, seal: Seal) -> dict[str, object]:
    schema: dict[str, object] = {"fields": [_field(one) for one in dataset.columns], "missingValues": [""]}
    if dataset.key:
        schema["primaryKey"] = list(dataset.key)
    return {
        "profile": "tabular-data-resource",
        "name": dataset.name,
        "path": f"{dataset.name}.{CSV.ending}",
        "title": dataset.shown_title,
        "description": dataset.shown_description,
        "format": CSV.ending,
        "mediatype": CSV.media_type,
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True, "header": True},
        "bytes": seal.size,
        "hash": f"sha256:{seal.sha256}",
        "schema": schema,
    }


def _field(column: Field) -> dict[str, object]:
    joined = f"；多个值之间用 {SEPARATOR} 隔开" if column.type == LIST else ""
    limits: dict[str, object] = {} if column.nullable or column.type == LIST else {"required": True}
    if column.codes:
        limits["enum"] = [code for code, _ in column.codes]
    measure = {"unit": column.unit} if column.unit else {}
    return {
        "name": column.name,
        "title": column.title,
        "description": f"{column.description}{joined}",
        "type": TYPES[column.type],
        **measure,
        **({"constraints": limits} if limits else {}),
    }
