"""Which lines lie inside a block text, an open quotation or an open flow list.

There the characters that trap elsewhere are harmless, so the traps step over them. What is opened
and never closed is told apart from what goes on below by looking ahead for the next key or item.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from portal.source.layout import ENTRY, Layout, indent_of, opens_below, starts_entry

LOOKAHEAD = 200
BLOCK = re.compile(r"[|>](?:[+-]?(?P<depth>\d?)|\d[+-])[ ]*(?:#.*)?$")
# An unclosed quotation runs to the end: without that alternative many of them would cost the square.
QUOTATION = re.compile(r"(?<![^\s\[{,:])(?:\"(?:\\.|[^\"\\])*+(?:\"|\\?$)|'(?:''|[^'])*+(?:'|$))")
COMMENT = re.compile(r"(?:^|\s)#.*")
CLOSER = {"[": "]", "{": "}"}


class Skipper:
    """Steps through the lines of one file from the top."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.block_base: int | None = None
        self.quote = ""
        self.flow = 0
        self.fallen_out = False

    @property
    def idle(self) -> bool:
        return self.block_base is None and not self.quote and self.flow <= 0

    def inside(self, line: str) -> bool:
        """Whether `line` is inside; also notes where what was open ends."""
        if self.block_base is not None:
            if not line.strip() or indent_of(line) > self.block_base:
                return True
            if has_fallen_out(line):
                return False
            self.block_base, self.fallen_out = None, False
        if self.quote:
            if closes(line, self.quote):
                self.quote = ""
            return True
        if self.flow > 0:
            self.flow += flow_balance(line)
            return True
        return False

    def open_block(self, number: int, shape: Layout, value: str) -> bool:
        """Whether `value` starts a block text; `>5` with nothing below it does not."""
        match = BLOCK.match(value)
        if not match or (
            any(char.isdigit() for char in match[0]) and not opens_below(self.lines, number, shape)
        ):
            return False
        self.block_base = shape.base
        return True

    def open_quote(self, number: int, shape: Layout, quote: str) -> bool:
        """A quotation that the line leaves open; false when it is not closed before the next entry."""
        if not self._ends(number, shape, lambda line: closes(line, quote)):
            return False
        self.quote = quote
        return True

    def open_flow(self, number: int, shape: Layout, balance: int) -> bool:
        """A flow list that the line leaves open; false when it is not closed before the next entry."""
        still = balance

        def closed(line: str) -> bool:
            nonlocal still
            still += flow_balance(line)
            return still <= 0

        if not self._ends(number, shape, closed):
            return False
        self.flow = balance
        return True

    def _ends(self, number: int, shape: Layout, closed: Callable[[str], bool]) -> bool:
        for line in self.lines[number + 1 : number + 1 + LOOKAHEAD]:
            if starts_entry(line, shape.base):
                return False
            if closed(line):
                return True
        return number + LOOKAHEAD < len(self.lines)


def has_fallen_out(line: str) -> bool:
    """Whether a line right below a block text is no entry: its writer forgot the indentation."""
    bare = line.lstrip(" ")
    return not (bare.startswith(("#", "-", "...", "\t", "\u3000")) or ENTRY.match(bare))


def closes(text: str, quote: str) -> bool:
    """Whether a quotation that is open at the start of `text` ends in it."""
    body = re.sub(r"\\.", "", text) if quote == '"' else text.replace("''", "")
    return quote in body


def without_quotations(text: str) -> str:
    """What is left of a flow list when its quotations are emptied and its comment is cut off."""
    return COMMENT.sub("", QUOTATION.sub("''", text))


def flow_balance(text: str) -> int:
    """Opened minus closed brackets, not counting those in quotations and comments."""
    bare = without_quotations(text)
    return bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")


def missing_closers(text: str) -> str:
    """The brackets that would close what `text` leaves open."""
    open_: list[str] = []
    for char in without_quotations(text):
        if char in CLOSER:
            open_.append(CLOSER[char])
        elif open_ and char == open_[-1]:
            open_.pop()
    return "".join(reversed(open_))
