"""Workbooks as Excel would read them: texts stay texts, days are days, the same cells are the same bytes."""

from __future__ import annotations

import datetime
import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import openpyxl
import pytest
from openpyxl.utils.escape import unescape
from openpyxl.workbook import Workbook
from tests.opendata.test_files import ACTIVE, CHECKS, DAY, IMPRINT, PLAIN, TABLE, Check

from portal.opendata.dataset import NUMBER, Column
from portal.opendata.workbook import LONGEST, Sheet, column_name, workbook_bytes
from portal.opendata.xlsx_file import xlsx_bytes


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.mark.parametrize(
    "text", [*ACTIVE, *PLAIN, "2024-05", "007", "1e5", "a\r\nb", "_x0041_", "<&>", " 空 "]
)
def test_a_text_stays_that_text(text: str) -> None:
    cell = opened(workbook_bytes([Sheet("数据", [[text]], (10,))]))["数据"]["A1"]
    # openpyxl leaves it to its users to undo what Excel undoes.
    assert unescape(str(cell.value)) == text.replace("\r\n", "\n").replace("\r", "\n")
    assert (cell.data_type, cell.number_format) == ("s", "@")


def test_nothing_is_a_formula() -> None:
    columns = (Column[Check]("said", "=1", "=2", unit="=3", value=lambda one: "=4"),)
    made = xlsx_bytes(replace(TABLE, title="=5", columns=columns, records=lambda: CHECKS), IMPRINT)
    assert not [c for sheet in opened(made) for line in sheet.iter_rows() for c in line if c.data_type == "f"]
    assert "<f>" not in "".join(parts(made).values())


def test_days_and_numbers_can_be_reckoned_with() -> None:
    rate = Column[Check]("rate", "比率", "", NUMBER, "%", value=lambda one: -0.5)
    sheet = opened(xlsx_bytes(replace(TABLE, columns=(*TABLE.columns, rate)), IMPRINT)).worksheets[1]
    assert [cell.value for cell in sheet[1]] == [
        "月份",
        "检查户次（户次）",
        "发布日期",
        "类别",
        "示例数据",
        "比率（%）",
    ]
    month, count, day, words, demo, share = (cell.value for cell in sheet[2])
    assert (month, count, day) == ("2024-05", 12, datetime.datetime.combine(DAY, datetime.time()))
    assert (words, demo, share) == ("餐饮；食堂", "否", -0.5)
    assert sheet["B3"].value is None, "no number is no zero"
    assert sheet.freeze_panes == "A2"


def test_the_first_sheet_says_what_the_numbers_are() -> None:
    notes, rows = opened(xlsx_bytes(TABLE, IMPRINT)).worksheets
    assert (notes.title, rows.title) == ("说明", "数据")
    said = {line[0]: line[1:] for line in notes.iter_rows(values_only=True)}
    assert "检查（含示例数据）" in said
    assert (said["来源"][0], said["使用条件"][0]) == ("示例局", "注明来源即可使用")
    assert "只有一个意思" in str(said["空格"][0])
    assert said["检查户次（户次）"] == ("数", "户次", "检查的户次")


def test_the_same_cells_are_the_same_bytes_whenever_they_are_written() -> None:
    made = xlsx_bytes(TABLE, IMPRINT)
    assert made == xlsx_bytes(replace(TABLE), IMPRINT)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_part_is_xml_whatever_a_text_holds() -> None:
    made = workbook_bytes([Sheet('一<&"', [["\x00\x0b\ufffe", "字" * (LONGEST + 1)]], (10, 10))])
    for part in parts(made).values():
        ElementTree.fromstring(part)
    first, second = (cell.value for cell in opened(made).worksheets[0][1])
    assert first is None or first == ""
    assert str(second).endswith("其余见 CSV 或 JSON）")
    assert len(str(second)) == LONGEST


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_columns_are_named_as_excel_names_them() -> None:
    assert [column_name(place) for place in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]
