"""Findings as people, programs and GitHub see them."""

from __future__ import annotations

import json

import pytest

from portal.source.diagnostic import Diagnostic, Severity, Span, error, warning
from portal.source.report import MAX_SHOWN, as_github, as_json, as_objects, as_text, width

LINE = "  title: 某店（第３家）的“ﾊﾟﾝ”案, café"


def excerpt(line: str, span: Span) -> tuple[str, str]:
    """The source line and the caret line of a report, without their margin."""
    shown, caret = as_text([error("a.yaml", span, "X-1", "错", "改")], {"a.yaml": [line]}).split("\n")[1:3]
    assert shown.startswith("    1 | ")
    assert caret.startswith("      | ")
    return shown[8:], caret[8:]


@pytest.mark.parametrize("at", range(len(LINE)))
def test_caret_stands_under_each_character_of_a_chinese_line(at: int) -> None:
    shown, caret = excerpt(LINE, Span(1, at + 1, 1, at + 2))
    assert shown == LINE
    assert len(caret) - len(caret.lstrip()) == width(LINE[:at])
    assert caret.strip() == "^" * max(1, width(LINE[at]))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("中文", 4),
        ("（：）", 6),
        ("ＡＢ", 4),
        ("é", 1),
        ("e\u0301", 1),
        ("ﾊﾟ", 2),
        ("“”", 2),
        ("\u200b", 0),
        ("", 0),
    ],
)
def test_width_is_what_a_terminal_takes(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize("at", [0, 20, 45, 90, 130, 159])
def test_long_line_is_cut_around_the_caret(at: int) -> None:
    line = "".join(chr(0x4E00 + i) for i in range(160))
    shown, caret = excerpt(line, Span(1, at + 1, 1, at + 2))
    assert width(shown) <= MAX_SHOWN + 6
    start = width(caret) - len(caret.lstrip())
    under = next(i for i in range(len(shown)) if width(shown[:i]) == start)
    assert shown[under] == line[at]


def test_mark_ends_with_the_line_when_the_finding_goes_on_below() -> None:
    shown, caret = excerpt("facts: 一二", Span(1, 8, 3, 2))
    assert (shown, caret) == ("facts: 一二", "       ^^^^")


def test_place_after_the_end_of_the_line_still_has_a_caret() -> None:
    assert excerpt("title:", Span(1, 7, 1, 8)) == ("title:", "      ^")


def test_nothing_from_a_file_reaches_the_terminal_as_a_command() -> None:
    line = "title: \x1b[31m\x07\u202e红\tx"
    found = error("a.yaml", Span(1, 12, 1, 13), "X-1", f"写的是“{line}”", line)
    text = as_text([found], {"a.yaml": [line]})
    assert not set(text) & set("\x1b\x07\u202e\t")
    assert "title: ?[31m?红 x" in text


def test_finding_without_a_line_to_show_is_one_line_and_its_hint() -> None:
    found = [
        error("a.yaml", Span(), "FILE-ABSENT", "缺少文件", "恢复它"),
        warning("b.yaml", Span(3, 1, 3, 2), "X-1", "久了"),
    ]
    assert as_text(found, {}) == (
        "a.yaml:1:1: 错误 [FILE-ABSENT] 缺少文件\n    → 恢复它\n\nb.yaml:3:1: 提醒 [X-1] 久了\n"
    )


FOUND = [
    Diagnostic(
        "content/案例,1.yaml",
        Span(3, 8, 4, 2),
        "DATE-FORM",
        "“98%”：不对\n第二行",
        "写成 98, 不写 %",
        Severity.ERROR,
    ),
    warning("a:b.yaml", Span(1, 1, 1, 2), "X-1", "久了"),
]


def test_objects_for_programs() -> None:
    assert as_objects(FOUND) == [
        {
            "file": "content/案例,1.yaml",
            "line": 3,
            "column": 8,
            "end_line": 4,
            "end_column": 2,
            "severity": "error",
            "code": "DATE-FORM",
            "message": "“98%”：不对\n第二行",
            "hint": "写成 98, 不写 %",
        },
        {
            "file": "a:b.yaml",
            "line": 1,
            "column": 1,
            "end_line": 1,
            "end_column": 2,
            "severity": "warning",
            "code": "X-1",
            "message": "久了",
            "hint": "",
        },
    ]


def test_json_is_readable_and_says_the_same() -> None:
    assert json.loads(as_json(FOUND)) == as_objects(FOUND)
    assert "“98%”：不对" in as_json(FOUND)
    assert as_json([]) == "[]"


def test_github_annotations_are_one_escaped_line_each() -> None:
    assert as_github(FOUND).split("\n") == [
        "::error file=content/案例%2C1.yaml,line=3,col=8,endLine=4,endColumn=2,title=DATE-FORM"
        "::“98%25”：不对%0A第二行。写成 98, 不写 %25",
        "::warning file=a%3Ab.yaml,line=1,col=1,endLine=1,endColumn=2,title=X-1::久了",
    ]
