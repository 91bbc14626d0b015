"""What stands around a table, read once before its rows: the month of its title, 填报单位, 填报日期.

Takes the lines outside the table and what is asked for, gives a `SheetHead`. Only what belongs to a label
is taken: a name or telephone number on the same line is left where it is.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, zip_longest

from portal.formats.sheets.names import Names
from portal.formats.workbook.cell import NARROW, Cell, Remarks, distinct
from portal.formats.workbook.values import NONE_MARKS, Unreadable, date_in, read_date
from portal.records.month import DECEMBER, Month

Lines = Sequence[Sequence[Cell]]
UNIT = re.compile(r"(?:填报|报送|上报|填表|报告)(?:单位|部门)\s*(?:\([^)]*\))?\s*:?\s*(?P<rest>[^\s:]*)")
DAY = re.compile(r"(?:填报|报送|上报|填表|制表)(?:日期|时间)\s*:?\s*(?P<rest>[\d年月日号./\- ]*)")
MONTH = re.compile(r"(?P<year>20\d\d)\s*年\s*(?P<month>\d{1,2})\s*月(?!\s*\d{1,2}\s*[日号])")
PERIOD = re.compile(
    r"20\d\d\s*年\s*\d{1,2}\s*月?\s*(?:-|—|–|~|至|到)\s*(?:20\d\d\s*年\s*)?\d{1,2}\s*月(?!\s*\d{1,2}\s*[日号])"
)
MONTH_FIX = "用 --month 2024-06 这样指定月份"
UNIT_FIX = "在表格上方写“填报单位：…”，或用 --unit 指定单位"
LATEST_REPORT = datetime.timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Asked:
    """The month and unit that the user, or another sheet of the same file, names."""

    month: Month | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """The lines outside a table: the title above it, and what is no row of it `below`.

    Where columns or rows of the table name the units, nothing is looked for outside but the month.
    """

    address: str
    above: Lines
    below: Lines | None = ()


@dataclass(frozen=True, slots=True)
class SheetHead:
    """Of which month and unit a sheet is, and when it was reported.

    What is wrong with the day is said in `late`, after the rows: it mostly stands below them.
    """

    month: Month | None
    unit: str | None = None
    reported: tuple[datetime.date, Cell] | None = None
    late: Remarks = field(default_factory=Remarks)


@dataclass(frozen=True, slots=True)
class Labelled:
    """What stands behind a label: in the same cell, or as the `whole` of the next one."""

    text: str
    cell: Cell
    whole: bool = False


def read_head(around: Around, asked: Asked, names: Names, remarks: Remarks) -> SheetHead:
    """The month, unit and day of one sheet; what is missing or contradicts `asked` goes to the remarks."""
    month = _month(around, asked.month, remarks)
    if around.below is None:
        return SheetHead(month)
    lines = (*around.above, *around.below)
    unit = _unit(lines, around.address, asked.unit, names, remarks)
    late = Remarks()
    reported = _day(lines, month, late)
    if reported is None:
        late.notice(around.address, "没有找到填报日期", "在月度数据里补上 reported_on: 日期")
    return SheetHead(month, unit, reported, late)


def _month(around: Around, given: Month | None, remarks: Remarks) -> Month | None:
    """`given`, else the month of the title; a period such as 2024年1—6月 is no month."""
    texts = [(cell, DAY.sub("", cell.text)) for line in around.above for cell in distinct(line)]
    periods = [cell for cell, text in texts if PERIOD.search(text)]
    months: dict[Month, Cell] = {}
    for cell, text in texts:
        for match in MONTH.finditer(PERIOD.sub("", text)):
            if 1 <= int(match["month"]) <= DECEMBER:
                months.setdefault(Month(int(match["year"]), int(match["month"])), cell)
    if given:
        for month, cell in months.items():
            if month != given:
                message = f"标题写的是{month}，按指定的月份{given}导入"
                remarks.notice(cell.address, message, "核对是不是选错了文件")
        return given
    if len(months) == 1:
        return next(iter(months))
    if months:
        remarks.refuse(around.address, f"标题里有几个月份：{'、'.join(map(str, months))}", MONTH_FIX)
    elif periods:
        message = "标题写的是一段时间，不是一个月；累计数不能当作当月数"
        remarks.refuse(periods[0].address, message, f"换成当月的报表；确是当月数就{MONTH_FIX}")
    else:
        remarks.refuse(around.address, "标题里没有写明月份（如 2024年6月）", MONTH_FIX)
    return None


def _unit(lines: Lines, where: str, given: str | None, names: Names, remarks: Remarks) -> str | None:
    """The unit named behind 填报单位 or in a title, else `given`."""
    labelled = next(_labelled(lines, UNIT), None)
    if labelled and labelled.text:
        cell, named = labelled.cell, names.unit(labelled.text)
        if named is None:
            remarks.refusals.append(names.unknown_unit(labelled.text, cell))
            return None
    else:
        cells = chain.from_iterable(map(distinct, lines))
        found = next(((cell, named) for cell in cells if (named := names.unit_within(cell.value))), None)
        if found is None:
            if given is None:
                remarks.refuse(where, "没有找到填报单位", UNIT_FIX)
            return given
        cell, named = found
    if given not in (None, named):
        message = f"表里写的单位是“{named}”，与指定的（或同一文件另一张表的）“{given}”不一致"
        remarks.refuse(cell.address, message, "核对是不是选错了文件，或去掉 --unit")
        return None
    return named


def _day(lines: Lines, month: Month | None, remarks: Remarks) -> tuple[datetime.date, Cell] | None:
    """The date behind 填报日期."""
    for labelled in _labelled(lines, DAY):
        if labelled.text and labelled.text not in NONE_MARKS:
            day = read_day(labelled.cell, month, remarks, None if labelled.whole else labelled.text)
            if day is not None:
                return day, labelled.cell
    return None


def read_day(
    cell: Cell, month: Month | None, remarks: Remarks, part: str | None = None
) -> datetime.date | None:
    """The day of report that a cell holds, or the `part` of its text that is meant."""
    year = _year_of_report(cell.text if part is None else part, month)
    day = read_date(cell, year) if part is None else date_in(part, year)
    if isinstance(day, Unreadable):
        remarks.refuse(cell.address, f"报送日期：{day.reason}", day.hint)
        return None
    # A table is sent in its month or soon after; another year is a slip of the pen.
    if day and month and not month.first_day <= day <= month.first_day + LATEST_REPORT:
        message = f"报送日期{day}不在{month}前后"
        remarks.notice(cell.address, message, "核对年份和月份；写错了就改正后重新导入")
    return day


def _year_of_report(text: str, month: Month | None) -> int | None:
    """The year of a date written without one: a December table may be sent in January."""
    if month is None:
        return None
    match = re.match(r"\s*(\d{1,2})\s*月", text)
    next_year = match is not None and int(match[1]) < month.number - DECEMBER // 2
    return month.year + 1 if next_year else month.year


def _labelled(lines: Lines, label: re.Pattern[str]) -> Iterator[Labelled]:
    for row in lines:
        cells = distinct(row)
        for cell, following in zip_longest(cells, cells[1:]):
            match = label.search(cell.text) if isinstance(cell.value, str) else None
            if match is None:
                continue
            rest = match["rest"].strip()
            ends_here = not rest and match.end() == len(cell.text)
            if ends_here and following is not None and ":" not in str(following.value).translate(NARROW):
                yield Labelled(following.text, following, whole=True)
            else:
                yield Labelled(rest, cell)
