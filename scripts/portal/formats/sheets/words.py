"""Words of a sheet ↔ words of the site: spaces, numbering, brackets and punctuation do not count.

Takes a cell's text and the site's word lists, gives the site's word, or the nearest one to suggest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from portal.formats.workbook.cell import Cell, Remarks, bare, narrow, plain
from portal.records.vocabulary import Words
from portal.records.wording import nearest

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


def match_word(words: Words, group: str, value: object) -> str | None:
    """The word of `group` that the cell means, by name or alias."""
    terms = (words.group(group) or {}).values()
    for wanted in (plain(value), bare(value)):
        for term in terms:
            if wanted and wanted in map(plain, (term.name, *term.aliases)):
                return term.name
    return None


def match_unit(words: Words, value: object) -> str | None:
    """The reporting unit; the bureau's name may stand before it."""
    if found := match_word(words, "units", value):
        return found
    names = words.group("units") or {}
    text = bare(value)
    return next((name for name in names if text.endswith("局" + plain(name))), None)


def unit_within(words: Words, value: object) -> str | None:
    """The longest name of a unit that occurs in a title."""
    names = sorted(words.group("units") or {}, key=len, reverse=True)
    return next((name for name in names if plain(name) in plain(value)), None)


def nearest_word(words: Words, group: str, value: object) -> str | None:
    """The word of `group` that the cell most likely means."""
    terms = (words.group(group) or {}).values()
    by_name = {name: term.name for term in terms for name in (term.name, *term.aliases)}
    near = nearest(bare(value), by_name)
    return by_name[near] if near else None


def suggestion(words: Words, group: str, value: object) -> str:
    """The fix for a word that is not known: the nearest one and the choice there is."""
    near = nearest_word(words, group, value)
    return f"{f'是不是“{near}”？' if near else ''}可用的词：{'、'.join(words.group(group) or {})}"


def unknown_unit(words: Words, value: object, cell: Cell, remarks: Remarks) -> None:
    """Refuse the name of a unit; the name is repeated only where it is none of a person."""
    text = quoted(value, known=nearest_word(words, "units", value) is not None) or "这里写的"
    remarks.refuse(cell.address, f"{text}不是已有的报送单位", suggestion(words, "units", value))


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
    return isinstance(cell.value, str) and bool(PERSONAL.search(narrow(cell.value)))


def is_aside(cells: Sequence[Cell]) -> bool:
    """A line that belongs to no table: who filled it in, who checked it, a note."""
    texts = [narrow(cell.value) for cell in cells]
    return any(SIGNED.fullmatch(text) for text in texts) or bool(texts and NOTE.fullmatch(texts[0]))
