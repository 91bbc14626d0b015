"""隐患清单, one row a hazard → how many were found and put right, by focus and by business type.

Takes a sheet, the site's names, the month and unit when the caller knows them; gives a `SheetReading`, or
`None` for another kind of sheet. Only counts leave this module: names, telephone
numbers, addresses and descriptions are read past, and messages point to a cell without quoting it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portal.formats.imported import ImportedBreakdown, ImportedMonth, ImportedUnit, SheetReading
from portal.formats.sheets.hazard_rows import Hazard, HazardRows
from portal.formats.sheets.head import Around, Asked, read_head
from portal.formats.sheets.names import Names
from portal.formats.workbook.cell import Cell, Remarks
from portal.formats.workbook.opening import Sheet

HEADS = {
    "number": ("序号", "编号"),
    "business_type": ("业态", "业态类型", "主体业态", "业态类别"),
    "focus": ("工作重点", "重点", "排查重点", "工作重点类别"),
    "found_on": ("发现日期", "发现时间", "排查日期", "检查日期"),
    "due_on": ("整改时限", "整改期限", "完成时限"),
    "status": ("整改情况", "整改状态", "整改结果", "是否整改", "是否完成整改"),
    "rechecked_on": ("复查日期", "复查时间"),
    "hazard": ("隐患描述", "风险隐患", "问题描述", "隐患内容", "隐患情况", "存在问题"),
}
NEEDED = {"business_type": "业态", "focus": "工作重点", "found_on": "发现日期", "status": "整改情况"}
LEAST_HEADS = 3
DEEPEST_HEADER = 30


def is_hazard_list(sheet: Sheet) -> bool:
    """A list of hazards, whatever other columns it has: one headed with a unit is no column of figures."""
    return _header(sheet.rows) is not None


def read_hazards(sheet: Sheet, names: Names, asked: Asked) -> SheetReading | None:
    """Read one sheet; the month and unit asked for serve where its title names none."""
    header = _header(sheet.rows)
    if header is None:
        return None
    remarks = Remarks()
    columns = _columns(sheet.rows[header])
    head = read_head(Around(sheet.address, sheet.rows[:header]), asked, names, remarks)
    hazards: tuple[Hazard, ...] = ()
    if missing := [title for name, title in NEEDED.items() if name not in columns]:
        message = f"隐患清单缺少这些列：{'、'.join(missing)}"
        remarks.refuse(f"{sheet.address}!{header + 1}行", message, "补上这些列，表头用这些名称")
    else:
        hazards = HazardRows(sheet.rows[header + 1 :], columns, names, head.month, remarks).read()
    imported = None
    if head.month and head.unit and hazards and not remarks.refusals:
        imported = ImportedMonth(head.month, (_counted(head.unit, hazards, names, sheet.address),))
    elif not hazards and not remarks.refusals:
        remarks.notice(sheet.address, "隐患清单里没有隐患，没有导入分类数")
    known = (head.unit,) if head.unit else ()
    return SheetReading(head.month, known, imported, tuple(remarks.notices), tuple(remarks.refusals))


def _header(rows: Sequence[Sequence[Cell]]) -> int | None:
    for index, row in enumerate(rows[:DEEPEST_HEADER]):
        texts = {cell.bare for cell in row}
        named = sum(not texts.isdisjoint(HEADS[name]) for name in (*NEEDED, "hazard"))
        if named >= LEAST_HEADS:
            return index
    return None


def _columns(header: Sequence[Cell]) -> Mapping[str, int]:
    texts = [cell.bare for cell in header]
    found = {name: [texts.index(head) for head in heads if head in texts] for name, heads in HEADS.items()}
    return {name: places[0] for name, places in found.items() if places}


def _counted(unit: str, hazards: Sequence[Hazard], names: Names, where: str) -> ImportedUnit:
    rectified = [hazard for hazard in hazards if hazard.rectified]
    breakdowns = tuple(
        ImportedBreakdown(indicator, by, parts, where)
        for indicator, counted in (("hazards_found", hazards), ("hazards_rectified", rectified))
        for by, group in (("focus", "focuses"), ("business_type", "business_types"))
        if (parts := _parts([getattr(hazard, by) for hazard in counted], names.all(group)))
    )
    return ImportedUnit(unit, breakdowns=breakdowns)


def _parts(found: Sequence[str], order: Sequence[str]) -> dict[str, int]:
    return {word: found.count(word) for word in order if word in found}
