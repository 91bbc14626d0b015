"""A dataset as a workbook for Excel and WPS: the first sheet says what the numbers are, the second holds them.

Headings and codes are Chinese as in the CSV for people; days are days and numbers numbers, all else is text.
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator, Sequence

from portal.opendata.csv_file import read_lines
from portal.opendata.dataset import BLANK_NOTE, Dataset
from portal.opendata.imprint import Imprint
from portal.opendata.workbook import Sheet, Style, Value, workbook_bytes

NOTES, ROWS = "说明", "数据"
NARROWEST, WIDEST, LOOKED_AT = 8, 44, 60
# Of the notes: the name of a field, its type, its unit, its meaning.
NOTES_WIDTHS = (22, 44, 12, 70)
TEXT_NOTE = "月份、编号这些是文字，照原样显示。以 =、+、-、@ 开头的也是文字，不会当成公式计算。"
DEMO_ROWS = "“示例数据”一列写“是”的行是虚构的演示内容，不是真实情况。"
FIELDS = ("字段", "是什么", "计量单位", "填什么")


def xlsx_bytes(dataset: Dataset, imprint: Imprint) -> bytes:
    lines = [list(line) for line in read_lines(dataset)]
    notes = list(_notes(dataset, imprint))
    looks = tuple(
        Style.TITLE if not number else Style.HEADING if line == FIELDS else Style.WRAPPED
        for number, line in enumerate(notes)
    )
    return workbook_bytes(
        (
            Sheet(NOTES, notes, NOTES_WIDTHS, looks=looks),
            Sheet(ROWS, lines, widths(lines), headed=True),
        )
    )


def _notes(dataset: Dataset, imprint: Imprint) -> Iterator[Sequence[Value]]:
    yield (dataset.shown_title,)
    yield from about(imprint, dataset.title, dataset.updated_on)
    yield ("内容", dataset.description)
    if dataset.has_demo:
        yield ("示例数据", DEMO_ROWS)
    if dataset.updated_on:
        yield ("数据更新到", dataset.updated_on)
    yield ("生成日期", imprint.generated_for)
    yield ("行数", len(dataset.rows))
    yield ("空格", BLANK_NOTE)
    yield ("文字", TEXT_NOTE)
    yield ("数据在哪里", f"本文件的第二张表“{ROWS}”")
    yield ()
    yield FIELDS
    for column in dataset.columns:
        codes = "，".join(word for _, word in column.codes)
        kind = f"{column.type_name}（{codes}）" if codes else column.type_name
        yield (column.heading, kind, column.unit, column.description)


def about(imprint: Imprint, title: str, updated_on: datetime.date | None) -> Iterator[Sequence[Value]]:
    """What stands on the first sheet of every workbook of ours."""
    yield ("来源", imprint.publisher)
    yield ("网址", imprint.base)
    yield ("使用条件", imprint.licence)
    yield ("引用格式", imprint.citation(title, updated_on))


def widths(lines: Sequence[Sequence[Value]]) -> tuple[int, ...]:
    """So wide that what stands in the first lines is seen, within reason."""
    columns = zip(*lines[:LOOKED_AT], strict=True)
    return tuple(min(WIDEST, max(NARROWEST, *(_width(value) for value in column)) + 2) for column in columns)


def _width(value: Value) -> int:
    """In half-width characters."""
    text = "" if value is None else str(value)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text[:WIDEST])
