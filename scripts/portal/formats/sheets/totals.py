"""The 合计 of a table is checked against the sum of the units and never imported."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from portal.formats.sheets.figures import PER_TEN_THOUSAND, SURELY_YUAN, YUAN
from portal.formats.sheets.table import Table
from portal.formats.workbook.finding import Findings
from portal.formats.workbook.opening import Cell
from portal.formats.workbook.values import Amount, Unreadable, read_number
from portal.records.indicator import Indicator


class TotalCheck:
    """Compares row by row; says once that totals without a stored result could not be compared."""

    def __init__(self, table: Table, findings: Findings) -> None:
        self.table, self.findings = table, findings
        self.told = False

    def check(self, row: Sequence[Cell], indicator: Indicator) -> None:
        for total in self.table.totals:
            cell = row[total.index]
            if cell.formula and cell.value is None:
                self._tell(cell)
            elif not cell.blank:
                self._compare(cell, row, indicator)

    def _tell(self, cell: Cell) -> None:
        if not self.told:
            self.told = True
            message = "合计是公式，文件里没有保存计算结果，没有核对合计"
            self.findings.notice(cell.address, message, "要核对就用 Excel 打开这个文件，保存一次再导入")

    def _compare(self, cell: Cell, row: Sequence[Cell], indicator: Indicator) -> None:
        total = read_number(cell)
        parts = [read_number(row[column.index]) for column in self.table.figures]
        if any(isinstance(part, Unreadable) for part in parts):
            return
        if isinstance(total, Unreadable):
            self.findings.refuse(cell.address, f"{indicator.name}的合计：{total.reason}", total.hint)
            return
        values = [part.value for part in parts if isinstance(part, Amount)]
        if total is None or total.value in (sum(values), sum(_alike(values, indicator))):
            return
        message = f"{indicator.name}：合计是 {total.value}，各单位相加是 {sum(values)}"
        self.findings.refuse(cell.address, message, "核对各单位的数和合计，改正后再导入")


def _alike(values: list[Decimal], indicator: Indicator) -> list[Decimal]:
    """Money in 万元 where some cells were entered in yuan."""
    if indicator.unit != YUAN:
        return values
    return [value / PER_TEN_THOUSAND if value >= SURELY_YUAN else value for value in values]
