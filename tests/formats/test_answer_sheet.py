"""The Excel sheet of a day on site: what is written is read back; other workbooks are refused."""

from __future__ import annotations

import io

import openpyxl

from portal.formats.answer_sheet import SheetRow, answer_sheet, filled_rows
from portal.formats.workbook.cell import Remark

WORDS = {"业态": ("餐饮服务", "单位食堂"), "岗位": ("食品安全员",)}


def test_only_rows_with_answers_are_read_back() -> None:
    made = answer_sheet([SheetRow(1, "CY-1", 2), SheetRow(2, "CY-2", 3)], WORDS)
    assert filled_rows("day.xlsx", made) == ()
    book = openpyxl.load_workbook(io.BytesIO(made))
    page = book.worksheets[0]
    for column, value in enumerate((1.0, "餐饮服务", "食品安全员", "CY-2", None, "Ａ", None, "对"), 2):
        page.cell(3, column, value)
    filled = io.BytesIO()
    book.save(filled)
    read = filled_rows("day.xlsx", filled.getvalue())
    assert not isinstance(read, Remark)
    (row,) = read
    assert row.address == "day.xlsx!抽查考核答案!A3"
    assert (row.cells["编号"], row.cells["单位序号"]) == ("2", "1")
    assert row.answers == ("A", "", "对")


def test_another_workbook_is_refused() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["姓名", "得分"])
    other = io.BytesIO()
    book.save(other)
    refused = filled_rows("other.xlsx", other.getvalue())
    assert isinstance(refused, Remark)
    assert "不是抽查考核的登记表" in refused.message
