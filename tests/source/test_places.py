"""Every value knows its place, also in a line that was mended on the way."""

from __future__ import annotations

from portal.source.diagnostic import Span
from portal.source.reading import read_markdown, read_yaml

TEXT = """\
id: 2024-001
party:
  name: 某店
  "kind": 企业
lessons:
  - 第一条
  - by: 甲
    on: 乙
flow: {一: [1, 二], 三: }
facts: |
  第一段

  第二段
last: x
"""


def test_values_keys_and_items() -> None:
    file = read_yaml("a.yaml", TEXT.encode()).file
    assert file.at("id") == Span(1, 5, 1, 13)
    assert file.key("id") == Span(1, 1, 1, 3)
    assert file.at("party") == Span(3, 3, 4, 13)
    assert file.key("party", "kind") == Span(4, 3, 4, 9)
    assert file.at("lessons", 0) == Span(6, 5, 6, 8)
    assert file.at("lessons", 1, "on") == Span(8, 9, 8, 10)
    assert file.at("lessons") == Span(6, 3, 8, 10)
    assert file.at("flow", "一", 1) == Span(9, 15, 9, 16)
    assert file.at("flow") == Span(9, 7, 9, 23)
    assert file.at("last") == Span(14, 7, 14, 8)


def test_what_is_not_there_is_shown_at_the_nearest_thing_above() -> None:
    file = read_yaml("a.yaml", TEXT.encode()).file
    assert file.at("party", "credit_code") == file.key("party")
    assert file.at("lessons", 7, "by") == file.key("lessons")
    assert file.key("nothing") == file.key("id")
    assert file.at() == file.key("id")


def test_columns_in_a_mended_line_are_those_its_writer_sees() -> None:
    text = "title：某\u200b案 #1\nparty: {name：甲, kind: '企业'}\nlist:\n  -一\u00a0二\nnext:x\n"
    reading = read_yaml("a.yaml", text.encode())
    assert reading.data
    assert reading.data["title"] == "某案 #1"
    assert reading.data["list"] == ["一 二"]
    lines = text.split("\n")
    for path, shown in ((("title",), "某\u200b案 #1"), (("list", 0), "一\u00a0二"), (("next",), "x")):
        span = reading.file.at(*path)
        assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == shown


def test_lines_of_front_matter_are_counted_from_the_top_of_the_file() -> None:
    reading = read_markdown("a.md", "---\ntitle: 剩菜\nsummary: 一\n---\n\n正文: x\n".encode())
    assert reading.data == {"title": "剩菜", "summary": "一"}
    assert reading.file.at("summary") == Span(3, 10, 3, 11)
    assert (reading.file.body, reading.file.body_line) == ("\n正文: x\n", 5)
