"""Dates as staff write them: `2024-06-21`, nothing else; months are in `month.py`.

Any other way of writing a day is recognised only to say how it is written here.
"""

from __future__ import annotations

import datetime
import re
import unicodedata

from portal.records.wording import problem, shown

ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
LOOSE_DATE = re.compile(
    r"(\d{4})\s*[年/.\-]\s*(\d{1,2})\s*[月/.\-]\s*(\d{1,2})(?!\d)\s*[日号]?(?:[\sT].*)?", re.ASCII
)
RUN_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
SHORT_YEAR = re.compile(r"(\d{2})\s*[年/.\-]\s*(\d{1,2})\s*[月/.\-]\s*(\d{1,2})\s*[日号]?", re.ASCII)
WITHOUT_YEAR = re.compile(r"\d{1,2}\s*[月/.\-]\s*\d{1,2}\s*[日号]?", re.ASCII)


def parse_date(value: object) -> datetime.date:
    """A date written `2024-06-21`; any other way of writing it is refused with the right one."""
    if isinstance(value, datetime.date):
        return value
    text = value if isinstance(value, str) else shown(value)
    if match := ISO_DATE.fullmatch(text):
        try:
            return datetime.date(*map(int, match.groups()))
        except ValueError:
            raise problem(
                "DATE-NONE", f"日历上没有 {text} 这一天", "改成真实存在的日期，如 2024-06-21"
            ) from None
    if value is None:
        raise problem("DATE-FORM", "这一项是空的", "填上日期，如 2024-06-21；可以不填的就删去这一行")
    if right := _meant_day(text):
        raise problem("DATE-FORM", f"日期“{shown(value)}”的写法不对", f"写成 {right}（四位年-两位月-两位日）")
    what = "没有写年份" if WITHOUT_YEAR.fullmatch(_plain(text)) else "的写法不对"
    raise problem("DATE-FORM", f"日期“{shown(value)}”{what}", "写成四位年-两位月-两位日，如 2024-06-21")


def _meant_day(text: str) -> str | None:
    plain = _plain(text)
    match = LOOSE_DATE.fullmatch(plain) or RUN_TOGETHER.fullmatch(plain) or SHORT_YEAR.fullmatch(plain)
    if not match:
        return None
    year, month, day = map(int, match.groups())
    try:
        return datetime.date(year if year > 99 else 2000 + year, month, day).isoformat()
    except ValueError:
        return None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
