"""本页目录: the headings of a finished body, so that a long page has a way in, and nobody keeps a second list of them.

Templates leave a mark where the list belongs, and one where the way back to the top does; they are filled once the body
is made, because only then are the headings known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import NamedTuple

from markupsafe import Markup

from portal.pages import kinds
from portal.pages.kinds import PageKind

MARK = Markup("<portal:contents>")
HEADING = re.compile(r'<h(?P<level>[23]) id="(?P<id>[^"]+)"[^>]*>(?P<text>.*?)</h(?P=level)>', re.DOTALL)
# Notes beside a heading, and then what markup is left in it.
ASIDE, TAG = re.compile(r"<small\b.*?</small>", re.DOTALL), re.compile(r"<[^>]*>")
FEWEST = 3
TO_TOP = '<p class="p-top"><a href="#main">回到页首</a></p>'
# Which kinds of pages have one, and down to which level.
LEVELS: Mapping[PageKind, int] = {
    kinds.RESULTS: 2,
    kinds.BULLETIN: 2,
    kinds.FINAL: 2,
    kinds.UNIT: 2,
    kinds.FOCUS: 2,
    kinds.NEW_RULES: 2,
    kinds.DATA: 2,
    kinds.LAW: 3,
}


class Heading(NamedTuple):
    """One line of the list, and whether it stands below the one before it."""

    anchor: str
    words: str
    below: bool


def mark_for(kind: PageKind) -> Markup:
    """What a page of this kind has in the place of its list."""
    return MARK if kind in LEVELS else Markup()


def filled(html: str, kind: PageKind, render: Callable[[list[Heading]], str]) -> str:
    """The body with its list of headings, made by `render`, and the way back; as it is where there is little to list."""
    if kind not in LEVELS:
        return html
    found = headings(html, LEVELS[kind])
    if len(found) < FEWEST:
        return html.replace(MARK, "")
    return html.replace(MARK, render(found), 1).replace(MARK, TO_TOP, 1)


def headings(html: str, level: int) -> list[Heading]:
    """The headings that have an address, down to `level`."""
    return [
        Heading(unescape(one["id"]), _words(one["text"]), one["level"] == "3")
        for one in HEADING.finditer(html)
        if int(one["level"]) <= level
    ]


def _words(markup: str) -> str:
    return unescape(TAG.sub("", ASIDE.sub("", markup))).strip()
