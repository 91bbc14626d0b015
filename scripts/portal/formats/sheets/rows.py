"""The rows of a table of figures → figures and reporting dates by column.

Goes down the rows once. A row is an indicator, the row of dates, a heading of a group, or a line that
belongs to no table; whatever else holds a number is refused.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from decimal import Decimal

from portal.formats.imported import Figure, ImportedUnit
from portal.formats.sheets.figures import TEN_THOUSAND_YUAN, YUAN, TotalCheck, read_figure
from portal.formats.sheets.head import SheetHead, read_day
from portal.formats.sheets.layout import TOTAL_HEADS, Column
from portal.formats.sheets.names import NamedCell, Names, meant
from portal.formats.sheets.privacy import PRIVATE, holds_personal_data, is_aside, quoted
from portal.formats.sheets.table import FigureTable, Row
from portal.formats.workbook.cell import Cell, Remarks, distinct
from portal.formats.workbook.values import UNITS
from portal.records.indicator import Indicator

DAY_ROWS = ("报送日期", "填报日期", "上报日期", "填表日期", "报送时间", "填报时间", "上报时间")
CARRIED = re.compile(r"上月(?:结转|遗留)\s*:?\s*(\d+)")
# Figures that some units only mention in the 备注 of another row: that row, the words, the indicator.
MENTIONED = (
    ("checks_production", re.compile(r"其中\s*:?\s*(?:食品生产加工)?小作坊\s*:?\s*(\d+)"), "checks_workshop"),
    ("hazards_found", CARRIED, "hazards_carried"),
    ("hazards_rectified", CARRIED, "hazards_carried"),
)


class RowReader:
    """Figures by column index and indicator id, dates by column index, filled by `read`."""

    def __init__(self, table: FigureTable, head: SheetHead, names: Names, remarks: Remarks) -> None:
        self.table, self.month, self.names, self.remarks = table, head.month, names, remarks
        self.figures: dict[int, dict[str, Figure]] = defaultdict(dict)
        self.days: dict[int, tuple[datetime.date, Cell]] = {}
        self.totals = TotalCheck(remarks)
        self.group: str | None = None
        self.previous: Indicator | None = None

    def read(self) -> None:
        rows = self.table.rows
        last = max((i for i, row in enumerate(rows) if row.name.indicators), default=-1)
        read = []
        for index, row in enumerate(rows):
            if row.group is not None and not row.group.blank:
                self.group = row.group.group
            indicator = meant(row.name, self.group, self.previous)
            if indicator is not None:
                self._indicator_row(row, indicator)
                read.append((row, indicator))
            elif row.name.indicators or not self._passed_over(row, after=index > last):
                self._refuse_row(row)
        for row, indicator in read:
            if row.note is not None and not row.note.blank:
                self._note(row.note, indicator)

    def unit(self, column: Column) -> ImportedUnit:
        """What the column of a unit holds, indicators in the order of the site."""
        figures = self.figures[column.index]
        ordered = tuple(figures[key] for key in self.names.by_id if key in figures)
        day, cell = self.days.get(column.index, (None, None))
        return ImportedUnit(column.unit or "", day, cell.address if cell else "", ordered)

    def _filled(self, row: Row) -> list[tuple[Column, NamedCell]]:
        """The filled cells of figures; a heading merged over the whole row is no figure."""
        cells = zip(self.table.columns, row.figures, strict=True)
        return [(column, cell) for column, cell in cells if not cell.blank and cell is not row.name]

    def _indicator_row(self, row: Row, indicator: Indicator) -> None:
        filled = self._filled(row)
        self.previous = indicator
        if indicator.ratio is not None:
            if filled:
                message = f"{indicator.name}由网站计算，没有导入表里的数"
                self.remarks.notice(row.name.address, message)
            return
        if filled and self.group not in (None, indicator.group):
            titles = self.names.group_names
            there, here = titles[self.group or ""], titles.get(indicator.group, "")
            message = f"{indicator.name}列在“{there}”下，按“{here}”的{indicator.name}导入"
            self.remarks.notice(row.name.address, message)
        for column, cell in filled:
            value = read_figure(cell, indicator, _measure(row, column), self.remarks)
            if value is not None:
                self._keep(column.index, Figure(indicator.id, value, cell.address))
        self.totals.check(row.figures, row.totals, indicator)

    def _keep(self, column: int, figure: Figure) -> None:
        earlier = self.figures[column].setdefault(figure.indicator, figure)
        if earlier is not figure:
            message = f"{self.names.by_id[figure.indicator].name}填了两次，另一处是 {earlier.address}"
            self.remarks.refuse(figure.address, message, "只留一处后再导入")

    def _passed_over(self, row: Row, *, after: bool) -> bool:
        """Whether a row that is no indicator may be left aside."""
        filled = self._filled(row)
        if any(cell.bare in DAY_ROWS for cell in distinct(row.left)):
            self._day_row(filled)
            return True
        if row.name.group is not None and not filled:
            self.group = row.name.group
            return True
        empty = not filled and (after or row.name.blank)
        return empty or row.name.bare in TOTAL_HEADS or is_aside(distinct(row.cells))

    def _day_row(self, filled: list[tuple[Column, NamedCell]]) -> None:
        for column, cell in filled if self.month else ():
            day = read_day(cell, self.month, self.remarks)
            if day is not None:
                self.days[column.index] = (day, cell)

    def _refuse_row(self, row: Row) -> None:
        name = row.name
        place = row.figures[0].address if name.blank else name.address
        if name.indicators:
            choice = "还是".join(f"“{one.short or one.name}”" for one in name.indicators)
            self.remarks.refuse(place, f"{quoted(name.value, known=True)}有几个意思", f"写清楚是{choice}")
            return
        if name.blank:
            self.remarks.refuse(place, "这一行有数，但没有指标名称", "补上指标名称，或删去这一行")
            return
        near = self.names.nearest_indicator(name.value)
        text = quoted(name.value, known=near is not None) or "这一行的名称"
        change = f"是不是“{near.name}”？改成这个名称，" if near else "改成已有的指标名称，"
        hint = f"{change}或在 site_config/indicators.yaml 里给指标加别名（aliases）"
        self.remarks.refuse(place, f"{text}不是已有的指标", hint)

    def _note(self, cell: NamedCell, indicator: Indicator) -> None:
        if holds_personal_data(cell):
            self.remarks.notice(cell.address, *PRIVATE)
            return
        for source, words, target in MENTIONED:
            match = words.search(cell.text) if source == indicator.id and self.table.one_unit else None
            if match and target in self.names.by_id:
                self._mentioned(Figure(target, Decimal(match[1]), cell.address))
                return
        hint = "要让读者看到，就在月度数据里写进这个单位的 note"
        self.remarks.notice(cell.address, f"{indicator.name}的备注没有导入", hint)

    def _mentioned(self, figure: Figure) -> None:
        """A figure found in a 备注; the same figure in a row of its own is welcome if it agrees."""
        column = self.table.columns[0].index
        earlier = self.figures[column].get(figure.indicator)
        if earlier is None or earlier.value != figure.value:
            self._keep(column, figure)


def _measure(row: Row, column: Column) -> str:
    """The unit of measure: of the row's own column, else in the brackets of its name or of the head."""
    if row.measure is not None and row.measure.text:
        return row.measure.text
    if row.name.bracketed in UNITS:
        return row.name.bracketed
    head = column.head.bracketed
    return head if head in (YUAN, TEN_THOUSAND_YUAN) else ""
