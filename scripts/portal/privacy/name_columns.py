"""Names in the columns of tables: below a head such as 姓名, and in rows that tell of a person.

`name_columns(text)` takes folded text and gives the stretches; cells stand between bars, blanks or commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from portal.privacy.found import Stretch
from portal.privacy.name_patterns import HAN, NAME_ALONE, is_name

# A column of names by its head, and rows of one by what else stands in them.
HEAD: Final = re.compile(
    rf"(?:{HAN}{{0,4}}(?:姓名|签字|签名)|{HAN}{{1,5}}[人员]|学生|幼儿|患者|厨师|值班|店长)(?:[（(][^|]*)?"
)
OF_A_PERSON: Final = re.compile(
    rf"[男女]|[0-9]{{1,3}}周?岁|.{{0,2}}健康证.*|(?:[大中小托]|.{{0,6}}[0-9一二三四五六七八九）)])(?:班|年级)|已?签字|{HAN}{{1,4}}族"
)
NUMBER: Final = re.compile(r"[0-9]{1,3}\.?")
LINE: Final = re.compile(r"[^\n]+")
CELL: Final = {True: re.compile(r"[^|]+"), False: re.compile(r"[^ ]+")}
# The head of a table whose cells stand between commas, and a cell of it.
COMMAS: Final = re.compile(
    r"^[\u4e00-\u9fffA-Za-z]{1,8}(?:([,，])[\u4e00-\u9fffA-Za-z]{1,8})(?:\1[\u4e00-\u9fffA-Za-z]{1,8})*$",
    re.MULTILINE,
)
BETWEEN_COMMAS: Final = re.compile(r"(?:(?<=[,，\n])|\A) ?([^,，\n]*)")


def name_columns(text: str) -> Iterator[Stretch]:
    """Stretches `(start, end)` of the folded text that are cells with names."""
    if "\n" in text or "|" in text:
        yield from _columns(text)
        yield from _between_commas(text)


def _columns(text: str) -> Iterator[Stretch]:
    """The cells below a head such as 姓名, and beside a number where the row is of a person."""
    heads: list[int] = []
    size = 1
    for line in LINE.finditer(text):
        cells = [*_cells(text, line)]
        below = [index for index, (_, cell) in enumerate(cells) if HEAD.fullmatch(cell)]
        if len(cells) != size:  # a table begins
            heads, size = below, len(cells)
            if below:
                continue
        for index in heads or _of_persons([cell for _, cell in cells]):
            start, cell = cells[index]
            if NAME_ALONE.fullmatch(cell) and is_name(cell):
                yield start, start + len(cell)


def _cells(text: str, line: re.Match[str]) -> Iterator[tuple[int, str]]:
    for cell in CELL["|" in line[0]].finditer(text, *line.span()):
        if content := cell[0].strip(" *_"):
            yield text.index(content, cell.start()), content


def _between_commas(text: str) -> Iterator[Stretch]:
    """The cells of rows such as 桂婷,厨工 below a head such as 姓名,岗位."""
    for head in COMMAS.finditer(text):
        cells = head[0].replace("，", ",").split(",")
        heads = [index for index, cell in enumerate(cells) if HEAD.fullmatch(cell)]
        place = head.end() + 1
        while (
            heads
            and (line := LINE.match(text, place))
            and len(re.findall("[,，]", line[0])) == len(cells) - 1
        ):
            row = [cell.span(1) for cell in BETWEEN_COMMAS.finditer(text, *line.span())]
            for start, end in (row[index] for index in heads if index < len(row)):
                if NAME_ALONE.fullmatch(text, start, end) and is_name(text[start:end]):
                    yield start, end
            place = line.end() + 1


def _of_persons(cells: list[str]) -> list[int]:
    """The cell of the name in a row without a head: before the sex, behind a number, or the first of a person's row."""
    for index, cell in enumerate(cells[1:]):
        if cell in ("男", "女"):
            return [index]
    if len(cells) < 3 or not any(OF_A_PERSON.fullmatch(cell) for cell in cells):
        return []
    first = 1 if NUMBER.fullmatch(cells[0]) else 0
    return [first] if not OF_A_PERSON.fullmatch(cells[first]) else []
