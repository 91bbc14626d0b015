"""Unseen characters where no trap of YAML is: in the text below the front matter, and behind escapes in quotations.

`\\v` or `\\u200b` in a double-quoted text and `&shy;` in Markdown give the same characters as raw ones, so they are told
in the same words, with the place of the escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from portal.source.diagnostic import Diagnostic, Span, error
from portal.source.file import SourceFile
from portal.source.places import KeyPath
from portal.source.unseen import NO_BREAK_SPACE, explain, named, unseen

LAST = 0x10FFFF
ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});")
SINGLE = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "v": "\v", "f": "\f", "r": "\r"}
SINGLE |= {"N": "\x85", "_": NO_BREAK_SPACE, "L": "\u2028", "P": "\u2029"}


def in_body(file: SourceFile) -> Iterator[Diagnostic]:
    """Every line of the Markdown that holds one, raw or as a character reference."""
    for number, line in enumerate(file.body.split("\n"), file.body_line):
        if unseen(line):
            at, code, message, hint = explain(line)
            code = code if code == "FILE-NUL" else "MD-INVISIBLE"
            yield error(file.path, Span(number, at + 1, number, at + 2), code, message, hint)
        for match in ENTITY.finditer(line):
            char = _referred(match[0])
            # A space that is written out can be seen.
            if unseen(char) and char != NO_BREAK_SPACE:
                place = Span(number, match.start() + 1, number, match.end() + 1)
                yield error(file.path, place, "MD-INVISIBLE", _said(match[0], char), f"删掉 {match[0]}")


def _referred(reference: str) -> str:
    """What it stands for; numbers as they are, where `unescape` would leave out control characters."""
    if not reference.startswith("&#"):
        return unescape(reference)
    hexadecimal = reference[2] in "xX"
    code = int(reference[3:-1], 16) if hexadecimal else int(reference[2:-1])
    return chr(code) if code <= LAST else ""


def in_values(file: SourceFile, data: object) -> Iterator[Diagnostic]:
    """Keys and values that hold one; raw ones have been taken out, so that an escape has made it."""
    if "\\" not in file.text:
        return
    for path, text in _texts(data, ()):
        places = unseen(text)
        if "\r" in text or places:
            char = "\r" if not places else text[places[0]]
            place, written = _escape(file, file.at(*path), char)
            yield error(file.path, place, "YAML-INVISIBLE", _said(written, char), f"删掉 {written}")


def _said(written: str, char: str) -> str:
    name = "回车符（U+000D）" if char == "\r" else named(char)
    return f"这里用 {written} 写了看不见的字符：{name}"


def _texts(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield (*path, key), str(key)
            yield from _texts(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*path, index))


def _escape(file: SourceFile, whole: Span, char: str) -> tuple[Span, str]:
    """Where in the stretch of the value the escape for `char` stands, and how it is written."""
    for number in range(whole.line, min(whole.end_line, len(file.lines)) + 1):
        for match in ESCAPE.finditer(file.lines[number - 1]):
            if _meant(match[0]) == char:
                return Span(number, match.start() + 1, number, match.end() + 1), match[0]
    return whole, f"\\u{ord(char):04X}"


def _meant(escape: str) -> str:
    kind, digits = escape[1], escape[2:]
    if digits:
        return chr(int(digits, 16)) if int(digits, 16) <= LAST else ""
    return SINGLE.get(kind, "")
