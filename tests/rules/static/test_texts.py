"""Words in files beside the pages are searched as those of records are."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl
import pytest
from tests.rules.static.lying import lay, look, office, small

from portal.rules.static.texts import personal_in

PHONE = "13800138000"
IDENTITY = "11010519491231002X"


def word() -> bytes:
    document = docx.Document()
    document.core_properties.author = ""
    paragraph = document.add_paragraph("联系电话：138")
    # As Word cuts a number that somebody has corrected.
    paragraph.add_run("0013")
    paragraph.add_run("8000")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "身份证号码", IDENTITY
    document.sections[0].footer.paragraphs[0].text = "法定代表人李建国"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def book() -> bytes:
    workbook, stream = openpyxl.Workbook(), io.BytesIO()
    workbook.properties.creator = "openpyxl"
    page = workbook.active
    assert page is not None
    page.append(["负责人", "电话"])
    page.append(["负责人：王小明", int(PHONE)])
    hidden = workbook.create_sheet("隐藏")
    hidden.sheet_state = "hidden"
    hidden["A1"] = IDENTITY
    workbook.save(stream)
    return stream.getvalue()


def messages(root: Path) -> list[str]:
    return [one.message for one in look(root) if one.code == "STATIC-PRIVACY-01"]


def test_a_document_with_its_tables_and_footers(tmp_path: Path) -> None:
    lay(tmp_path, {"a.docx": word()})
    assert messages(tmp_path) == ["文件里有电话号码", "文件里有自然人的全名", "文件里有身份证号码"]


def test_a_workbook_with_numbers_and_hidden_sheets(tmp_path: Path) -> None:
    lay(tmp_path, {"a.xlsx": book()})
    assert messages(tmp_path) == ["文件里有电话号码", "文件里有自然人的全名", "文件里有身份证号码"]


def test_a_presentation(tmp_path: Path) -> None:
    slide = (
        f"<p:sld><a:p><a:r><a:t>电话 {PHONE[:5]}</a:t></a:r><a:r><a:t>{PHONE[5:]}</a:t></a:r></a:p></p:sld>"
    )
    lay(tmp_path, {"a.pptx": office("ppt/presentation.xml", ppt__slides__slide1_DOT_xml=slide.encode())})
    assert messages(tmp_path) == ["文件里有电话号码"]


def test_cells_do_not_run_together(tmp_path: Path) -> None:
    cells = "<sst><si><t>1380013</t></si><si><t>8000</t></si></sst>"
    lay(tmp_path, {"a.xlsx": office("xl/workbook.xml", xl__sharedStrings_DOT_xml=cells.encode())})
    assert messages(tmp_path) == []


def test_lines_of_a_text(tmp_path: Path) -> None:
    lay(tmp_path, {"a.csv": f"\ufeff单位,电话\r\n示例一所,{PHONE}\r\n".encode()})
    (found,) = look(tmp_path)
    assert (found.span.line, found.span.column, found.span.end_column) == (2, 6, 17)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (f"身份证号码 {IDENTITY}", "身份证号码"),
        (f"电话 {PHONE}", "电话号码"),
        ("卡号 6222021234567890128", "银行卡号"),
        ("车牌沪A12345", "车牌号"),
        ("法定代表人李建国", "自然人的全名"),
        ("拨打 12315 投诉举报，留样 48 小时", ""),
        ("当事人张某，一笔货款 1380 元", ""),
    ],
)
def test_every_kind_of_personal_data(text: str, what: str) -> None:
    found = [one.message for one in personal_in(text, "a.txt", small())]
    assert found == ([f"文件里有{what}"] if what else [])


def test_a_part_that_would_grow_is_not_read(tmp_path: Path) -> None:
    bomb = f"<!DOCTYPE x [<!ENTITY a '{PHONE}'>]><w:document><w:t>&a;</w:t></w:document>"
    lay(tmp_path, {"a.docx": office("word/document.xml", bomb)})
    assert messages(tmp_path) == []
