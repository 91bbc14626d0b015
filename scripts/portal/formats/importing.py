"""The import of one file as a whole: bytes of an .xlsx in, a plan for each month's file out. Pure.

Reads every sheet, brings the figures and the list of hazards of a unit together, plans the merge with
what the site has. If anything is refused nothing is planned. The command line writes and prints.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from portal.formats.imported import Figure, ImportedMonth, ImportedUnit, SheetReading
from portal.formats.merging.plan import MergePlan, path_of, plan_merge
from portal.formats.sheets.hazards import read_hazards
from portal.formats.sheets.kinds import not_accepted
from portal.formats.sheets.statistics import read_outcomes
from portal.formats.workbook.finding import Finding, Findings
from portal.formats.workbook.opening import Sheet, Workbook, read_workbook
from portal.records import Site
from portal.records.dates import ISO_MONTH


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of one file. Without plans nothing may be written."""

    name: str
    plans: tuple[MergePlan, ...] = ()
    notices: tuple[Finding, ...] = ()
    refusals: tuple[Finding, ...] = ()

    @property
    def writable(self) -> bool:
        """Nothing was refused and no conflict is left open."""
        return not self.refusals and all(plan.new_text is not None for plan in self.plans)

    @property
    def changed(self) -> bool:
        return any(plan.changed for plan in self.plans)


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
    if found := _wrong_request(name, site, month, unit):
        return ImportResult(name, refusals=found)
    workbook = read_workbook(name, content)
    if isinstance(workbook, Finding):
        return ImportResult(name, refusals=(workbook,))
    findings = Findings()
    readings = _readings(workbook, site, month, unit, findings, hazards_only=hazards_only)
    months = [] if findings.refusals else _months(readings, findings)
    months = [_with_totals(one, site, findings) for one in months]
    for one in months:
        if one.month not in site.campaign.record.months:
            findings.notice(workbook.name, f"{one.month} 不在专项行动期间", "核对标题里的年份和月份")
    plans = [_plan(one, site, today, overwrite_reason) for one in months]
    refusals = (*findings.refusals, *(one for plan in plans for one in plan.refusals))
    notices = (*findings.notices, *(one for plan in plans for one in plan.notices))
    return ImportResult(workbook.name, () if refusals else tuple(plans), notices, refusals)


def _wrong_request(name: str, site: Site, month: str | None, unit: str | None) -> tuple[Finding, ...]:
    units = list(site.words.group("units") or {})
    found = Findings()
    if month is not None and not ISO_MONTH.fullmatch(month):
        found.refuse(name, f"指定的月份“{month}”写法不对", "写成 2024-06")
    if unit is not None and unit not in units:
        found.refuse(name, f"指定的单位“{unit}”不是已有的报送单位", f"可用的词：{'、'.join(units)}")
    return tuple(found.refusals)


def _readings(
    workbook: Workbook,
    site: Site,
    month: str | None,
    unit: str | None,
    findings: Findings,
    *,
    hazards_only: bool,
) -> list[SheetReading]:
    """All sheets that could be recognised, figures first: they tell the month and unit of the hazards."""
    sheets = _visible(workbook, findings)
    indicators, words = site.indicators.record, site.words
    figures = [read_outcomes(sheet, indicators, words, month, unit) for sheet in sheets]
    known = [reading for reading in figures if reading]
    month = month or _only(reading.month for reading in known)
    unit = unit or _only(one for reading in known for one in reading.units)
    rest = [sheet for sheet, reading in zip(sheets, figures, strict=True) if reading is None]
    hazards = [read_hazards(sheet, words, month, unit) for sheet in rest]
    lists = [reading for reading in hazards if reading]
    if hazards_only and known and not lists:
        findings.refuse(workbook.name, "文件里没有隐患清单", "这是统计表的话，用 portal import outcomes 导入")
    readings = lists if hazards_only else [*known, *lists]
    strange = [sheet for sheet, reading in zip(rest, hazards, strict=True) if reading is None]
    _say_strange(strange, findings, nothing_else=not readings and not known)
    for reading in readings:
        findings.notices.extend(reading.notices)
        findings.refusals.extend(reading.refusals)
    return readings


def _visible(workbook: Workbook, findings: Findings) -> list[Sheet]:
    filled = [sheet for sheet in workbook.sheets if not sheet.blank]
    shown = [sheet for sheet in filled if not sheet.hidden]
    for sheet in filled:
        if sheet.hidden:
            say = findings.notice if shown else findings.refuse
            say(sheet.address, "隐藏的工作表没有导入", "要导入就先在 Excel 里取消隐藏")
    return shown


def _say_strange(sheets: Sequence[Sheet], findings: Findings, *, nothing_else: bool) -> None:
    for sheet in sheets:
        say = findings.refuse if nothing_else else findings.notice
        say(sheet.address, *not_accepted(sheet))


def _only(found: Iterable[str | None]) -> str | None:
    values = {value for value in found if value}
    return values.pop() if len(values) == 1 else None


def _months(readings: Sequence[SheetReading], findings: Findings) -> list[ImportedMonth]:
    """One month each, its units brought together from all sheets."""
    months: dict[str, dict[str, ImportedUnit]] = {}
    for reading in readings:
        for unit in reading.imported.units if reading.imported else ():
            units = months.setdefault(reading.imported.month if reading.imported else "", {})
            earlier = units.get(unit.unit)
            units[unit.unit] = _joined(earlier, unit, findings) if earlier else unit
    for units in months.values():
        for unit in units.values():
            _compare(unit, findings)
    return (
        []
        if findings.refusals
        else [ImportedMonth(key, tuple(months[key].values())) for key in sorted(months)]
    )


def _joined(first: ImportedUnit, second: ImportedUnit, findings: Findings) -> ImportedUnit:
    both = [
        pair for pair in ((first.figures, second.figures), (first.breakdowns, second.breakdowns)) if all(pair)
    ]
    if both:
        where, there = both[0][1][0].address, both[0][0][0].address
        findings.refuse(
            where, f"{first.unit}同一个月的数在文件里有两份，另一份在 {there}", "只留一份后再导入"
        )
    return replace(
        first, figures=first.figures or second.figures, breakdowns=first.breakdowns or second.breakdowns
    )


def _with_totals(month: ImportedMonth, site: Site, findings: Findings) -> ImportedMonth:
    """A breakdown needs its whole: where nobody has reported it, the list itself gives it."""
    entry = site.outcome_by_month.get(month.month)
    known = {report.unit: set(report.figures) for report in entry.record.units} if entry else {}
    units = tuple(_with_total(unit, known.get(unit.unit, set()), findings) for unit in month.units)
    return replace(month, units=units)


def _with_total(unit: ImportedUnit, known: set[str], findings: Findings) -> ImportedUnit:
    added = [
        Figure(one.indicator, Decimal(sum(one.parts.values())), one.address)
        for one in unit.breakdowns
        if one.by == "focus" and one.indicator not in known and unit.figure(one.indicator) is None
    ]
    for figure in added:
        findings.notice(figure.address, f"没有报总数，按清单合计填 {figure.value}", "与统计表核对")
    return replace(unit, figures=(*unit.figures, *added))


def _compare(unit: ImportedUnit, findings: Findings) -> None:
    """The list of hazards need not hold all, but the editor should know when it does not."""
    for breakdown in unit.breakdowns:
        figure = unit.figure(breakdown.indicator)
        listed = sum(breakdown.parts.values())
        if breakdown.by == "focus" and figure is not None and figure.value != listed:
            what = "已整改的" if breakdown.indicator == "hazards_rectified" else ""
            message = f"统计表的数是 {figure.value}，隐患清单里{what}有 {listed} 项，两处不同"
            findings.notice(figure.address, message, "向报送单位核实；清单只列了一部分时可以照常写入")


def _plan(month: ImportedMonth, site: Site, today: datetime.date, reason: str | None) -> MergePlan:
    path = path_of(month.month)
    entry = site.outcome_by_month.get(month.month)
    if entry is None and site.exists_unread("outcome", month.month):
        finding = Finding(path, f"{path} 现在就有问题，没有合并", "先运行 portal check，改好以后再导入")
        return MergePlan(path, None, None, refusals=(finding,))
    existing = entry.file.original if entry else None
    return plan_merge(existing, month, site.indicators.record, site.words, today, reason)
