"""A cell of figures → the indicator's own unit, exactly: 万元 become yuan, 1,024户次 becomes 1024.

Takes a cell, the indicator and the unit of measure its row or column claims; refuses what would need
a guess. A value of 1,000 or more in a column of 万元 has been entered in yuan (seen in published tables).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from portal.formats.workbook.cell import Cell, Remarks
from portal.formats.workbook.values import Amount, Unreadable, read_number
from portal.records.indicator import Indicator

YUAN = "元"
TEN_THOUSAND_YUAN = "万元"
PER_TEN_THOUSAND = Decimal(10_000)
SURELY_YUAN = Decimal(1_000)
# More than any district counts in a month, less than a telephone number.
LARGEST_COUNT = Decimal(9_999_999)
LARGEST_MONEY = Decimal(9_999_999_999)


def read_figure(cell: Cell, indicator: Indicator, measure: str, remarks: Remarks) -> Decimal | None:
    """The figure, or `None` when the cell is blank or was refused."""
    amount = read_number(cell)
    if isinstance(amount, Unreadable):
        remarks.refuse(cell.address, f"{indicator.name}：{amount.reason}", amount.hint)
        return None
    if amount is None:
        return None
    value = _money if indicator.unit == YUAN else _count
    found = value(amount, cell, indicator, measure, remarks)
    return None if found is None else _within_limits(found, cell, indicator, remarks)


def _count(
    amount: Amount, cell: Cell, indicator: Indicator, measure: str, remarks: Remarks
) -> Decimal | None:
    unit = amount.unit or measure
    if unit in (YUAN, TEN_THOUSAND_YUAN) or (
        unit != indicator.unit and unit.startswith(("%", "万", "千", "百", "亿"))
    ):
        message = f"{indicator.name}的计量单位应当是“{indicator.unit}”，表里是“{unit[:6]}”"
        remarks.refuse(cell.address, message, f"换算成“{indicator.unit}”后再导入")
        return None
    return amount.value


def _money(
    amount: Amount, cell: Cell, indicator: Indicator, measure: str, remarks: Remarks
) -> Decimal | None:
    unit = amount.unit or measure
    if unit not in (YUAN, TEN_THOUSAND_YUAN):
        remarks.refuse(
            cell.address, f"{indicator.name}的计量单位要写明是元还是万元", "在计量单位一栏写“元”或“万元”"
        )
        return None
    if unit == YUAN:
        return amount.value
    if amount.value < SURELY_YUAN:
        return amount.value * PER_TEN_THOUSAND
    if amount.unit:
        remarks.refuse(cell.address, f"{indicator.name}：{amount.value}万元大得不合理", "核对是元还是万元")
        return None
    message = f"{indicator.name}：计量单位写的是万元，数是 {amount.value}，已按 {amount.value} 元导入"
    remarks.notice(cell.address, message, "如果确是万元，把单元格改成元后再导入")
    return amount.value


def _within_limits(value: Decimal, cell: Cell, indicator: Indicator, remarks: Remarks) -> Decimal | None:
    if value > (LARGEST_MONEY if indicator.unit == YUAN else LARGEST_COUNT):
        remarks.refuse(cell.address, f"{indicator.name}：这里的数大得不合理", "核对是不是填错了栏")
        return None
    if value != round(value, indicator.decimals):
        what = f"最多{indicator.decimals}位小数" if indicator.decimals else "整数"
        remarks.refuse(
            cell.address, f"{indicator.name}应当是{what}（按{indicator.unit}计）", "核对原始数据后改正"
        )
        return None
    return value


class TotalCheck:
    """The 合计 of a table is checked row by row against the sum of the units, and never imported.

    Says once that totals without a stored result could not be compared.
    """

    def __init__(self, remarks: Remarks) -> None:
        self.remarks = remarks
        self.told = False

    def check(self, figures: Sequence[Cell], totals: Sequence[Cell], indicator: Indicator) -> None:
        for cell in totals:
            if cell.lacks_result:
                self._tell(cell)
            elif not cell.blank:
                self._compare(cell, figures, indicator)

    def _tell(self, cell: Cell) -> None:
        if not self.told:
            self.told = True
            message = "合计是公式，文件里没有保存计算结果，没有核对合计"
            self.remarks.notice(cell.address, message, "要核对就用 Excel 打开这个文件，保存一次再导入")

    def _compare(self, cell: Cell, figures: Sequence[Cell], indicator: Indicator) -> None:
        total = read_number(cell)
        parts = [read_number(figure) for figure in figures]
        if any(isinstance(part, Unreadable) for part in parts):
            return
        if isinstance(total, Unreadable):
            self.remarks.refuse(cell.address, f"{indicator.name}的合计：{total.reason}", total.hint)
            return
        values = [part.value for part in parts if isinstance(part, Amount)]
        if total is None or total.value in (sum(values), sum(_alike(values, indicator))):
            return
        message = f"{indicator.name}：合计是 {total.value}，各单位相加是 {sum(values)}"
        self.remarks.refuse(cell.address, message, "核对各单位的数和合计，改正后再导入")


def _alike(values: list[Decimal], indicator: Indicator) -> list[Decimal]:
    """Money in 万元 where some cells were entered in yuan."""
    if indicator.unit != YUAN:
        return values
    return [value / PER_TEN_THOUSAND if value >= SURELY_YUAN else value for value in values]
