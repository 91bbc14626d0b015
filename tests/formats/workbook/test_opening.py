"""An .xlsx becomes a grid with addresses; anything else is refused with the reason."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from openpyxl.xml.constants import SHARED_STRINGS
from tests.formats.sent import Page, book, with_part

from portal.formats.workbook.cell import Remark
from portal.formats.workbook.opening import Workbook, read_workbook

SHEET = "xl/worksheets/sheet1.xml"
SAVE_AS = "用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再导入"
CLEAN = "把要导入的表格复制到一个新工作簿里，另存后再导入"
SMALL = book(Page("表", [["a"]]))

# However the library that writes XML spells it.
EMPTY_RESULT = re.compile(rb"<v\s*/>|<v></v>")


def zipped(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return stream.getvalue()


def read(content: bytes) -> Workbook:
    found = read_workbook("folder/月报.xlsx", content)
    assert isinstance(found, Workbook)
    return found


def test_cells_know_their_address_and_merged_cells_are_expanded() -> None:
    sheet = read(book(Page("六月", [["组", "x"], [None, "y"]], ["A1:A2"]))).sheets[0]
    assert [[cell.value for cell in row] for row in sheet.rows] == [["组", "x"], ["组", "y"]]
    assert sheet.rows[1][0].address == "月报.xlsx!六月!A1"
    assert sheet.rows[1][1].address == "月报.xlsx!六月!B2"


def test_formula_without_a_stored_result_is_seen_as_such() -> None:
    cell = read(book(Page("表", [["=SUM(1,2)"]]))).sheets[0].rows[0][0]
    assert (cell.value, cell.formula, cell.blank) == (None, True, False)


def test_formula_with_a_stored_result_gives_the_result() -> None:
    content = with_part(book(Page("表", [["=1+2"]])), SHEET, lambda xml: EMPTY_RESULT.sub(b"<v>3</v>", xml))
    cell = read(content).sheets[0].rows[0][0]
    assert (cell.value, cell.formula) == (3, True)


def test_hidden_sheets_are_told_apart() -> None:
    assert [sheet.hidden for sheet in read(book(Page("a", [[1]]), Page("b", [[1]], hidden=True))).sheets] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        (b"", "文件是空的（0 字节）", "向报送单位重新要一份"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "这是旧版 Excel（.xls）文件，不是 .xlsx", SAVE_AS),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "文件设了打开密码，读不了",
            "在 Excel 里点“文件→信息→保护工作簿→用密码进行加密”，清空密码后保存",
        ),
        (
            "项目,数量\n立案,4\n".encode("gb18030"),
            "这不是 Excel 工作簿，可能是 CSV、网页或别的文件改了扩展名",
            SAVE_AS,
        ),
        (zipped(word__document_xml="<x/>"), "这是压缩包或别的文档，不是 Excel 工作簿", SAVE_AS),
        (zipped(xl__workbook_bin=""), "这是 Excel 二进制工作簿（.xlsb），不是 .xlsx", SAVE_AS),
        (zipped(xl__workbook_xml="<x/>"), "文件已损坏，或者不是标准的 .xlsx，读不下去", SAVE_AS),
        (SMALL[:-200], "文件已损坏，打不开", f"向报送单位重新要一份；或者{SAVE_AS}"),
        (book(Page("表", [[]]), Page("表2", [[None, " "]])), "工作簿里没有内容", "核对是不是发错了文件"),
    ],
)
def test_refusals(content: bytes, message: str, hint: str) -> None:
    assert read_workbook("月报.xlsx", content) == Remark("月报.xlsx", message, hint)


def after_rows(xml: str) -> bytes:
    return with_part(SMALL, SHEET, lambda old: old.replace(b"</sheetData>", xml.encode()))


def strings_elsewhere(text: bytes, name: str = "xl/sharedStrings.bin") -> bytes:
    """The strings in a part whose name does not say that it is XML; only the list of contents does."""
    content = with_part(
        SMALL, SHEET, lambda old: old.replace(b't="inlineStr"><is><t>a</t></is>', b't="s"><v>0</v>')
    )
    override = f'<Override PartName="/{name}" ContentType="{SHARED_STRINGS}"/></Types>'.encode()
    content = with_part(content, "[Content_Types].xml", lambda old: old.replace(b"</Types>", override))
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return stream.getvalue()


STRINGS = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</sst>'


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        (
            with_part(SMALL, SHEET, lambda old: old + b" " * (41 << 20)),
            "文件解压后大得不合理，没有打开",
            CLEAN,
        ),
        (
            strings_elsewhere(STRINGS % (b"<si/>" * 600_001)),
            "表格里的内容多得不合理，没有打开",
            CLEAN,
        ),
        (
            strings_elsewhere(STRINGS % (b"<si/>" * 600_001), "xl/media/image1.png"),
            "表格里的内容多得不合理，没有打开",
            CLEAN,
        ),
        (
            strings_elsewhere(STRINGS % (b" " * (41 << 20))),
            "文件解压后大得不合理，没有打开",
            CLEAN,
        ),
        (
            after_rows('<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
            "表格超过 5000 行或 200 列，不像月度报表",
            "删去表格以外的行和列，另存后再导入",
        ),
        (
            after_rows("</sheetData><mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 2 + "</mergeCells>"),
            "合并的单元格多得不合理，没有打开",
            CLEAN,
        ),
        (
            with_part(
                SMALL,
                "xl/styles.xml",
                lambda old: old.replace(b"</cellXfs>", b"<xf/>" * 150_000 + b"</cellXfs>"),
            ),
            "表格里的内容多得不合理，没有打开",
            CLEAN,
        ),
        (
            with_part(SMALL, SHEET, lambda old: b'<!DOCTYPE x [<!ENTITY a "b">]>' + old.split(b"?>", 1)[-1]),
            "文件里有不该有的内容（DOCTYPE），没有打开",
            SAVE_AS,
        ),
    ],
)
def test_absurd_files_are_refused_before_they_are_opened(content: bytes, message: str, hint: str) -> None:
    assert read_workbook("月报.xlsx", content) == Remark("月报.xlsx", message, hint)


def test_strings_in_a_part_of_another_name_are_read() -> None:
    content = strings_elsewhere(STRINGS % b"<si><t>b</t></si>")
    assert read(content).sheets[0].rows[0][0].value == "b"


def test_one_merged_range_over_the_whole_sheet_is_harmless() -> None:
    content = after_rows('</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    assert len(read(content).sheets[0].rows) == 1


def test_formatted_but_empty_cells_far_away_do_not_count() -> None:
    content = after_rows('<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>')
    assert len(read(content).sheets[0].rows) == 1
