"""A sheet of monthly figures (统计表, 汇总表) → figures by unit and indicator.

Takes a sheet, the indicators and words of the site; gives a `SheetReading`, or `None` when the sheet
holds no such table. Whatever cannot be read is refused by cell, and then nothing is imported. Lines
that belong to no table (填表人, 联系电话, notes) are passed over and repeated nowhere.
"""

from __future__ import annotations

from portal.formats.imported import ImportedMonth, ImportedUnit, SheetReading
from portal.formats.sheets.indicator_names import IndicatorNames
from portal.formats.sheets.labels import Lines, check_day, find_day, find_month, find_unit
from portal.formats.sheets.rows import RowReader
from portal.formats.sheets.table import Column, Table, find_table
from portal.formats.workbook.cell import Remarks
from portal.formats.workbook.opening import Sheet
from portal.records.indicator import Indicators
from portal.records.vocabulary import Words


def read_outcomes(
    sheet: Sheet, indicators: Indicators, words: Words, month: str | None = None, unit: str | None = None
) -> SheetReading | None:
    """Read one sheet; `month` (YYYY-MM) goes before its title, `unit` serves where it names none."""
    names, remarks = IndicatorNames(indicators), Remarks()
    table = find_table(sheet, names, words, remarks)
    if table is None:
        return None
    month = find_month(table.above, month, sheet.address, remarks)
    lines = _outside(table, names)
    columns = _columns(table, lines, words, unit, remarks)
    rows = RowReader(table, indicators, names, month, remarks)
    rows.read()
    if table.one_unit:
        _day_outside(lines, rows, month, remarks)
    units = tuple(rows.unit(column) for column in columns if column.unit)
    reported = tuple(one for one in units if one.figures)
    for column, one in zip(columns, units, strict=False):
        if not one.figures:
            remarks.notice(column.head.address, f"{one.unit}没有填数，没有导入")
    imported = None
    if month and reported and not remarks.refusals:
        imported = ImportedMonth(month, _in_order(reported, words))
    return SheetReading(
        month, tuple(one.unit for one in units), imported, tuple(remarks.notices), tuple(remarks.refusals)
    )


def _outside(table: Table, names: IndicatorNames) -> Lines:
    """The lines above the table, and those in or below it that are no indicator."""
    body = (row for row in table.body if not names.knows(row[table.name].value))
    return (*table.sheet.rows[: table.header], *body)


def _columns(
    table: Table, lines: Lines, words: Words, unit: str | None, remarks: Remarks
) -> tuple[Column, ...]:
    """The columns to import, each with its unit; with `unit` given, of several only that one."""
    where = table.sheet.address
    if table.one_unit:
        column = table.figures[0]
        return (Column(column.index, column.head, find_unit(lines, words, unit, where, remarks)),)
    chosen = tuple(column for column in table.figures if unit in (None, column.unit))
    if not chosen:
        remarks.refuse(where, f"表里没有“{unit}”的数", "核对是不是选错了文件，或去掉 --unit")
    return chosen


def _day_outside(lines: Lines, rows: RowReader, month: str | None, remarks: Remarks) -> None:
    found = find_day(lines, month, remarks)
    if found is None:
        remarks.notice(rows.table.sheet.address, "没有找到填报日期", "在月度数据里补上 reported_on: 日期")
        return
    check_day(*found, month, remarks)
    rows.days[rows.table.figures[0].index] = found


def _in_order(units: tuple[ImportedUnit, ...], words: Words) -> tuple[ImportedUnit, ...]:
    order = list(words.group("units") or {})
    return tuple(sorted(units, key=lambda one: order.index(one.unit)))
