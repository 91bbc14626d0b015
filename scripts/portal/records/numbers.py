"""Numbers as staff write them: plain digits. `12,000`, `１２`, `98%`, `1.2万` are refused with the right form."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from portal.records.wording import problem, shown

PLAIN = re.compile(r"-?\d{1,18}(?:\.\d+)?", re.ASCII)
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


def _digits(text: str, times: int = 1) -> str:
    return f"{(Decimal(text) * times).normalize():f}"
