"""What an import took from a file: figures and breakdowns of units in one month, each with its cell.

The neutral shape between the readers of spreadsheets and the writer of `content/outcomes/<month>.yaml`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from portal.formats.workbook.cell import Remark
from portal.records.month import Month


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the indicator's own unit (money in yuan)."""

    indicator: str
    value: Decimal
    address: str


@dataclass(frozen=True, slots=True)
class ImportedBreakdown:
    """An indicator split over the words of one dimension; only parts greater than zero."""

    indicator: str
    by: str
    parts: Mapping[str, int]
    address: str


@dataclass(frozen=True, slots=True)
class ImportedUnit:
    """One unit's share of a sheet."""

    unit: str
    reported_on: datetime.date | None = None
    reported_at: str = ""
    figures: tuple[Figure, ...] = ()
    breakdowns: tuple[ImportedBreakdown, ...] = ()

    def figure(self, indicator: str) -> Figure | None:
        return next((figure for figure in self.figures if figure.indicator == indicator), None)


@dataclass(frozen=True, slots=True)
class ImportedMonth:
    """Units in the order of the campaign."""

    month: Month
    units: tuple[ImportedUnit, ...]


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What one sheet gave. `imported` is `None` once anything was refused.

    `month` and `units` are told even then, so that the other sheets of the file can still be checked.
    """

    month: Month | None
    units: tuple[str, ...]
    imported: ImportedMonth | None
    notices: tuple[Remark, ...] = ()
    refusals: tuple[Remark, ...] = ()
