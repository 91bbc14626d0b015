"""An article's body line by line, as the rules about its Markdown look at it: code covered up, every line with its place.

Takes the text, gives lines that know their kind (`list`, `table`, `heading`, `quote`, `html`, `code`, `text`, `blank`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from portal.records.remarks import CODE, remarks

# Stand for fenced code, code within a line, and remarks.
FENCED, INLINE, REMARK = "\ue000", "\ue001", "\ue002"
Kind = Literal["blank", "list", "table", "heading", "quote", "html", "code", "note", "text"]
KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("blank", re.compile(rf"[ \t{REMARK}]*$")),
    ("list", re.compile(r"[ \t]*(?:[-*+]|\d+\.)[ \t]+\S")),
    ("heading", re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")),
    ("table", re.compile(r"[ \t]*\|")),
    ("quote", re.compile(r"[ \t]*>")),
    ("html", re.compile(r" {0,3}</?[a-zA-Z]")),
    # Admonitions, footnotes, definitions of links.
    ("note", re.compile(r"!!!|\?\?\?|\[[^\]]+\]:")),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a body: what it says, where it begins, what kind of line it is."""

    text: str
    start: int
    kind: Kind

    @property
    def indent(self) -> int:
        """Blanks before the first character, a tab as four."""
        expanded = self.text.expandtabs(4)
        return len(expanded) - len(expanded.lstrip(" "))

    @property
    def content(self) -> str:
        return self.text.strip()

    @property
    def content_at(self) -> int:
        """Where in the body the first character that is no blank stands."""
        return self.start + len(self.text) - len(self.text.lstrip())


@lru_cache(maxsize=8)
def covered(body: str) -> str:
    """The text with every character of code and of remarks under one that stands for it, all others in their places."""
    text = CODE.sub(lambda match: _under(FENCED if match["fence"] else INLINE, match[0]), body)
    for start, end in remarks(body):
        text = text[:start] + _under(REMARK, text[start:end]) + text[end:]
    return text


def _under(cover: str, text: str) -> str:
    return re.sub(r"[^\n]", cover, text)


@lru_cache(maxsize=8)
def lines(body: str) -> tuple[Line, ...]:
    """All lines; what stands in code and remarks is not taken for Markdown."""
    found, start = [], 0
    for text in covered(body).split("\n"):
        found.append(Line(text, start, _kind(text)))
        start += len(text) + 1
    return tuple(found)


def with_before(body: str) -> Iterator[tuple[Line | None, Line]]:
    """Every line with the one before it."""
    all_lines = lines(body)
    return zip((None, *all_lines[:-1]), all_lines, strict=True)


def _kind(text: str) -> Kind:
    if FENCED in text:
        return "code"
    return next((kind for kind, pattern in KINDS if pattern.match(text)), "text")
