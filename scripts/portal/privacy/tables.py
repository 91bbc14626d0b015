"""Tables in Markdown: the cells whose column or row is headed by a word, read together with that word.

Takes a folded text, gives `(label, start, end)` for each cell with what heads its column, and with the first cell of
its row: under 健康证号 a number is one of health certificates, however many rows below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy.found import Stretch

ROW = re.compile(r"^[ >]{0,8}[^\n|]{0,60}\|[^\n]{1,600}$", re.MULTILINE)
CELL = re.compile(r"[^|\n]+")
LABEL = re.compile(r"[ *_`]*(?P<words>[^0-9|\n]{1,24}?)[ *_`]*")
# The words that a column of numbers is headed by.
NAMES_A_NUMBER = re.compile(
    r"号|证|账|帐|户|卡|微|[Qq][Qq]|抖|快手|小红书|支付|淘宝|昵称|名|ID|[Vv][Xx]|电话|手机|传真|护照|执照"
)
RULE = re.compile(r"[ :-]+")
LONGEST_CELL = 80


def labelled_cells(text: str) -> Iterator[tuple[str, int, int]]:
    """Every cell with the word for a number that heads its column, and again with the one that heads its row."""
    header: list[str] = []
    last = -2
    for row in ROW.finditer(text):
        cells = _cells(text, row)
        if row.start() != last + 1:
            header = [_label(text, cell) for cell in cells]
        else:
            yield from _under(text, header, cells)
        yield from _beside(text, cells)
        last = row.end()


def _cells(text: str, row: re.Match[str]) -> list[Stretch]:
    start = row.start() + (row[0].lstrip(" >").startswith("|") and row[0].index("|"))
    return [cell.span() for cell in CELL.finditer(text, start, row.end())]


def _label(text: str, cell: Stretch) -> str:
    match = LABEL.fullmatch(text, *cell)
    return match["words"] if match else ""


def _under(text: str, header: list[str], cells: list[Stretch]) -> Iterator[tuple[str, int, int]]:
    for label, (start, end) in zip(header, cells, strict=False):
        if (
            NAMES_A_NUMBER.search(label)
            and end - start <= LONGEST_CELL
            and not RULE.fullmatch(text, start, end)
        ):
            yield label, start, end


def _beside(text: str, cells: list[Stretch]) -> Iterator[tuple[str, int, int]]:
    """The cells behind the nearest one to their left that holds words and no number."""
    label = ""
    for start, end in cells:
        words = _label(text, (start, end))
        if words:
            label = words
        elif NAMES_A_NUMBER.search(label) and end - start <= LONGEST_CELL:
            yield label, start, end
