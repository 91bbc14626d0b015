"""What files say without showing it: places in photographs and videos, names in documents."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl
import pytest
from PIL import Image, PngImagePlugin
from tests.rules.static.lying import codes, lay, look, office, picture, small

CORE = (
    "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:creator>{}</dc:creator>"
    "<cp:lastModifiedBy>{}</cp:lastModifiedBy></cp:coreProperties>"
)


def word(author: str = "", saved_by: str = "") -> bytes:
    document = docx.Document()
    document.add_paragraph("留样 48 小时")
    document.core_properties.author, document.core_properties.last_modified_by = author, saved_by
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(("name", "form"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")])
def test_the_place_of_a_photograph(tmp_path: Path, name: str, form: str) -> None:
    assert codes(tmp_path, {name: picture(form, place=True)}) == {name: ["STATIC-GPS-01"]}
    assert codes(tmp_path, {name: picture(form)}) == {name: []}


def test_the_place_in_other_blocks(tmp_path: Path) -> None:
    xmp = b"<x:xmpmeta><rdf:Description exif:GPSLatitude='30,44.5N'/></x:xmpmeta>"
    assert codes(tmp_path, {"a.jpg": picture() + xmp}) == {"a.jpg": ["STATIC-GPS-01"]}
    video = (
        b"\x00\x00\x00\x18ftypisom"
        + b"\x00" * 20
        + b"\x00\x00\x00\x1e\xa9xyz\x00\x12\x15\xc7+30.7420+121.3420/"
    )
    assert codes(tmp_path, {"a.mp4": video}) == {"a.mp4": ["STATIC-GPS-01"]}
    assert codes(
        tmp_path, {"a.docx": office("word/document.xml", word__media__a_DOT_jpeg=picture(place=True))}
    ) == {"a.docx": ["STATIC-GPS-01"]}


def test_who_took_a_photograph(tmp_path: Path) -> None:
    assert codes(tmp_path, {"a.jpg": picture(artist="Wang")}) == {"a.jpg": ["STATIC-AUTHOR-01"]}
    stream, said = io.BytesIO(), PngImagePlugin.PngInfo()
    said.add_text("Author", "Wang")
    Image.new("RGB", (8, 8)).save(stream, "PNG", pnginfo=said)
    assert codes(tmp_path, {"a.png": stream.getvalue()}) == {"a.png": ["STATIC-AUTHOR-01"]}


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (word("王小明"), 1),
        (word("王小明", "李四"), 2),
        (word("python-docx", "Administrator"), 0),
        (word(small().settings.record.bureau), 0),
        (word(), 0),
        (office("word/document.xml", docProps__core_DOT_xml=CORE.format("&#29579;某", "").encode()), 1),
    ],
)
def test_names_in_the_properties_of_a_document(tmp_path: Path, content: bytes, count: int) -> None:
    found = look(lay(tmp_path, {"a.docx": content}))
    expected = [f"文件的属性里有作者姓名或者单位（{count} 处）"] if count else []
    assert [one.message for one in found] == expected
    assert not any(one.is_error for one in found)


def test_a_workbook_and_a_presentation(tmp_path: Path) -> None:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    book.properties.creator = "王小明"
    book.save(stream)
    slides = office("ppt/presentation.xml", docProps__app_DOT_xml="<P><Manager>王小明</Manager></P>".encode())
    found = codes(tmp_path, {"a.xlsx": stream.getvalue(), "a.pptx": slides})
    assert found == {"a.xlsx": ["STATIC-AUTHOR-01"], "a.pptx": ["STATIC-AUTHOR-01"]}


def test_remarks_and_revisions(tmp_path: Path) -> None:
    struck = office("word/document.xml", "<w:p><w:del w:author='x'><w:delText>删去</w:delText></w:del></w:p>")
    remarked = office("word/document.xml", word__comments_DOT_xml=b"<w:comments/>")
    found = look(lay(tmp_path, {"a.docx": struck, "b.docx": remarked}))
    assert [one.message for one in found] == [
        "文件里有修订痕迹，删去的文字读者看得到",
        "文件里有批注，读者看得到",
    ]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (b"/Author (Wang)", True),
        (b"/Author<FEFF738B5C0F660E>", True),
        (b"/Author <FEFF 738B 5C0>", True),
        (b"/Author (\xfe\xff\x73\x8b)", True),
        (b"/Author (\\(a\\))", True),
        (b"<dc:creator><rdf:Seq><rdf:li>Wang</rdf:li></rdf:Seq></dc:creator>", True),
        (b"/Author ()", False),
        (b"/Author <>", False),
        (b"/Author (Administrator)", False),
        (b"/Producer (Wang)", False),
    ],
)
def test_the_author_of_a_pdf(tmp_path: Path, said: bytes, found: bool) -> None:
    content = b"%PDF-1.7\n1 0 obj <<" + said + b">> endobj"
    assert codes(tmp_path, {"a.pdf": content}) == {"a.pdf": ["STATIC-AUTHOR-01"] if found else []}
