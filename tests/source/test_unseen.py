"""Unseen characters in the text below the front matter: raw and as references, each named, in its place."""

from __future__ import annotations

import pytest

from portal.source.hidden import in_body, in_values
from portal.source.reading import read_markdown
from portal.source.unseen import CANDIDATE, named

FRONT = "---\ntitle: x\n---\n"


def found(body: str) -> list[tuple[str, int, int]]:
    reading = read_markdown("a.md", (FRONT + body).encode("utf-8", "surrogatepass"))
    assert reading.problems == tuple(in_body(reading.file))
    assert list(in_values(reading.file, reading.data)) == []
    return [(one.code, one.span.line, one.span.column) for one in reading.problems]


@pytest.mark.parametrize(
    "char",
    [
        *("\u200b", "\u200d", "\u200f", "\u202e", "\u2066", "\u2060", "\u2063", "\ufeff", "\u00ad", "\u00a0"),
        *("\x01", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9f", "\u2028", "\u2029", "\u061c"),
        *(
            "\u3164",
            "\ufff9",
            "\ufdd0",
            "\uffff",
            "\U0001fffe",
            "\U000e0001",
            "\U000e0041",
            "\ufe0f",
            "\U000e0100",
        ),
    ],
    ids=lambda char: f"{ord(char):04X}",
)
def test_each_is_found_in_markdown(char: str) -> None:
    assert found(f"正文\n\n食x{char}品\n") == [("MD-INVISIBLE", 6, 3)]
    assert f"U+{ord(char):04X}" in named(char)


@pytest.mark.parametrize("written", ["&shy;", "&#8203;", "&#x200B;", "&zwnj;", "&#11;", "&NoBreak;", "&rlm;"])
def test_each_is_found_behind_a_reference(written: str) -> None:
    assert found(f"食{written}品\n") == [("MD-INVISIBLE", 4, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\u2764\ufe0f\u200d\U0001f525",
        "1\ufe0f\u20e3",
        "\u845b\U000e0100\u98fe",
        "两个&nbsp;&nbsp;空格",
        "制表符\t和　全角空格",
    ],
)
def test_what_belongs_to_the_character_before_it_stays(text: str) -> None:
    assert found(text + "\n") == []


def test_every_one_has_a_name() -> None:
    chars = [chr(code) for code in range(0x110000) if CANDIDATE.match(chr(code))]
    assert len(chars) > 3_000
    assert [char for char in chars if not named(char)] == []
