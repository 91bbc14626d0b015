"""Sheets of figures read as an import reads them."""

from __future__ import annotations

from tests.formats.sent import Page, book

from portal.formats.imported import SheetReading
from portal.formats.sheets.head import Asked
from portal.formats.sheets.names import Names
from portal.formats.sheets.statistics import read_statistics
from portal.formats.workbook.opening import Workbook, read_workbook
from portal.records import Site
from portal.records.month import Month


def read(site: Site, page: Page, month: str | None = None, unit: str | None = None) -> SheetReading:
    workbook = read_workbook("月报.xlsx", book(page))
    assert isinstance(workbook, Workbook)
    asked = Asked(Month.parse(month) if month else None, unit)
    reading = read_statistics(workbook.sheets[0], Names(site.indicators.record, site.words), asked)
    assert reading is not None
    return reading


def figures(reading: SheetReading, unit: str = "示例二所") -> dict[str, float]:
    assert reading.imported is not None, reading.refusals
    found = next(one for one in reading.imported.units if one.unit == unit)
    return {figure.indicator: float(figure.value) for figure in found.figures}


def refused(reading: SheetReading) -> list[tuple[str, str, str]]:
    assert reading.imported is None
    return [(one.address, one.message, one.hint) for one in reading.refusals]
