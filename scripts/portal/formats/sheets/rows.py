"""The rows of a table of figures → figures and reporting dates by column.

Goes down the body of a `Table` once. A row is an indicator, the row of dates, a heading of a group,
or a line that belongs to no table; whatever else holds a number is refused.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from portal.formats.imported import Figure, ImportedUnit
from portal.formats.sheets.figures import TEN_THOUSAND_YUAN, YUAN, TotalCheck, read_figure
from portal.formats.sheets.indicator_names import IndicatorNames, Match
from portal.formats.sheets.labels import check_day, year_of_report
from portal.formats.sheets.table import TOTAL_HEADS, Column, Table
from portal.formats.sheets.words import PRIVATE, holds_personal_data, is_aside, quoted
from portal.formats.workbook.cell import Cell, Remarks, bare, distinct, in_brackets, narrow
from portal.formats.workbook.values import UNITS, Unreadable, read_date
from portal.records.indicator import Indicator, Indicators

DAY_ROWS = ("报送日期", "填报日期", "上报日期", "填表日期", "报送时间", "填报时间", "上报时间")
CARRIED = re.compile(r"上月(?:结转|遗留)\s*:?\s*(\d+)")
# Figures that some units only mention in the remark of another row: that row, the words, the indicator.
REMARKS = (
    ("checks_production", re.compile(r"其中\s*:?\s*(?:食品生产加工)?小作坊\s*:?\s*(\d+)"), "checks_workshop"),
    ("hazards_found", CARRIED, "hazards_carried"),
    ("hazards_rectified", CARRIED, "hazards_carried"),
)


class RowReader:
    """Figures by column index and indicator id, dates by column index, filled by `read`."""

    def __init__(
        self,
        table: Table,
        indicators: Indicators,
        names: IndicatorNames,
        month: str | None,
        remarks: Remarks,
    ) -> None:
        self.table, self.names, self.month, self.remarks = table, names, month, remarks
        self.by_id = indicators.by_id()
        self.figures: dict[int, dict[str, Figure]] = defaultdict(dict)
        self.days: dict[int, tuple[datetime.date, Cell]] = {}
        self.totals = TotalCheck(table, remarks)
        self.group: str | None = None
        self.previous: Indicator | None = None

    def read(self) -> None:
        last = max((i for i, row in enumerate(self.table.body) if self._is_known(row)), default=-1)
        remarks = []
        for index, row in enumerate(self.table.body):
            if self.table.group is not None and not row[self.table.group].blank:
                self.group = self.names.group(row[self.table.group].value)
            match = self.names.find(self._name(row).value, self.group, self.previous)
            if match.indicator is not None:
                self._indicator_row(row, match.indicator)
                remarks.append((row, match.indicator))
            elif match.candidates or not self._passed_over(row, after=index > last):
                self._refuse_row(row, match)
        for row, indicator in remarks:
            self._remark(row, indicator)

    def unit(self, column: Column) -> ImportedUnit:
        """What the column of a unit holds, indicators in the order of the site."""
        figures = self.figures[column.index]
        ordered = tuple(figures[key] for key in self.by_id if key in figures)
        day, cell = self.days.get(column.index, (None, None))
        return ImportedUnit(column.unit or "", day, cell.address if cell else "", ordered)

    def _name(self, row: Sequence[Cell]) -> Cell:
        return row[self.table.name]

    def _is_known(self, row: Sequence[Cell]) -> bool:
        return self.names.knows(self._name(row).value)

    def _filled(self, row: Sequence[Cell]) -> list[tuple[Column, Cell]]:
        """The filled cells of figures; a heading merged over the whole row is no figure."""
        cells = [(column, row[column.index]) for column in self.table.figures]
        return [(column, cell) for column, cell in cells if not cell.blank and cell is not self._name(row)]

    def _indicator_row(self, row: Sequence[Cell], indicator: Indicator) -> None:
        filled = self._filled(row)
        self.previous = indicator
        if indicator.ratio is not None:
            if filled:
                self.remarks.notice(self._name(row).address, f"{indicator.name}由网站计算，没有导入表里的数")
            return
        if filled and self.group not in (None, indicator.group):
            there, here = (
                self.names.group_names[self.group or ""],
                self.names.group_names.get(indicator.group, ""),
            )
            message = f"{indicator.name}列在“{there}”下，按“{here}”的{indicator.name}导入"
            self.remarks.notice(self._name(row).address, message)
        for column, cell in filled:
            value = read_figure(cell, indicator, self._measure(row, column), self.remarks)
            if value is not None:
                self._keep(column.index, Figure(indicator.id, value, cell.address))
        self.totals.check(row, indicator)

    def _measure(self, row: Sequence[Cell], column: Column) -> str:
        """The unit of measure: of the row's own column, else in the brackets of its name or of the head."""
        if self.table.measure is not None and (own := narrow(row[self.table.measure].value)):
            return own
        bracketed = in_brackets(self._name(row).value)
        if bracketed in UNITS:
            return bracketed
        head = in_brackets(column.head.value)
        return head if head in (YUAN, TEN_THOUSAND_YUAN) else ""

    def _keep(self, column: int, figure: Figure) -> None:
        earlier = self.figures[column].setdefault(figure.indicator, figure)
        if earlier is not figure:
            name = self.by_id[figure.indicator].name
            self.remarks.refuse(
                figure.address, f"{name}填了两次，另一处是 {earlier.address}", "只留一处后再导入"
            )

    def _passed_over(self, row: Sequence[Cell], *, after: bool) -> bool:
        """Whether a row that is no indicator may be left aside."""
        name, filled = self._name(row), self._filled(row)
        if any(bare(cell.value) in DAY_ROWS for cell in distinct(row[: self.table.figures[0].index])):
            self._day_row(filled)
            return True
        group = self.names.group(name.value)
        if group is not None and not filled:
            self.group = group
            return True
        empty = not filled and (after or name.blank)
        return empty or bare(name.value) in TOTAL_HEADS or is_aside(distinct(row))

    def _day_row(self, filled: list[tuple[Column, Cell]]) -> None:
        for column, cell in filled if self.month else ():
            day = read_date(cell, year_of_report(cell.value, self.month))
            if isinstance(day, Unreadable):
                self.remarks.refuse(cell.address, f"报送日期：{day.reason}", day.hint)
            elif day is not None:
                check_day(day, cell, self.month, self.remarks)
                self.days[column.index] = (day, cell)

    def _refuse_row(self, row: Sequence[Cell], match: Match) -> None:
        name = self._name(row)
        place = name.address if not name.blank else row[self.table.figures[0].index].address
        if match.candidates:
            meant = "还是".join(f"“{one.short or one.name}”" for one in match.candidates)
            self.remarks.refuse(place, f"{quoted(name.value, known=True)}有几个意思", f"写清楚是{meant}")
            return
        if name.blank:
            self.remarks.refuse(place, "这一行有数，但没有指标名称", "补上指标名称，或删去这一行")
            return
        near = self.names.nearest(name.value)
        text = quoted(name.value, known=near is not None) or "这一行的名称"
        change = f"是不是“{near.name}”？改成这个名称，" if near else "改成已有的指标名称，"
        hint = f"{change}或在 site_config/indicators.yaml 里给指标加别名（aliases）"
        self.remarks.refuse(place, f"{text}不是已有的指标", hint)

    def _remark(self, row: Sequence[Cell], indicator: Indicator) -> None:
        if self.table.remark is None or row[self.table.remark].blank:
            return
        cell = row[self.table.remark]
        if holds_personal_data(cell):
            self.remarks.notice(cell.address, *PRIVATE)
            return
        for source, words, target in REMARKS:
            match = (
                words.search(narrow(cell.value)) if source == indicator.id and self.table.one_unit else None
            )
            if match and target in self.by_id:
                self._mentioned(Figure(target, Decimal(match[1]), cell.address))
                return
        hint = "要让读者看到，就在月度数据里写进这个单位的 note"
        self.remarks.notice(cell.address, f"{indicator.name}的备注没有导入", hint)

    def _mentioned(self, figure: Figure) -> None:
        """A figure found in a remark; the same figure in a row of its own is welcome if it agrees."""
        column = self.table.figures[0].index
        earlier = self.figures[column].get(figure.indicator)
        if earlier is None or earlier.value != figure.value:
            self._keep(column, figure)
