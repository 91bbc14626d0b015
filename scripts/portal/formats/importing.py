"""The import of one file as a whole: bytes of an .xlsx in, a plan for each month's file out. Pure.

Reads every sheet, brings the figures and the list of hazards of a unit together, plans the merge with
what the site has. If anything is refused nothing is planned. The command line writes and prints.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from portal.formats.imported import Figure, ImportedMonth, ImportedUnit, SheetReading
from portal.formats.merging.plan import MergePlan, path_of, plan_merge
from portal.formats.report import ImportResult
from portal.formats.sheets.head import Asked
from portal.formats.sheets.readings import read_sheets
from portal.formats.workbook.cell import Remark, Remarks
from portal.formats.workbook.opening import read_workbook
from portal.records import Site
from portal.records.month import Month


def import_outcomes(  # noqa: PLR0913 - each is an option of the command line
    content: bytes,
    name: str,
    site: Site,
    *,
    month: str | None = None,
    unit: str | None = None,
    today: datetime.date,
    overwrite_reason: str | None = None,
    hazards_only: bool = False,
) -> ImportResult:
    """Plan the import of the file `name`; `month` and `unit` are what the user asked for.

    With `hazards_only` the tables of figures only tell the month and the unit of the lists of hazards.
    """
    remarks = Remarks()
    asked = _asked(name, site, month, unit, remarks)
    if remarks.refusals:
        return ImportResult(name, refusals=tuple(remarks.refusals))
    workbook = read_workbook(name, content)
    if isinstance(workbook, Remark):
        return ImportResult(name, refusals=(workbook,))
    readings = read_sheets(workbook, site, asked, remarks, hazards_only=hazards_only)
    months = [] if remarks.refusals else _months(readings, remarks)
    months = [_with_totals(one, site, remarks) for one in months]
    for one in months:
        if one.month not in site.campaign.record.months:
            remarks.notice(workbook.name, f"{one.month} 不在专项行动期间", "核对标题里的年份和月份")
    plans = [_plan(one, site, today, overwrite_reason) for one in months]
    refusals = (*remarks.refusals, *(one for plan in plans for one in plan.refusals))
    notices = (*remarks.notices, *(one for plan in plans for one in plan.notices))
    return ImportResult(workbook.name, () if refusals else tuple(plans), notices, refusals)


def _asked(name: str, site: Site, month: str | None, unit: str | None, remarks: Remarks) -> Asked:
    """What was typed, if it is a month and a unit of the site."""
    wanted = None
    try:
        wanted = None if month is None else Month.parse(month)
    except ValueError:
        remarks.refuse(name, f"指定的月份“{month}”写法不对", "写成 2024-06")
    units = list(site.words.group("units") or {})
    if unit is not None and unit not in units:
        remarks.refuse(name, f"指定的单位“{unit}”不是已有的报送单位", f"可用的词：{'、'.join(units)}")
    return Asked(wanted, unit)


def _months(readings: Sequence[SheetReading], remarks: Remarks) -> list[ImportedMonth]:
    """One month each, its units brought together from all sheets."""
    months: dict[Month, dict[str, ImportedUnit]] = {}
    for imported in (reading.imported for reading in readings if reading.imported):
        units = months.setdefault(imported.month, {})
        for unit in imported.units:
            earlier = units.get(unit.unit)
            units[unit.unit] = _joined(earlier, unit, remarks) if earlier else unit
    for units in months.values():
        for unit in units.values():
            _compare(unit, remarks)
    return (
        []
        if remarks.refusals
        else [ImportedMonth(key, tuple(months[key].values())) for key in sorted(months)]
    )


def _joined(first: ImportedUnit, second: ImportedUnit, remarks: Remarks) -> ImportedUnit:
    both = [
        pair for pair in ((first.figures, second.figures), (first.breakdowns, second.breakdowns)) if all(pair)
    ]
    if both:
        where, there = both[0][1][0].address, both[0][0][0].address
        remarks.refuse(where, f"{first.unit}同一个月的数在文件里有两份，另一份在 {there}", "只留一份后再导入")
    return replace(
        first, figures=first.figures or second.figures, breakdowns=first.breakdowns or second.breakdowns
    )


def _with_totals(month: ImportedMonth, site: Site, remarks: Remarks) -> ImportedMonth:
    """A breakdown needs its whole: where nobody has reported it, the list itself gives it."""
    entry = site.outcome_by_month.get(month.month)
    known = {report.unit: set(report.figures) for report in entry.record.units} if entry else {}
    units = tuple(_with_total(unit, known.get(unit.unit, set()), remarks) for unit in month.units)
    return replace(month, units=units)


def _with_total(unit: ImportedUnit, known: set[str], remarks: Remarks) -> ImportedUnit:
    added = [
        Figure(one.indicator, Decimal(sum(one.parts.values())), one.address)
        for one in unit.breakdowns
        if one.by == "focus" and one.indicator not in known and unit.figure(one.indicator) is None
    ]
    for figure in added:
        remarks.notice(figure.address, f"没有报总数，按清单合计填 {figure.value}", "与统计表核对")
    return replace(unit, figures=(*unit.figures, *added))


def _compare(unit: ImportedUnit, remarks: Remarks) -> None:
    """The list of hazards need not hold all, but the editor should know when it does not."""
    for breakdown in unit.breakdowns:
        figure = unit.figure(breakdown.indicator)
        listed = sum(breakdown.parts.values())
        if breakdown.by == "focus" and figure is not None and figure.value != listed:
            what = "已整改的" if breakdown.indicator == "hazards_rectified" else ""
            message = f"统计表的数是 {figure.value}，隐患清单里{what}有 {listed} 项，两处不同"
            remarks.notice(figure.address, message, "向报送单位核实；清单只列了一部分时可以照常写入")


def _plan(month: ImportedMonth, site: Site, today: datetime.date, reason: str | None) -> MergePlan:
    path = path_of(month.month)
    entry = site.outcome_by_month.get(month.month)
    if entry is None and site.exists_unread("outcome", str(month.month)):
        finding = Remark(path, f"{path} 现在就有问题，没有合并", "先运行 portal check，改好以后再导入")
        return MergePlan(path, None, None, refusals=(finding,))
    existing = entry.file.original if entry else None
    return plan_merge(existing, month, site.indicators.record, site.words, today, reason)
