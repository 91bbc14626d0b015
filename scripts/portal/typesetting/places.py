"""The marks of a typeset piece of HTML as places in its text, for lists that a browser makes from data."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

TAG = re.compile(r"<(/?)(\w+)[^>]*>")


class Places(NamedTuple):
    """Where a line may end, and from where to where (one after the other) quantities are kept whole.

    In units of UTF-16, as browsers count.
    """

    breaks: list[int]
    wholes: list[int]


def places_in(html: str) -> Places:
    found = Places([], [])
    done = text = 0
    for tag in TAG.finditer(html):
        text += _length(html[done : tag.start()])
        done = tag.end()
        if tag[2] == "wbr":
            found.breaks.append(text)
        elif tag[2] == "bdi":
            found.wholes.append(text)
    return found


def _length(html: str) -> int:
    return len(unescape(html).encode("utf-16-le")) // 2
