"""One cell as staff fill it in → a number, a date, or nothing; otherwise the reason why not.

Blank means "not reported"; `/`, `-`, `—`, `无` mean none: zero where a number is asked for.
A reason never repeats what the cell holds unless that is a number or a date.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from decimal import Decimal

from portal.formats.workbook.cell import Cell

NONE_MARKS = frozenset({"/", "\\", "-", "--", "—", "——", "–", "无", "没有"})
NUMBER = re.compile(r"(?P<number>-?(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?)\s*(?P<unit>[%\u4e00-\u9fff]*)")
UNITS = frozenset(
    re.split(" ", "人次 户次 场次 批次 件次 人 户 家 个 件 份 起 次 批 篇 场 条 例 项 名 处 宗 元 万元 %")
)
TIME = r"(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
DATES = tuple(
    re.compile(form + TIME)
    for form in (
        r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]?",
        r"(?P<year>\d{4})\s*(?P<dot>[-/.])\s*(?P<month>\d{1,2})\s*(?P=dot)\s*(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<year>)(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]",
    )
)
EARLIEST_YEAR = 2000
AS_NUMBER = "改成阿拉伯数字，如 12；没有就写 0"
AS_DATE = "写成 2024-06-21 这样的日期"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a cell cannot be read, and how to mend it; both Chinese. `impossible`: a day no calendar has."""

    reason: str
    hint: str
    impossible: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the unit written behind it in the same cell, if there was one."""

    value: Decimal
    unit: str = ""


NO_RESULT = Unreadable("公式没有保存计算结果", "用 Excel 打开这个文件，保存一次再导入")


def read_number(cell: Cell) -> Amount | Unreadable | None:
    """A non-negative number; `None` for a blank cell."""
    if cell.lacks_result:
        return NO_RESULT
    value = cell.value
    if isinstance(value, bool | datetime.date | datetime.time | datetime.timedelta):
        return Unreadable("这里要数，单元格里是日期或“是/否”", "把单元格格式改成“常规”，重新填数")
    if isinstance(value, int | float):
        # Excel keeps 15 significant digits; what lies beyond is noise of the binary form.
        return _not_negative(Amount(Decimal(format(value, ".15g"))))
    return _number_in(cell.text)


def _number_in(text: str) -> Amount | Unreadable | None:
    if not text:
        return None
    if text in NONE_MARKS:
        return Amount(Decimal(0))
    if text.startswith("#"):
        return Unreadable("单元格里是 Excel 的出错值", "改正公式，或直接填数")
    match = NUMBER.fullmatch(text)
    if not match or (match["unit"] and match["unit"] not in UNITS):
        return Unreadable("这里的内容不能读成数", AS_NUMBER)
    return _not_negative(Amount(Decimal(match["number"].replace(",", "").replace(" ", "")), match["unit"]))


def _not_negative(amount: Amount) -> Amount | Unreadable:
    if not amount.value.is_finite() or amount.value < 0:
        return Unreadable("这里的数不能小于 0", "核对原始数据后改正")
    return amount


def read_date(cell: Cell, year: int | None = None) -> datetime.date | Unreadable | None:
    """A date; `6月18日` is of the given year. `None` for a blank cell or a mark of none."""
    if cell.lacks_result:
        return NO_RESULT
    if isinstance(cell.value, datetime.datetime):
        return cell.value.date()
    if isinstance(cell.value, datetime.date):
        return cell.value
    text = cell.text
    return None if not text or text in NONE_MARKS else date_in(text, year)


def date_in(text: str, year: int | None = None) -> datetime.date | Unreadable:
    """The date that `text` (already half-width) consists of."""
    match = next((found for form in DATES if (found := form.fullmatch(text))), None)
    if match is None:
        return _no_date(text)
    if not match["year"] and year is None:
        return Unreadable("日期没有写年份", AS_DATE)
    return _on_calendar(int(match["year"] or year or 0), int(match["month"]), int(match["day"]))


def _no_date(text: str) -> Unreadable:
    if re.fullmatch(r"[345]\d{4}(\.\d+)?", text):
        return Unreadable("这里是一个数，像是 Excel 的日期序号", "把单元格格式改成“日期”")
    return Unreadable("这里的内容不能读成日期", AS_DATE)


def _on_calendar(year: int, month: int, day: int) -> datetime.date | Unreadable:
    written = f"{year}年{month}月{day}日"
    if year < EARLIEST_YEAR:
        return Unreadable(f"日期{written}的年份不对", "核对后改正")
    try:
        return datetime.date(year, month, day)
    except ValueError:
        days = f"，{month}月只有{calendar.monthrange(year, month)[1]}天" if 1 <= month <= 12 else ""
        return Unreadable(f"日历上没有{written}{days}", "核对后改成真实的日期", impossible=True)
