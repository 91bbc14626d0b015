"""What of a sheet is nobody's business here: signatures and notes beside a table, names, telephone numbers.

Tells which lines belong to no table, which cells hold personal data, and which text may stand in a message.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from portal.formats.workbook.cell import Cell, narrow

LONG_NUMBER = re.compile(r"\d{6}")
# Mobile and identity numbers, then fixed lines; 20240621 is a day, not a fixed line.
PERSONAL = re.compile(
    r"(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{17}[\dXx]"
    r"|\(?0\d{2,3}\)?[ -]?[2-9]\d{6,7}|(?!20\d{6})[2-9]\d{3}[ -]?\d{4})(?!\d)"
)
PEOPLE = "填表人|填报人|制表人|制表|审核人|审批人|负责人|联系人|经办人|联系电话|联系方式|电话|手机"
SIGNED = re.compile(
    rf"(?:.*\s)?\S{{0,6}}?(?:{PEOPLE})\s*(?:\([^)]*\))?\s*:.*|(?:{PEOPLE})\s*(?:\([^)]*\))?", re.DOTALL
)
NOTE = re.compile(r"(?:填报|填表)?(?:注|说明|备注)(?:[\s:\d(一].*)?", re.DOTALL)
# What is said of a cell that holds personal data: message and hint.
PRIVATE = ("这一格有电话或证件号码，属于个人信息，没有导入", "个人信息不要写在报表里，请从原表中删去")
LONGEST_SHOWN = 20
SHORTEST_SHOWN = 5


def quoted(value: object, *, known: bool = False) -> str:
    """The text for a message, or nothing where it may be a person's name or number.

    `known` tells that the text is close to a word of the site and so is no name.
    """
    text = " ".join(narrow(value).split())
    if LONG_NUMBER.search(text) or SIGNED.fullmatch(text) or len(text) > LONGEST_SHOWN:
        return ""
    if not known and (len(text) < SHORTEST_SHOWN or re.search(r"[\s、]", text)):
        return ""
    return f"“{text}”"


def holds_personal_data(cell: Cell) -> bool:
    """A telephone or identity number stands in the text of the cell."""
    return isinstance(cell.value, str) and bool(PERSONAL.search(cell.text))


def is_aside(cells: Sequence[Cell]) -> bool:
    """A line that belongs to no table: who filled it in, who checked it, a note."""
    texts = [cell.text for cell in cells]
    return any(SIGNED.fullmatch(text) for text in texts) or bool(texts and NOTE.fullmatch(texts[0]))
