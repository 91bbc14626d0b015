"""Dates and numbers as staff write them: `2024-06-21`, plain digits, nothing else; months are in `month.py`.

Any other way (`2024年6月21日`, `12,000`, `１２`, `98%`, `1.2万`) is recognised only to say how it is written here.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal

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


PLAIN = re.compile(r"-?\d{1,18}(?:\.\d+)?", re.ASCII)
# As calculators and programs write them.
SCIENTIFIC = re.compile(r"-?\d{1,18}(?:\.\d{1,17})?[eE][+-]?\d{1,2}", re.ASCII)
LARGEST = 10**18
OTHER_BASE = re.compile(r"0[xX][0-9a-fA-F]{1,15}|0[oO][0-7]{1,18}|0[bB][01]{1,60}")
WITH_UNIT = re.compile(r"[^\d\-]?(\d{1,18}(?:\.\d+)?)([万亿]?)\D*", re.ASCII)
TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}


def parse_number(value: object) -> int | float:
    """A number that is not negative."""
    if value is None:
        raise problem("NUMBER-FORM", "这一项是空的", "填上数字；没有就写 0 或删去这一行")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise problem("NUMBER-FORM", f"这里要数字，写的是“{shown(value)}”", _right_form(shown(value)))
    if value < 0:
        raise problem("NUMBER-NEGATIVE", f"这里的数不能小于 0，写的是 {value}", "核对原表后改成 0 或正数")
    return value


def parse_count(value: object) -> int:
    """A whole number that is not negative."""
    number = parse_number(value)
    if isinstance(number, float):
        raise problem("NUMBER-WHOLE", f"这里要整数，写的是 {number}", f"核对后写成整数，如 {int(number)}")
    return number


def _right_form(text: str) -> str:
    plain = re.sub(r"[,\s_]", "", unicodedata.normalize("NFKC", text))
    if (spelt := _spelt_out(plain)) is not None:
        return f"写成 {spelt}（不用科学记数法和十六进制）"
    plain = re.sub(r"(?<!\d)\.(?=\d)", "0.", plain)
    if PLAIN.fullmatch(plain):
        return f"写成 {_digits(plain)}（半角数字，不加千分位、单位和引号）"
    if re.fullmatch(r"-?\d{19,}", plain, re.ASCII):
        return "位数太多，核对原表"
    if PLAIN.fullmatch(plain.rstrip("%‰")):
        return "只填两个原始数，百分比由程序计算；不写 %"
    if match := WITH_UNIT.fullmatch(plain):
        return f"写成 {_digits(match[1], TIMES[match[2]])}，单位不写在数里"
    return "写成半角数字，如 12；没有就写 0 或删去这一行"


def _spelt_out(text: str) -> str | None:
    """`2e4` and `0x4E20` as plain digits; `None` for what is no such number."""
    if SCIENTIFIC.fullmatch(text) and abs(Decimal(text)) < LARGEST:
        return f"{Decimal(text):f}"
    return str(int(text, 0)) if OTHER_BASE.fullmatch(text) else None


def _digits(text: str, times: int = 1) -> str:
    return f"{(Decimal(text) * times).normalize():f}"
