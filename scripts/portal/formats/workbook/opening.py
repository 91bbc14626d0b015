"""An .xlsx file → an immutable grid of cells that know their address; merged cells are expanded.

`read_workbook(name, content)` takes the bytes and gives a `Workbook`, or one `Remark` saying why not.
First step of an import; knows Excel and nothing of what the tables mean.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import PurePath
from typing import Any

import openpyxl
from openpyxl.utils.cell import get_column_letter

from portal.formats.workbook.archive import has_macros, inspect
from portal.formats.workbook.cell import Cell, Remark
from portal.formats.workbook.probe import MAX_COLUMNS, MAX_ROWS, SAVE_AS, Range

NOTHING: tuple[Any, bool] = (None, False)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A rectangle of cells; all places of a merged range hold the one cell at its top left."""

    name: str
    address: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False

    @property
    def blank(self) -> bool:
        return all(cell.blank for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets of a file in their order."""

    name: str
    sheets: tuple[Sheet, ...]
    # Programs that Excel would run; they are never looked at.
    has_macros: bool = False


def read_workbook(name: str, content: bytes) -> Workbook | Remark:
    """Read the file `name`; only its last part is used in addresses."""
    name = PurePath(name).name
    merged = inspect(name, content)
    if isinstance(merged, Remark):
        return merged
    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles and extensions that it drops; none of them holds a figure.
            warnings.simplefilter("ignore")
            sheets = tuple(_sheets(name, content, merged))
    except Exception:  # openpyxl raises whatever a damaged part happens to cause
        return Remark(name, "文件已损坏，或者不是标准的 .xlsx，读不下去", SAVE_AS)
    if all(sheet.blank for sheet in sheets):
        return Remark(name, "工作簿里没有内容", "核对是不是发错了文件")
    return Workbook(name, sheets, has_macros(name, content))


def _sheets(name: str, content: bytes, merged: dict[str, tuple[Range, ...]]) -> Iterator[Sheet]:
    def load(*, results: bool) -> Any:
        return openpyxl.load_workbook(
            io.BytesIO(content), read_only=True, data_only=results, keep_links=False
        )

    for with_results, with_formulas in zip(
        load(results=True).worksheets, load(results=False).worksheets, strict=True
    ):
        # A part that was not inspected raises KeyError here: it must not be read.
        ranges = merged[with_results._worksheet_path.lstrip("/")]
        yield _sheet(f"{name}!{with_results.title}", with_results, with_formulas, ranges)


def _sheet(address: str, with_results: Any, with_formulas: Any, ranges: tuple[Range, ...]) -> Sheet:
    bounds = {"min_row": 1, "max_row": MAX_ROWS, "min_col": 1, "max_col": MAX_COLUMNS}
    pairs = zip_longest(with_results.iter_rows(**bounds), with_formulas.iter_rows(**bounds), fillvalue=())
    raw = _trimmed([[_content(*both) for both in zip_longest(*pair)] for pair in pairs])
    cells = [
        [
            Cell(value, f"{address}!{get_column_letter(c)}{r}", formula)
            for c, (value, formula) in enumerate(row, 1)
        ]
        for r, row in enumerate(raw, 1)
    ]
    for left, top, right, bottom in ranges:
        _expand(cells, left, top, right, bottom)
    return Sheet(with_results.title, address, tuple(map(tuple, cells)), with_results.sheet_state != "visible")


def _content(result: Any, formula: Any) -> tuple[Any, bool]:
    is_formula = formula is not None and formula.data_type == "f"
    value = result.value if result is not None else None
    return (value, is_formula) if value is not None or is_formula else NOTHING


def _trimmed(rows: list[list[tuple[Any, bool]]]) -> list[list[tuple[Any, bool]]]:
    """Without the empty rows below and the empty columns to the right."""
    ends = [max((c for c, content in enumerate(row, 1) if content is not NOTHING), default=0) for row in rows]
    height = max((r for r, end in enumerate(ends, 1) if end), default=0)
    return [row[: max(ends)] for row in rows[:height]]


def _expand(cells: list[list[Cell]], left: int, top: int, right: int, bottom: int) -> None:
    rows = cells[top - 1 : bottom]
    if not rows or len(rows[0]) < left:
        return
    origin = rows[0][left - 1]
    for row in rows:
        row[left - 1 : right] = [origin] * len(row[left - 1 : right])
