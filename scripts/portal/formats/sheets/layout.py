"""Where the table of figures stands in a sheet; found by what its cells name, not by its place.

Two layouts: A, one unit, a row for each indicator and a column 数量; B, a column for each unit. Takes the
rows of a sheet, gives the places of the table's columns or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from portal.formats.sheets.names import Grid, NamedCell
from portal.formats.sheets.privacy import is_aside
from portal.formats.workbook.cell import Remark

NAME_HEADS = ("内容", "指标", "指标名称", "统计内容", "工作内容", "统计指标", "名称")
GROUP_HEADS = ("项目", "类别", "工作项目", "工作类别")
MEASURE_HEADS = ("计量单位", "单位", "计量")
AMOUNT_HEADS = (
    *("数量", "数值", "数据", "本月数", "本月", "本月数量", "本期数", "当月数"),
    *("本月完成", "完成数"),
)
NOTE_HEADS = ("备注", "说明")
TOTAL_HEADS = ("合计", "总计", "合计数", "全区合计", "全区")
PART_HEADS = ("小计",)
SERIAL_HEADS = ("序号", "编号")
NO_UNITS = (*TOTAL_HEADS, *PART_HEADS, *NOTE_HEADS, *MEASURE_HEADS, *SERIAL_HEADS)
LEAST_INDICATORS = 2
DEEPEST_HEADER = 30
LOOKED_THROUGH = 300


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures; `unit` is unknown in layout A, where a line above the table names it."""

    index: int
    head: NamedCell
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of a table's columns, the lines above it, the rows below its header, and what is wrong with it."""

    above: Grid
    body: Grid
    name: int
    figures: tuple[Column, ...]
    group: int | None
    measure: int | None
    note: int | None
    totals: tuple[Column, ...] = ()
    faults: tuple[Remark, ...] = ()


def find_layout(rows: Grid) -> Layout | None:
    """The table of figures, or `None` when the sheet holds none.

    A table with a row for each unit is one with a column for each turned round, so both ways of looking at
    the sheet are tried.
    """
    if layout := _for_one_unit(rows):
        return layout
    for seen in (rows, tuple(zip(*rows, strict=True))):
        if layout := _for_many_units(seen):
            first = layout.name if layout.group is None else min(layout.name, layout.group)
            return layout if seen is rows else replace(layout, above=rows[:first])
    return None


def _for_one_unit(rows: Grid) -> Layout | None:
    """Layout A."""
    for index, row in enumerate(rows[:DEEPEST_HEADER]):
        name, group = _place(row, NAME_HEADS), _place(row, GROUP_HEADS)
        if name is None:
            name, group = group, None
        amounts = _columns(row, AMOUNT_HEADS)
        if not amounts or name is None or not _indicators(rows, index, name):
            continue
        header = _last_of_header(rows, index, name)
        if header > index:
            amounts = _columns(rows[header], AMOUNT_HEADS) or amounts
        message, fix = "表头里有两列数，不知道用哪一列", "只留本月的一列，另存后再导入"
        faults = tuple(Remark(one.head.address, message, fix) for one in amounts[1:2])
        measure, note = _place(row, MEASURE_HEADS), _place(row, NOTE_HEADS)
        above, body = rows[:header], rows[header + 1 :]
        return Layout(above, body, name, amounts[:1], group, measure, note, faults=faults)
    return None


def _for_many_units(rows: Grid) -> Layout | None:
    """Layout B."""
    for index, row in enumerate(rows[:DEEPEST_HEADER]):
        first = next((i for i, cell in enumerate(row) if cell.unit), None)
        if first is None:
            continue
        name = max(range(first), key=lambda column: _indicators(rows, index, column), default=None)
        if name is None or _indicators(rows, index, name) < LEAST_INDICATORS:
            continue
        group = next((i for i in range(first) if i != name and _names_a_group(rows, index, i)), None)
        measure, note = _place(row[:first], MEASURE_HEADS), _place(row, NOTE_HEADS)
        totals = _columns(row, TOTAL_HEADS)
        above, body = rows[:index], rows[index + 1 :]
        figures, faults = _unit_columns(row, body, first)
        if not figures and not faults:
            faults = (Remark(row[first].address, "各单位的列里都没有填数", "填好以后再导入"),)
        if faults:
            totals = ()  # the sum of the other columns would look wrong
        return Layout(above, body, name, figures, group, measure, note, totals, faults)
    return None


def _last_of_header(rows: Grid, header: int, name: int) -> int:
    """A header of two lines: 数量 above 本月 and 累计, the other heads merged over both."""
    head = rows[header][name]
    return max(index for index, row in enumerate(rows) if row[name] is head)


def _unit_columns(
    header: Sequence[NamedCell], body: Grid, first: int
) -> tuple[tuple[Column, ...], tuple[Remark, ...]]:
    """The columns of units from the column `first`, and what is wrong with their heads."""
    found: dict[str, Column] = {}
    faults = []
    for index, head in enumerate(header[first:], start=first):
        if all(row[index].blank for row in body) or _no_unit(head):
            continue
        if head.unit is None:
            faults.append(head.names.unknown_unit(head.value, head))
        elif head.unit in found:
            faults.append(Remark(head.address, f"“{head.unit}”有两列", "合并成一列后再导入"))
        else:
            found[head.unit] = Column(index, head, head.unit)
    return tuple(found.values()), tuple(faults)


def _no_unit(head: NamedCell) -> bool:
    return head.bare in NO_UNITS or "累计" in head.bare or is_aside((head,))


def _columns(row: Sequence[NamedCell], heads: Sequence[str]) -> tuple[Column, ...]:
    found: dict[str, Column] = {}
    for index, cell in enumerate(row):
        if cell.bare in heads:
            found.setdefault(cell.address, Column(index, cell))
    return tuple(found.values())


def _place(row: Sequence[NamedCell], heads: Sequence[str]) -> int | None:
    return next((i for head in heads for i, cell in enumerate(row) if cell.bare == head), None)


def _indicators(rows: Grid, header: int, column: int) -> int:
    return sum(bool(cell.indicators) for cell in _below(rows, header, column))


def _names_a_group(rows: Grid, header: int, column: int) -> bool:
    return any(cell.group is not None for cell in _below(rows, header, column))


def _below(rows: Grid, header: int, column: int) -> Iterator[NamedCell]:
    """The beginning of a column below the header, enough to tell what it holds."""
    return (row[column] for row in rows[header + 1 : header + LOOKED_THROUGH])
