"""The Excel sheet of a day on site: a row for each running number, a column for each question; written and read back.

Knows columns and cells; what the answers are worth is another room's business.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from portal.formats.workbook.cell import Cell, Remark, narrow
from portal.formats.workbook.opening import Sheet, read_workbook

FIXED = ("编号", "单位序号", "业态", "岗位", "卷号", "补考")
QUESTION = re.compile(r"第(\d{1,3})题")
WIDTHS = (7, 10, 16, 16, 20, 16)
ANSWER_WIDTH = 7
HEADING = "抽查考核答案"
NOT_ASKED = PatternFill("solid", fgColor="DDDDDD")
FILL_IN = "用 portal spot-check sheet 做的表填写，不要改第一行"


@dataclass(frozen=True)
class SheetRow:
    """What is known before anybody sits: the number, its paper, how many questions that has."""

    number: int
    paper: str
    questions: int


@dataclass(frozen=True)
class FilledRow:
    """A row in which answers stand, as written; `address` is that of its first cell."""

    address: str
    cells: Mapping[str, str]
    answers: tuple[str, ...]


def answer_sheet(rows: Sequence[SheetRow], words: Mapping[str, Sequence[str]]) -> bytes:
    """The workbook to fill in; `words`: what may stand in a column, offered in its cells."""
    book = openpyxl.Workbook()
    page, listed = book.active, book.create_sheet("用词")
    assert isinstance(page, Worksheet)
    page.title = HEADING
    most = max(row.questions for row in rows)
    page.append([*FIXED, *(f"第{number}题" for number in range(1, most + 1))])
    for row in rows:
        page.append([row.number, None, None, None, row.paper])
    _look(page, rows, most)
    for column, (name, choice) in enumerate(words.items(), 1):
        listed.append([]) if column == 1 else None
        for place, word in enumerate((name, *choice), 1):
            listed.cell(place, column, word)
        letter = get_column_letter(column)
        offered = DataValidation("list", f"用词!${letter}$2:${letter}${len(choice) + 1}", allow_blank=True)
        target = get_column_letter(FIXED.index(name) + 1)
        offered.add(f"{target}2:{target}{len(rows) + 1}")
        page.add_data_validation(offered)
    target_file = io.BytesIO()
    book.save(target_file)
    return target_file.getvalue()


def _look(page: Worksheet, rows: Sequence[SheetRow], most: int) -> None:
    page.freeze_panes = "B2"
    for column, width in enumerate((*WIDTHS, *(ANSWER_WIDTH for _ in range(most))), 1):
        page.column_dimensions[get_column_letter(column)].width = width
        page.cell(1, column).font = Font(bold=True)
        page.cell(1, column).alignment = Alignment(horizontal="center")
    for line, row in enumerate(rows, 2):
        for column in range(len(FIXED) + row.questions + 1, len(FIXED) + most + 1):
            page.cell(line, column).fill = NOT_ASKED


def filled_rows(name: str, content: bytes) -> tuple[FilledRow, ...] | Remark:
    """The rows in which answers stand, or why there are none."""
    book = read_workbook(name, content)
    if isinstance(book, Remark):
        return book
    page = next((one for one in book.sheets if _columns(one)), None)
    if page is None:
        return Remark(name, "不是抽查考核的登记表：第一行没有 编号、单位序号、业态、岗位、卷号", FILL_IN)
    columns = _columns(page)
    questions = sorted((name for name in columns if QUESTION.fullmatch(name)), key=lambda one: int(one[1:-1]))
    rows = (_row(line, columns, questions) for line in page.rows[1:])
    return tuple(row for row in rows if any(row.answers))


def _columns(page: Sheet) -> dict[str, int]:
    """Where each column stands; nothing for a page that is no such sheet."""
    names = [narrow(cell.value) for cell in page.rows[0]] if page.rows else []
    return {name: place for place, name in enumerate(names) if name} if set(FIXED) <= {*names} else {}


def _row(line: Sequence[Cell], columns: Mapping[str, int], questions: Sequence[str]) -> FilledRow:
    cells = {name: _text(line[columns[name]]) for name in FIXED}
    return FilledRow(line[0].address, cells, tuple(_text(line[columns[name]]) for name in questions))


def _text(cell: Cell) -> str:
    """What stands there; numbers without the `.0` that some programs give them."""
    value = cell.value
    return str(int(value)) if isinstance(value, float) and value.is_integer() else narrow(value)
