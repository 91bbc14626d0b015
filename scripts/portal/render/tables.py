"""Tables of Markdown as listeners need them: a caption, headers of columns and of rows.

Takes the HTML that Python-Markdown made of an article; each table is called after the heading above it.
"""

from __future__ import annotations

import re
from html import escape, unescape

TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
HEADING = re.compile(r"<h[234][^>]*>(.*?)</h[234]>", re.DOTALL)
COLUMN = re.compile(r"<th(?=[ >])(?![^>]*scope=)")
FIRST_CELL = re.compile(r"(<tr>\s*)<td([^>]*)>(.*?)</td>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def with_headers(html: str, title: str) -> str:
    """The tables of `html` with captions that are not seen; above the first heading they are called `title`."""
    headings = [(found.end(), unescape(TAG.sub("", found[1]))) for found in HEADING.finditer(html)]

    def headed(table: re.Match[str]) -> str:
        above = (name for end, name in reversed(headings) if end <= table.start())
        return _headed(table[1], next(above, title))

    return TABLE.sub(headed, html)


def _headed(inside: str, name: str) -> str:
    rows = FIRST_CELL.sub(r'\1<th scope="row"\2>\3</th>', COLUMN.sub('<th scope="col"', inside))
    return f'<table><caption class="p-unseen">{escape(name)}</caption>{rows}</table>'
