"""A cell of figures → the indicator's own unit, exactly: 万元 become yuan, 1,024户次 becomes 1024.

Takes a cell, the indicator and the unit of measure its row or column claims; refuses what would need
a guess. A value of 1,000 or more in a column of 万元 has been entered in yuan (seen in published tables).
"""

from __future__ import annotations

from decimal import Decimal

from portal.formats.workbook.finding import Findings
from portal.formats.workbook.opening import Cell
from portal.formats.workbook.values import Amount, Unreadable, read_number
from portal.records.indicator import Indicator

YUAN = "元"
TEN_THOUSAND_YUAN = "万元"
PER_TEN_THOUSAND = Decimal(10_000)
SURELY_YUAN = Decimal(1_000)
# More than any district counts in a month, less than a telephone number.
LARGEST_COUNT = Decimal(9_999_999)
LARGEST_MONEY = Decimal(9_999_999_999)


def read_figure(cell: Cell, indicator: Indicator, measure: str, findings: Findings) -> Decimal | None:
    """The figure, or `None` when the cell is blank or was refused."""
    amount = read_number(cell)
    if isinstance(amount, Unreadable):
        findings.refuse(cell.address, f"{indicator.name}：{amount.reason}", amount.hint)
        return None
    if amount is None:
        return None
    value = _money if indicator.unit == YUAN else _count
    found = value(amount, cell, indicator, measure, findings)
    return None if found is None else _within_limits(found, cell, indicator, findings)


def _count(
    amount: Amount, cell: Cell, indicator: Indicator, measure: str, findings: Findings
) -> Decimal | None:
    unit = amount.unit or measure
    if unit in (YUAN, TEN_THOUSAND_YUAN) or (
        unit != indicator.unit and unit.startswith(("%", "万", "千", "百", "亿"))
    ):
        message = f"{indicator.name}的计量单位应当是“{indicator.unit}”，表里是“{unit[:6]}”"
        findings.refuse(cell.address, message, f"换算成“{indicator.unit}”后再导入")
        return None
    return amount.value


def _money(
    amount: Amount, cell: Cell, indicator: Indicator, measure: str, findings: Findings
) -> Decimal | None:
    unit = amount.unit or measure
    if unit not in (YUAN, TEN_THOUSAND_YUAN):
        findings.refuse(
            cell.address, f"{indicator.name}的计量单位要写明是元还是万元", "在计量单位一栏写“元”或“万元”"
        )
        return None
    if unit == YUAN:
        return amount.value
    if amount.value < SURELY_YUAN:
        return amount.value * PER_TEN_THOUSAND
    if amount.unit:
        findings.refuse(cell.address, f"{indicator.name}：{amount.value}万元大得不合理", "核对是元还是万元")
        return None
    message = f"{indicator.name}：计量单位写的是万元，数是 {amount.value}，已按 {amount.value} 元导入"
    findings.notice(cell.address, message, "如果确是万元，把单元格改成元后再导入")
    return amount.value


def _within_limits(value: Decimal, cell: Cell, indicator: Indicator, findings: Findings) -> Decimal | None:
    if value > (LARGEST_MONEY if indicator.unit == YUAN else LARGEST_COUNT):
        findings.refuse(cell.address, f"{indicator.name}：这里的数大得不合理", "核对是不是填错了栏")
        return None
    if value != round(value, indicator.decimals):
        what = f"最多{indicator.decimals}位小数" if indicator.decimals else "整数"
        findings.refuse(
            cell.address, f"{indicator.name}应当是{what}（按{indicator.unit}计）", "核对原始数据后改正"
        )
        return None
    return value
