"""Files that are not the UTF-8 text we ask for: what their writer is told."""

from __future__ import annotations

import codecs
from collections.abc import Callable

import pytest

from portal.source.reading import read_yaml
from portal.source.report import as_text

TEXT = (
    "# 案例\nid: 2024-001\ntitle: 某便利店经营超过保质期的乳制品案\nfacts: |\n  一家便利店，查到过期鲜奶。\n"
)
SAVE_AS = "    → 用编辑器“另存为”，编码选 UTF-8 后重新保存\n"


def report(raw: bytes) -> str:
    reading = read_yaml("案例.yaml", raw)
    assert reading.data is None or b"\0" in raw
    return as_text(reading.problems, {"案例.yaml": reading.file.lines})


def test_gbk_is_named_and_shown_as_its_writer_sees_it() -> None:
    assert report(TEXT.encode("gbk")) == (
        "案例.yaml:1:1: 错误 [FILE-GBK] 文件是 GBK（ANSI）编码，不是 UTF-8\n"
        "    1 | # 案例\n"
        "      | ^\n" + SAVE_AS
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-16"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
    ],
    ids=["with mark", "big-endian with mark", "little-endian", "big-endian"],
)
@pytest.mark.parametrize(
    "text", [TEXT, "id: 2024-001\n", "标题：一二三\nid: 一\n"], ids=["case", "Latin", "Chinese"]
)
def test_utf16_is_named_with_and_without_its_mark(
    text: str, encode: Callable[[str], bytes], line_end: str
) -> None:
    raw = encode(text.replace("\n", line_end))
    assert report(raw) == (
        "案例.yaml:1:1: 错误 [FILE-UTF16] 文件是 UTF-16（Unicode）编码，不是 UTF-8\n" + SAVE_AS
    )


def test_nul_byte_is_shown_where_it_is() -> None:
    assert report(TEXT.replace("便利店", "便\0利店", 1).encode()) == (
        "案例.yaml:3:10: 错误 [FILE-NUL] 文件里有空字节（NUL），不是文本\n"
        "    3 | title: 某便?利店经营超过保质期的乳制品案\n"
        "      |            ^\n"
        "    → 从版本库里恢复这个文件\n"
    )


def test_many_nul_bytes_are_no_text() -> None:
    assert read_yaml("案例.yaml", TEXT.encode() + b"\0" * 4096).data is None


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\x85"])
def test_a_file_whose_lines_end_with_an_unseen_character_is_read(char: str) -> None:
    reading = read_yaml("案例.yaml", TEXT.replace("\n", char).encode())
    assert reading.data == read_yaml("案例.yaml", TEXT.encode()).data
    assert [(found.code, found.span.line) for found in reading.problems] == [("YAML-INVISIBLE", 1)]


def test_broken_byte_in_utf8_is_not_called_gbk() -> None:
    raw = TEXT.encode().replace("便".encode(), "便".encode()[:2], 1)
    assert report(raw) == (
        "案例.yaml:3:9: 错误 [FILE-ENCODING] 这里有不是 UTF-8 的字节\n"
        "    3 | title: 某\ufffd利店经营超过保质期的乳制品案\n"
        "      |          ^\n"
        "    → 删掉这里的乱码重新输入，用编辑器“另存为”，编码选 UTF-8 后重新保存\n"
    )


@pytest.mark.parametrize(
    "raw", [b"", b"\n\n", b"  \r\n", b"\xef\xbb\xbf"], ids=["0 bytes", "lines", "spaces", "mark"]
)
def test_empty_file(raw: bytes) -> None:
    assert report(raw) == ("案例.yaml:1:1: 错误 [FILE-EMPTY] 文件是空的\n    → 填上内容，或者删除这个文件\n")


def test_half_a_megabyte_on_one_line() -> None:
    assert report(b"id: 2024-001\nfacts: " + b"x" * 500_000 + b"\n") == (
        "案例.yaml:2:1: 错误 [FILE-LINE-LONG] 这一行有 500007 个字符，超过 20000 的上限\n"
        f"    2 | facts: {'x' * 69}...\n"
        "      | ^\n"
        "    → 用 | 分成多行书写\n"
    )


def test_byte_order_mark_and_old_line_ends_are_no_fault() -> None:
    plain = read_yaml("案例.yaml", TEXT.encode())
    for raw in (
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ):
        reading = read_yaml("案例.yaml", raw)
        assert (reading.data, reading.problems) == (plain.data, ())
        assert reading.file.at("title") == plain.file.at("title")
