"""A sheet of monthly figures (统计表, 汇总表) → figures by unit and indicator.

Takes a sheet and the site's names; gives a `SheetReading`, or `None` when the sheet holds no such table.
Whatever cannot be read is refused by cell, and then nothing is imported. Lines that belong to no table
(填表人, 联系电话, notes) are passed over and repeated nowhere.
"""

from __future__ import annotations

from dataclasses import replace

from portal.formats.imported import ImportedMonth, ImportedUnit, SheetReading
from portal.formats.sheets.head import Asked, SheetHead, read_head
from portal.formats.sheets.layout import Column, find_layout
from portal.formats.sheets.names import Names
from portal.formats.sheets.rows import RowReader
from portal.formats.sheets.table import FigureTable, table_of
from portal.formats.workbook.cell import Remarks
from portal.formats.workbook.opening import Sheet


def read_statistics(sheet: Sheet, names: Names, asked: Asked) -> SheetReading | None:
    """Read one sheet; the month asked for goes before its title, the unit serves where it names none."""
    rows = names.named(sheet.rows)
    layout = find_layout(rows)
    if layout is None:
        return None
    if not layout.figures:
        return SheetReading(None, (), None, refusals=layout.faults)
    remarks = Remarks(refusals=list(layout.faults))
    table = table_of(layout, sheet.address)
    head = read_head(table.around, asked, names, remarks)
    columns = _columns(table, head, asked.unit, remarks)
    units = _units(table, head, columns, names, remarks)
    remarks.add(head.late)
    for column, unit in zip(columns, units, strict=False):
        if not unit.figures:
            remarks.notice(column.head.address, f"{unit.unit}没有填数，没有导入")
    reported = [unit for unit in units if unit.figures]
    imported = None
    if head.month and reported and not remarks.refusals:
        order = names.all("units")
        imported = ImportedMonth(head.month, tuple(sorted(reported, key=lambda one: order.index(one.unit))))
    known = tuple(unit.unit for unit in units)
    return SheetReading(head.month, known, imported, tuple(remarks.notices), tuple(remarks.refusals))


def _columns(table: FigureTable, head: SheetHead, unit: str | None, remarks: Remarks) -> tuple[Column, ...]:
    """The columns to import, each with its unit; with `unit` given, of several only that one."""
    if table.one_unit:
        return (replace(table.columns[0], unit=head.unit),)
    chosen = tuple(column for column in table.columns if unit in (None, column.unit))
    if not chosen:
        remarks.refuse(table.around.address, f"表里没有“{unit}”的数", "核对是不是选错了文件，或去掉 --unit")
    return chosen


def _units(
    table: FigureTable, head: SheetHead, columns: tuple[Column, ...], names: Names, remarks: Remarks
) -> tuple[ImportedUnit, ...]:
    """What each column says; the day that stands outside the table goes before one in a row of it."""
    rows = RowReader(table, head, names, remarks)
    rows.read()
    if head.reported:
        rows.days[columns[0].index] = head.reported
    return tuple(rows.unit(column) for column in columns if column.unit)
