"""Files are of a kind that the site has, of a bearable size, and what their endings say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.rules.static.lying import codes, lay, look, office, picture

from portal.records.static_file import STATIC
from portal.static_kinds import STATIC_KINDS, static_kind_of

WORD, EXCEL = "word/document.xml", "xl/workbook.xml"
MP4 = b"\x00\x00\x00\x18ftypisom" + b"\x00" * 40
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
GOOD = {
    "a.jpg": picture(),
    "a.jpeg": picture(),
    "a.png": picture("PNG"),
    "a.webp": picture("WEBP"),
    "a.gif": picture("GIF"),
    "a.svg": SVG,
    "a.pdf": b"%PDF-1.7\n",
    "a.docx": office(WORD),
    "a.xlsx": office(EXCEL),
    "a.pptx": office("ppt/presentation.xml"),
    "a.txt": "\ufeff留样\r\n".encode(),
    "a.csv": "a,留样\n".encode(),
    "a.mp3": b"ID3\x04" + b"\x00" * 40,
    "a.mp4": MP4,
}


def test_every_kind_is_accepted(tmp_path: Path) -> None:
    assert {static_kind_of(name) for name in GOOD} == {*STATIC_KINDS}
    assert codes(tmp_path, GOOD) == {name: [] for name in GOOD}


@pytest.mark.parametrize(
    "name",
    [
        *(
            "a.html",
            "a.htm",
            "a.js",
            "a.css",
            "a.md",
            "a.xml",
            "a.json",
            "a.doc",
            "a.xls",
            "a.zip",
            "a.exe",
            "a.ico",
        ),
        *(
            "a.woff2",
            "a.JPG",
            "a.Pdf",
            "noending",
            "a.svgz",
            "a.xlsm",
            "a.docm",
            "a.heic",
            "a.yaml",
            "a.gz",
            "a.br",
        ),
    ],
)
def test_other_kinds_are_not(tmp_path: Path, name: str) -> None:
    assert codes(tmp_path, {name: b"x"}) == {name: ["STATIC-KIND-01"]}


def test_what_to_do_instead(tmp_path: Path) -> None:
    found = {
        one.file[len(STATIC) + 1 :]: one.hint for one in look(lay(tmp_path, {"a.PNG": b"x", "b.doc": b"x"}))
    }
    assert found == {"a.PNG": "扩展名改成小写的 .png", "b.doc": "用 Word 或 WPS 另存为 .docx，或者导出成 PDF"}


@pytest.mark.parametrize("name", [name for name in GOOD if not name.endswith((".txt", ".csv", ".svg"))])
def test_content_of_another_kind(tmp_path: Path, name: str) -> None:
    same = {"a.jpg": "a.jpeg", "a.jpeg": "a.jpg"}.get(name)
    for other, content in GOOD.items():
        if other not in (name, same):
            assert codes(tmp_path, {name: content}) == {name: ["STATIC-CONTENT-01"]}, other


@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
@pytest.mark.parametrize(
    "content",
    [
        "留样".encode("gbk"),
        "留样".encode("utf-16"),
        b"MZ\x90\x00\x03",
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"\n  <HTML>",
        SVG,
    ],
)
def test_texts_that_are_none(tmp_path: Path, name: str, content: bytes) -> None:
    assert codes(tmp_path, {name: content}) == {name: ["STATIC-CONTENT-01"]}


@pytest.mark.parametrize("cut", [9, 40, 200])
@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.docx", "a.xlsx"])
def test_damaged_files(tmp_path: Path, name: str, cut: int) -> None:
    assert codes(tmp_path, {name: GOOD[name][: min(cut, len(GOOD[name]) - 20)]}) == {
        name: ["STATIC-CONTENT-01"]
    }


def test_macros_and_passwords(tmp_path: Path) -> None:
    assert codes(tmp_path, {"a.xlsx": office(EXCEL, xl__vbaProject_DOT_bin=b"x")}) == {
        "a.xlsx": ["STATIC-CONTENT-01"]
    }
    assert codes(tmp_path, {"a.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99}) == {
        "a.docx": ["STATIC-CONTENT-01"]
    }


def test_sizes(tmp_path: Path) -> None:
    static = lay(tmp_path, {"a.pdf": b"%PDF-", "empty.txt": b""}) / STATIC
    with (static / "a.pdf").open("r+b") as file:
        file.truncate(31 * 1024 * 1024)
    found = {one.file.rpartition("/")[2]: (one.code, one.message) for one in look(tmp_path)}
    assert found == {
        "a.pdf": ("STATIC-SIZE-01", "文件有 31.0 MB，PDF 文件不能超过 30 MB"),
        "empty.txt": ("STATIC-SIZE-01", "文件是空的（0 字节）"),
    }


def test_a_changed_file_is_looked_at_again(tmp_path: Path) -> None:
    assert codes(tmp_path, {"a.png": picture("PNG")}) == {"a.png": []}
    assert codes(tmp_path, {"a.png": picture("GIF")}) == {"a.png": ["STATIC-CONTENT-01"]}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has none")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    static = lay(tmp_path, {"a.txt": b"x"}) / STATIC
    os.mkfifo(static / "b.txt")
    assert [(one.file, one.code) for one in look(tmp_path)] == [(f"{STATIC}/b.txt", "STATIC-LINK-01")]
