"""A month of the calendar as a value: how staff write it (`2024-06`), what readers call it, its days.

Every wording of a month and every step from one to the next stands here. A mistyped year such as 0000 or 9999
must become a finding, never a failure, so the ends of the calendar hold.
"""

from __future__ import annotations

import calendar
import datetime
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from portal.records.wording import problem, shown

ISO_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
LOOSE_MONTH = re.compile(r"(\d{4})\s*[年/.\-]?\s*(\d{1,2})\s*月?份?", re.ASCII)
JSON_PATTERN = r"^\d{4}-(0[1-9]|1[0-2])$"
DECEMBER = 12


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """One month; `str()` gives `2024-06`, which is also its file name and its address.

    No `str` itself: a text could be cut, compared with a day or taken for an id without anybody noticing. Frames
    hold it as it is and sort by it; only what leaves the program (a file, an address, a table) asks for the text.
    """

    year: int
    number: int

    @classmethod
    def parse(cls, value: object) -> Month:
        """A month written `2024-06`; any other way of writing it is refused with the right one."""
        if isinstance(value, Month):
            return value
        if isinstance(value, str) and (match := ISO_MONTH.fullmatch(value)):
            return cls(int(match[1]), int(match[2]))
        right = _meant(shown(value))
        hint = f"写成 {right}（四位年-两位月）" if right else "写成四位年-两位月，如 2024-06"
        raise problem("MONTH-FORM", f"月份“{shown(value)}”的写法不对", hint)

    @classmethod
    def of(cls, day: datetime.date) -> Month:
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def name(self) -> str:
        """`2024年6月`"""
        return f"{self.year:04d}年{self.number}月"

    @property
    def short(self) -> str:
        """`6月`, where the year is known."""
        return f"{self.number}月"

    @property
    def next(self) -> Month:
        return Month(self.year + 1, 1) if self.number == DECEMBER else Month(self.year, self.number + 1)

    @property
    def first_day(self) -> datetime.date:
        return self.day(1)

    @property
    def last_day(self) -> datetime.date:
        first = self.first_day
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])

    def day(self, number: int) -> datetime.date:
        return datetime.date(max(self.year, datetime.MINYEAR), self.number, number)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.to_string_ser_schema()
        return core_schema.no_info_plain_validator_function(cls.parse, serialization=text)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "pattern": JSON_PATTERN}


def _meant(text: str) -> Month | None:
    match = LOOSE_MONTH.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return Month(int(match[1]), int(match[2])) if match and 1 <= int(match[2]) <= DECEMBER else None
