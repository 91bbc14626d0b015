"""What stands around a table: the month of its title, 填报单位, 填报日期.

Takes the lines outside the table, gives the text or date behind a label together with its cell. Only
what belongs to the label is taken: a name or telephone number on the same line is left where it is.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from portal.formats.sheets.words import match_unit, unit_within, unknown_unit
from portal.formats.workbook.cell import NARROW, Cell, Remarks, distinct, narrow
from portal.formats.workbook.values import NONE_MARKS, Unreadable, date_in, read_date
from portal.records.vocabulary import Words

Lines = Sequence[Sequence[Cell]]
UNIT = re.compile(r"(?:填报|报送|上报|填表|报告)(?:单位|部门)\s*(?:\([^)]*\))?\s*:?\s*(?P<rest>[^\s:]*)")
DAY = re.compile(r"(?:填报|报送|上报|填表|制表)(?:日期|时间)\s*:?\s*(?P<rest>[\d年月日号./\- ]*)")
MONTH = re.compile(r"(?P<year>20\d\d)\s*年\s*(?P<month>\d{1,2})\s*月(?!\s*\d{1,2}\s*[日号])")
PERIOD = re.compile(
    r"20\d\d\s*年\s*\d{1,2}\s*月?\s*(?:-|—|–|~|至|到)\s*(?:20\d\d\s*年\s*)?\d{1,2}\s*月(?!\s*\d{1,2}\s*[日号])"
)
MONTH_FIX = "用 --month 2024-06 这样指定月份"
UNIT_FIX = "在表格上方写“填报单位：…”，或用 --unit 指定单位"
DECEMBER = 12
LATEST_REPORT = datetime.timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Labelled:
    """What stands behind a label: in the same cell, or as the `whole` of the next one."""

    text: str
    cell: Cell
    whole: bool = False


def find_month(above: Iterable[Cell], given: str | None, where: str, remarks: Remarks) -> str | None:
    """`given`, else the month of the title; a period such as 2024年1—6月 is no month."""
    texts = [(cell, DAY.sub("", narrow(cell.value))) for cell in above]
    periods = [cell for cell, text in texts if PERIOD.search(text)]
    found: dict[str, Cell] = {}
    for cell, text in texts:
        for match in MONTH.finditer(PERIOD.sub("", text)):
            found.setdefault(f"{match['year']}-{int(match['month']):02d}", cell)
    months = {month: cell for month, cell in found.items() if 1 <= int(month[-2:]) <= DECEMBER}
    if given:
        for month, cell in months.items():
            if month != given:
                remarks.notice(
                    cell.address, f"标题写的是{month}，按指定的月份{given}导入", "核对是不是选错了文件"
                )
        return given
    if len(months) == 1:
        return next(iter(months))
    if months:
        remarks.refuse(where, f"标题里有几个月份：{'、'.join(months)}", MONTH_FIX)
    elif periods:
        message = "标题写的是一段时间，不是一个月；累计数不能当作当月数"
        remarks.refuse(periods[0].address, message, f"换成当月的报表；确是当月数就{MONTH_FIX}")
    else:
        remarks.refuse(where, "标题里没有写明月份（如 2024年6月）", MONTH_FIX)
    return None


def find_unit(lines: Lines, words: Words, given: str | None, where: str, remarks: Remarks) -> str | None:
    """The unit named behind 填报单位 or in a title among `lines`, else `given`."""
    labelled = next(_labelled(lines, UNIT), None)
    if labelled and labelled.text:
        named = match_unit(words, labelled.text)
        if named is None:
            unknown_unit(words, labelled.text, labelled.cell, remarks)
            return None
        return _agreed(named, given, labelled.cell, remarks)
    for cell in chain.from_iterable(map(distinct, lines)):
        if named := unit_within(words, cell.value):
            return _agreed(named, given, cell, remarks)
    if given is None:
        remarks.refuse(where, "没有找到填报单位", UNIT_FIX)
    return given


def _agreed(named: str, given: str | None, cell: Cell, remarks: Remarks) -> str | None:
    if given in (None, named):
        return named
    message = f"表里写的单位是“{named}”，与指定的（或同一文件另一张表的）“{given}”不一致"
    remarks.refuse(cell.address, message, "核对是不是选错了文件，或去掉 --unit")
    return None


def find_day(lines: Lines, month: str | None, remarks: Remarks) -> tuple[datetime.date, Cell] | None:
    """The date behind 填报日期."""
    for labelled in _labelled(lines, DAY):
        if labelled.text in NONE_MARKS or not labelled.text:
            continue
        year = year_of_report(labelled.text, month)
        day = read_date(labelled.cell, year) if labelled.whole else date_in(labelled.text, year)
        if isinstance(day, Unreadable):
            remarks.refuse(labelled.cell.address, f"报送日期：{day.reason}", day.hint)
        elif day is not None:
            return day, labelled.cell
    return None


def check_day(day: datetime.date, cell: Cell, month: str | None, remarks: Remarks) -> None:
    """A table is sent in its month or soon after; another year is a slip of the pen."""
    if month is None:
        return
    start = datetime.date.fromisoformat(f"{month}-01")
    if not start <= day <= start + LATEST_REPORT:
        remarks.notice(
            cell.address, f"报送日期{day}不在{month}前后", "核对年份和月份；写错了就改正后重新导入"
        )


def year_of_report(text: object, month: str | None) -> int | None:
    """The year of a date written without one: a December table may be sent in January."""
    if month is None:
        return None
    year, table_month = map(int, month.split("-"))
    match = re.match(r"\s*(\d{1,2})\s*月", narrow(text))
    return year + 1 if match and int(match[1]) < table_month - DECEMBER // 2 else year


def _labelled(lines: Lines, label: re.Pattern[str]) -> Iterator[Labelled]:
    for row in lines:
        cells = distinct(row)
        for cell, following in zip_longest(cells, cells[1:]):
            match = label.search(narrow(cell.value)) if isinstance(cell.value, str) else None
            if match is None:
                continue
            rest = match["rest"].strip()
            ends_here = not rest and match.end() == len(narrow(cell.value))
            if ends_here and following is not None and ":" not in str(following.value).translate(NARROW):
                yield Labelled(narrow(following.value), following, whole=True)
            else:
                yield Labelled(rest, cell)
