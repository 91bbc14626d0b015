"""Where the table of figures stands in a sheet, and what its columns are; found by content, not by place.

Two layouts: A, one unit, a row for each indicator and a column 数量; B, a column for each unit. A table
with a row for each unit is B turned round, so both ways of looking at the sheet are tried.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from portal.formats.sheets.indicator_names import IndicatorNames
from portal.formats.sheets.words import is_aside, match_unit, unknown_unit
from portal.formats.workbook.cell import Cell, Remarks, bare, distinct
from portal.formats.workbook.opening import Sheet
from portal.records.vocabulary import Words

NAME_HEADS = ("内容", "指标", "指标名称", "统计内容", "工作内容", "统计指标", "名称")
GROUP_HEADS = ("项目", "类别", "工作项目", "工作类别")
MEASURE_HEADS = ("计量单位", "单位", "计量")
AMOUNT_HEADS = (
    "数量",
    "数值",
    "数据",
    "本月数",
    "本月",
    "本月数量",
    "本期数",
    "当月数",
    "本月完成",
    "完成数",
)
REMARK_HEADS = ("备注", "说明")
TOTAL_HEADS = ("合计", "总计", "合计数", "全区合计", "全区")
PART_HEADS = ("小计",)
SERIAL_HEADS = ("序号", "编号")
LEAST_INDICATORS = 2
DEEPEST_HEADER = 30
LOOKED_THROUGH = 300


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures; `unit` is unknown in layout A, where a line above the table names it."""

    index: int
    head: Cell
    unit: str | None = None


@dataclass(frozen=True)
class Table:
    """The columns of a table whose body begins below row `header`; `sheet` may be turned round."""

    sheet: Sheet
    header: int
    name: int
    figures: tuple[Column, ...]
    group: int | None = None
    measure: int | None = None
    remark: int | None = None
    totals: tuple[Column, ...] = ()
    turned: bool = False

    @property
    def above(self) -> tuple[Cell, ...]:
        """The cells of the title lines."""
        first = self.name if self.group is None else min(self.name, self.group)
        lines = self.sheet.transposed.rows[:first] if self.turned else self.sheet.rows[: self.header]
        return tuple(cell for line in lines for cell in distinct(line))

    @property
    def body(self) -> Sequence[tuple[Cell, ...]]:
        return self.sheet.rows[self.header + 1 :]

    @property
    def one_unit(self) -> bool:
        return self.figures[0].unit is None


def find_table(sheet: Sheet, names: IndicatorNames, words: Words, remarks: Remarks) -> Table | None:
    """The table of figures, or `None` when the sheet holds none; faults of its header go to `remarks`."""
    if table := _layout_a(sheet, names, remarks):
        return table
    if table := _layout_b(sheet, names, words, remarks):
        return table
    turned = _layout_b(sheet.transposed, names, words, remarks)
    return replace(turned, turned=True) if turned else None


def _layout_a(sheet: Sheet, names: IndicatorNames, remarks: Remarks) -> Table | None:
    for index, row in enumerate(sheet.rows[:DEEPEST_HEADER]):
        amounts, name, group = (
            _columns(row, AMOUNT_HEADS),
            _column(row, NAME_HEADS),
            _column(row, GROUP_HEADS),
        )
        if name is None:
            name, group = group, None
        if not amounts or name is None or not _indicators(sheet, index, name, names):
            continue
        header = _last_of_header(sheet, index, name)
        if header > index:
            amounts = _columns(sheet.rows[header], AMOUNT_HEADS) or amounts
        if len(amounts) > 1:
            place, fix = amounts[1].head.address, "只留本月的一列，另存后再导入"
            remarks.refuse(place, "表头里有两列数，不知道用哪一列", fix)
        measure, remark = _column(row, MEASURE_HEADS), _column(row, REMARK_HEADS)
        return Table(sheet, header, name, tuple(amounts[:1]), group, measure, remark)
    return None


def _last_of_header(sheet: Sheet, header: int, name: int) -> int:
    """A header of two lines: 数量 above 本月 and 累计, the other heads merged over both."""
    head = sheet.rows[header][name]
    return max(index for index, row in enumerate(sheet.rows) if row[name] is head)


def _layout_b(sheet: Sheet, names: IndicatorNames, words: Words, remarks: Remarks) -> Table | None:
    for index, row in enumerate(sheet.rows[:DEEPEST_HEADER]):
        first = next((i for i, cell in enumerate(row) if match_unit(words, cell.value)), None)
        if first is None:
            continue
        name = max(range(first), key=lambda column: _indicators(sheet, index, column, names), default=None)
        if name is None or _indicators(sheet, index, name, names) < LEAST_INDICATORS:
            continue
        faults = len(remarks.refusals)
        figures = _unit_columns(sheet, index, first, words, remarks)
        group = next((i for i in range(first) if i != name and _groups(sheet, index, i, names)), None)
        measure, totals = _column(row[:first], MEASURE_HEADS), tuple(_columns(row, TOTAL_HEADS))
        if len(remarks.refusals) > faults:
            totals = ()  # the sum of the other columns would look wrong
        return Table(sheet, index, name, figures, group, measure, _column(row, REMARK_HEADS), totals)
    return None


def _unit_columns(
    sheet: Sheet, header: int, first: int, words: Words, remarks: Remarks
) -> tuple[Column, ...]:
    found: dict[str, Column] = {}
    row = sheet.rows[header]
    for index in range(first, len(row)):
        head = row[index]
        if not distinct(line[index] for line in sheet.rows[header + 1 :]) or _no_unit(head):
            continue
        unit = match_unit(words, head.value)
        if unit is None:
            unknown_unit(words, head.value, head, remarks)
        elif unit in found:
            remarks.refuse(head.address, f"“{unit}”有两列", "合并成一列后再导入")
        else:
            found[unit] = Column(index, head, unit)
    return tuple(found.values())


def _no_unit(head: Cell) -> bool:
    text = bare(head.value)
    return (
        text in (*TOTAL_HEADS, *PART_HEADS, *REMARK_HEADS, *MEASURE_HEADS, *SERIAL_HEADS)
        or "累计" in text
        or is_aside((head,))
    )


def _columns(row: Sequence[Cell], heads: Sequence[str]) -> list[Column]:
    found: dict[str, Column] = {}
    for index, cell in enumerate(row):
        if bare(cell.value) in heads:
            found.setdefault(cell.address, Column(index, cell))
    return list(found.values())


def _column(row: Sequence[Cell], heads: Sequence[str]) -> int | None:
    return next((i for head in heads for i, cell in enumerate(row) if bare(cell.value) == head), None)


def _indicators(sheet: Sheet, header: int, column: int, names: IndicatorNames) -> int:
    return sum(names.knows(cell.value) for cell in _below(sheet, header, column))


def _groups(sheet: Sheet, header: int, column: int, names: IndicatorNames) -> int:
    return sum(names.group(cell.value) is not None for cell in _below(sheet, header, column))


def _below(sheet: Sheet, header: int, column: int) -> list[Cell]:
    """The beginning of a column below the header, enough to tell what it holds."""
    return [row[column] for row in sheet.rows[header + 1 : header + LOOKED_THROUGH]]
