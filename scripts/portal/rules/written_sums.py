"""TEXT-SUM-01: a sum of money is written as the pages write it, so that one sum does not stand on a page in two ways."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.base import Record
from portal.rules.engine import Finding, record_rule
from portal.rules.public_text import span_of
from portal.rules.running_text import READ, is_quoted, matches
from portal.source import Severity

TEN_THOUSAND = 10_000
LONG_SUM = re.compile(r"(?<![\d,.])\d{5,}(?:\.\d+)?(?=元)")


@record_rule("TEXT-SUM-01", *READ, severity=Severity.WARNING)
def sums_are_written_in_one_way(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """满一万元的金额写成“万元”，写不尽的分节。

    网页上的表格写“1万元”，正文写“10000元”，读者要数几个零才知道是同一笔钱。不满一万的照写：5000元。引号里的原话不算。
    错：罚款10000元
    对：罚款1万元；没收违法所得88,519.29元
    """
    for text, match in matches(entry, LONG_SUM):
        if is_quoted(text.value, match.start()):
            continue
        place = span_of(entry, text, match.start(), match.end() + 1)
        yield Finding(place, f"“{match[0]}元”要数几个零才看得懂", f"写成“{_in_one_way(match[0])}”")


def _in_one_way(digits: str) -> str:
    in_ten_thousands = round(float(digits) / TEN_THOUSAND, 2)
    if in_ten_thousands * TEN_THOUSAND == float(digits):
        return f"{in_ten_thousands:g}万元"
    whole, point, rest = digits.partition(".")
    return f"{int(whole):,}{point}{rest}元"
