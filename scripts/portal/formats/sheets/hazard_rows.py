"""The rows of a 隐患清单, checked one by one → what is counted of each: focus, business type, put right.

Refuses impossible dates, a row entered twice, unknown words, a hazard found in another month. Nothing
that a row says about people or places is kept or quoted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from portal.formats.sheets.names import Names
from portal.formats.sheets.privacy import PRIVATE, holds_personal_data, is_aside
from portal.formats.workbook.cell import Cell, Remarks, distinct
from portal.formats.workbook.values import Unreadable, read_date
from portal.records.month import Month
from portal.records.wording import nearest

RECTIFIED = ("已整改", "完成整改", "已完成整改", "整改完成", "已完成", "已改正", "整改到位", "是")
OPEN = ("整改中", "正在整改", "未整改", "未完成", "未完成整改", "限期整改", "逾期未改", "逾期未整改", "否")
SUMS = ("合计", "总计", "小计")


@dataclass(frozen=True, slots=True)
class Hazard:
    """What is counted of one row."""

    focus: str
    business_type: str
    rectified: bool


class HazardRows:
    """Goes through the rows below the header once."""

    def __init__(
        self,
        rows: Sequence[tuple[Cell, ...]],
        columns: Mapping[str, int],
        names: Names,
        month: Month | None,
        remarks: Remarks,
    ) -> None:
        self.rows, self.columns, self.names, self.month, self.remarks = rows, columns, names, month, remarks
        self.earlier: dict[tuple[str, ...], Cell] = {}
        self.numbers: dict[str, Cell] = {}

    def read(self) -> tuple[Hazard, ...]:
        """The hazards of all rows that could be read; what is wrong goes to the remarks."""
        read = [self._hazard(row) for row in self.rows if not self._passed_over(row)]
        return tuple(hazard for hazard in read if hazard is not None)

    def _passed_over(self, row: Sequence[Cell]) -> bool:
        """Empty lines that only carry a running number, sums, signatures and notes."""
        cells = distinct(row)
        number = self._cell(row, "number")
        if all(cell is number for cell in cells) or cells[0].bare in SUMS:
            return True
        answers = distinct(
            row[self.columns[name]] for name in ("business_type", "focus", "found_on", "status")
        )
        if not answers:
            return is_aside(cells) or len(cells) == 1
        merged_over = sum(cell is cells[0] for cell in row) > 1
        return len(cells) == 1 and merged_over

    def _hazard(self, row: Sequence[Cell]) -> Hazard | None:
        for cell in distinct(row):
            if holds_personal_data(cell):
                self.remarks.notice(cell.address, *PRIVATE)
        if self._repeated(row):
            return None
        business_type = self._word(row, "business_type", "business_types", "业态")
        focus = self._word(row, "focus", "focuses", "工作重点")
        status = self._status(row)
        self._check_dates(row)
        return (
            Hazard(focus, business_type, status) if focus and business_type and status is not None else None
        )

    def _cell(self, row: Sequence[Cell], name: str) -> Cell | None:
        return row[self.columns[name]] if name in self.columns else None

    def _repeated(self, row: Sequence[Cell]) -> bool:
        number = self._cell(row, "number")
        if number is None or number.blank:
            return False
        content = tuple(cell.text for cell in row)
        same = self.earlier.setdefault(content, number)
        if same is not number:
            self.remarks.refuse(
                number.address,
                f"这一行与 {same.address} 一行完全相同",
                "删去重复的一行；确是两项隐患就改序号并写清区别",
            )
            return True
        first = self.numbers.setdefault(number.text, number)
        if first is not number:
            self.remarks.notice(
                number.address, f"序号与 {first.address} 重复，内容不同，按两项隐患计数", "核对序号"
            )
        return False

    def _word(self, row: Sequence[Cell], name: str, group: str, title: str) -> str | None:
        cell = row[self.columns[name]]
        if cell.blank:
            self.remarks.refuse(
                cell.address, f"没有填{title}", f"可用的词：{'、'.join(self.names.all(group))}"
            )
            return None
        word = self.names.word(group, cell.value)
        if word is None:
            self.remarks.refuse(
                cell.address, f"这里的{title}不在词表里", self.names.suggestion(group, cell.value).hint
            )
        return word

    def _status(self, row: Sequence[Cell]) -> bool | None:
        cell = row[self.columns["status"]]
        text = cell.bare
        if text in RECTIFIED or text in OPEN:
            return text in RECTIFIED
        near = nearest(text, [*RECTIFIED, *OPEN])
        hint = f"{f'是不是“{near}”？' if near else ''}可用的词：已整改、整改中、未整改、逾期未改"
        self.remarks.refuse(
            cell.address, "没有填整改情况" if cell.blank else "这里的整改情况不在词表里", hint
        )
        return None

    def _check_dates(self, row: Sequence[Cell]) -> None:
        month = self.month
        if month is None:
            return
        found = row[self.columns["found_on"]]
        day = read_date(found, month.year)
        if isinstance(day, Unreadable):
            self.remarks.refuse(found.address, f"发现日期：{day.reason}", day.hint)
        elif day is None:
            self.remarks.refuse(found.address, "没有填发现日期", f"补上日期，如 {month}-01")
        elif Month.of(day) != month:
            hint = f"核对日期；只列{month.short}1日至{month.last_day.day}日发现的隐患"
            self.remarks.refuse(found.address, f"发现日期{day}不在{month.name}", hint)
        for name, title in (("due_on", "整改时限"), ("rechecked_on", "复查日期")):
            cell = self._cell(row, name)
            day = read_date(cell, month.year) if cell is not None else None
            if cell is not None and isinstance(day, Unreadable) and day.impossible:
                self.remarks.refuse(cell.address, f"{title}：{day.reason}", day.hint)
