"""Markup, escapes and folded lines hide nothing from the last search; addresses, paths and bytes are no text."""

from __future__ import annotations

import pytest

from portal.opendata.workbook import Sheet, workbook_bytes
from portal.publish.name_search import BORDER
from portal.publish.rendered_text import is_text, of_file, of_head, of_html


def blocks(text: str | None) -> list[str]:
    return [block for block in (text or "").split(BORDER) if block.strip()]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("138<b>0013</b>8000", "13800138000"),
        ('138<span class="x" data-y=">">0013</span>8000', "13800138000"),
        ("138<STRONG>0013</STRONG>8000", "13800138000"),
        ("138&#48;&#48;13&#x38;000", "13800138000"),
        ("138<br>0013<br/>8000", "138 0013 8000"),
        ("<!-- 13800138000 -->", " 13800138000 "),
        ("<text>138<tspan x='1'>0013</tspan>8000</text>", "13800138000"),
    ],
)
def test_what_is_seen_as_one_is_one(html: str, text: str) -> None:
    assert text in blocks(of_html(f"<p>前</p>{html}<p>后</p>"))


@pytest.mark.parametrize(
    "html",
    [
        "<td>138</td><td>0013</td>",
        "<p>138</p><p>0013</p>",
        '<a href="x">138</a>\n<a href="y">0013</a>',
        "<span>138</span> <a>0013</a>",
    ],
)
def test_what_stands_apart_is_not_joined(html: str) -> None:
    assert {"138", "0013"} <= {block.strip() for block in blocks(of_html(html))}


def test_attributes_that_are_read_are_text_and_others_are_not() -> None:
    html = (
        '<img alt="甲" title=\'乙\' src="丙"><meta content="丁"><a href="tel:138" aria-label="戊" id="己">x</a>'
        '<a href="mailto:a@b.cn">y</a><a href="https://x.cn/庚">z</a><path d="M1 2"/><option value=辛 data-k="壬">'
    )
    text = of_html(html)
    assert {"甲", "乙", "丁", "戊", "tel:138", "mailto:a@b.cn", "辛", "壬"} <= set(blocks(text))
    assert not [char for char in "丙己庚" if char in text]


def test_the_head_is_read_with_its_data() -> None:
    head = '<title>甲&amp;乙</title>\n<meta name="description" content="丙"><script>{"name":"丁"}</script>'
    assert {"丙", "丁"} <= set(blocks(of_head(head)))
    assert "甲&乙" in of_head(head)


@pytest.mark.parametrize(
    ("path", "raw", "text"),
    [
        ("x.json", rb'{"a": "\u5f20\/\u4e09", "b": 1}', "张/三"),
        ("feed.json", rb'{"content_html": "<p class=\"x\">138<b>0013<\/b>8000</p>"}', "13800138000"),
        ("feed.xml", b"<content>&lt;p&gt;138&lt;b&gt;0013&lt;/b&gt;8000&lt;/p&gt;</content>", "13800138000"),
        ("feed.xml", b"<d><![CDATA[<p>138<b>0013</b>8000</p>]]></d>", "13800138000"),
        ("x.ics", b"DESCRIPTION:138001\r\n 38000\\, x\r\nUID:a@b.cn\r\n", "DESCRIPTION:13800138000, x\r"),
        ("x.csv", '"甲","乙，\n丙"\r\n'.encode(), "乙，\n丙"),
        ("x.txt", "张三\n李四".encode("gb18030"), "李四"),
        ("x.txt", "张三".encode("utf-16"), "张三"),
        ("x.svg", '<svg><title>甲</title><path d="M1"/></svg>'.encode(), "甲"),
        ("unknown.kind", "甲\n乙".encode(), "乙"),
    ],
)
def test_every_kind_of_text_is_read(path: str, raw: bytes, text: str) -> None:
    assert is_text(path)
    assert text in blocks(of_file(path, raw))


def test_bytes_are_no_text() -> None:
    assert of_file("x", b"\x89PNG\0\0") is None
    assert of_file("x.unknown", b"\xff\xd8\xff\xe0\x10JFIF") is None
    assert not any(map(is_text, ("a.png", "search/x/grams/1.bin", "index.html.gz", "a/b.br", "x.WOFF2")))


def test_an_identifier_of_a_calendar_is_no_mail() -> None:
    assert "a@b.cn" not in (of_file("x.ics", b"BEGIN:VEVENT\r\nUID:a@b.cn\r\n") or "")


def test_every_sheet_of_a_workbook_is_read() -> None:
    made = workbook_bytes(
        [Sheet("说明", [["甲", 1]], (9, 9)), Sheet("数据", [["乙<b>", "13800138000"]], (9, 9))]
    )
    assert {"甲", "乙<b>", "13800138000"} <= set(blocks(of_file("data/cases.xlsx", made)))
    assert of_file("data/cases.xlsx", made[:200]) is None
