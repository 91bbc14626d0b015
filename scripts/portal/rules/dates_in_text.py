"""TEXT-DAY-01, PUB-FACTS-01: days in running text exist, and a case tells nothing from after its decision.

Days as people write them (`2024年2月30日`, `2024-02-30`, `二月三十日`) → year, month, day with their place in the text.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.privacy.folding import plain
from portal.records import Entry, Site
from portal.records.base import Record
from portal.records.case import Case
from portal.records.citation import DIGITS, to_number
from portal.rules.engine import Finding, record_rule
from portal.rules.public_text import span_of
from portal.rules.running_text import READ, is_quoted, occurs, said, sentence
from portal.source import Severity

HAN = "〇零一二三四五六七八九十"
WRITTEN = re.compile(
    rf"(?<![0-9{HAN}])(?:(?P<year>(?:19|20)[0-9][0-9]|[一二][〇零九][〇零一二三四五六七八九]{{2}})\s?年\s?)?(?P<month>[0-9]{{1,2}}|[{HAN}]{{1,3}})\s?月"
    rf"(?:\s?(?P<day>[0-9]{{1,2}}|[{HAN}]{{1,3}})\s?[日号])?(?![龄大嫂])"
    r"|(?<![0-9.\-/])(?P<y>(?:19|20)[0-9][0-9])(?P<mark>[.\-/])(?P<m>[0-9]{1,2})(?P=mark)(?P<d>[0-9]{1,2})(?![0-9.\-/])"
)
ASKED = re.compile(r"月|[12１２][09０９][0-9０-９]{2}[.\-/－．／]")
LUNAR = re.compile(r"(?:农历|阴历|夏历|闰)[^，。]{0,6}$")
# What stands on a label may be as wrong as it is.
LABELLED = re.compile(r"(?:标|喷|印|写|打|贴|虚假|伪造|不存在|没有)[^，。；\n]{0,12}$")


@dataclass(frozen=True, slots=True)
class Day:
    """A day or a month as it is written; 0 means "not named"."""

    start: int
    end: int
    year: int
    month: int
    day: int

    @property
    def last_of_month(self) -> int:
        """The number of days; 29 for a February of no year, 0 for a month that does not exist."""
        if not 1 <= self.month <= 12:
            return 0
        return calendar.monthrange(self.year or 2024, self.month)[1]

    @property
    def exists(self) -> bool:
        return self.last_of_month > 0 and (self.day <= self.last_of_month)

    @property
    def first(self) -> datetime.date | None:
        """The day, or the first one of the month; `None` where no year is named or there is no such day."""
        return datetime.date(self.year, self.month, self.day or 1) if self.year and self.exists else None


def days(text: str) -> Iterator[Day]:
    """Every day, and every month of a year, that `text` names."""
    if not ASKED.search(text):
        return
    for match in WRITTEN.finditer(plain(text)):
        if match["m"]:
            yield Day(*match.span(), int(match["y"]), int(match["m"]), int(match["d"]) or 99)
        elif match["year"] or match["day"]:
            day = (to_number(match["day"]) or 99) if match["day"] else 0
            yield Day(*match.span(), _year(match["year"] or ""), to_number(match["month"]), day)


def _year(written: str) -> int:
    return int("".join(char if char.isdecimal() else str(DIGITS[char]) for char in written) or 0)


@record_rule("TEXT-DAY-01", *READ)
def days_exist(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """文字里的日期要是日历上有的。

    2月30日、2024年13月多半是录入时写错的，读者无从知道是哪一天。标签上印的、打引号的、农历的日期不算。
    错：2024年2月30日，执法人员检查某便利店
    对：2024年2月29日，执法人员检查某便利店
    """
    if not occurs(ASKED, entry.file.original):
        return
    for text in said(entry):
        for day in days(text.value):
            before, _ = sentence(text.value, day.start, day.end)
            is_cited = is_quoted(text.value, day.start) or LABELLED.search(before) or LUNAR.search(before)
            if not day.exists and not is_cited:
                shown = text.value[day.start : day.end]
                place = span_of(entry, text, day.start, day.end)
                yield Finding(place, f"日历上没有{shown}", _right_day(day))


def _right_day(day: Day) -> str:
    if day.last_of_month and day.day != 99:
        return f"核对后改正：{day.month}月的最后一天是{day.last_of_month}日；标签上就是这样写的，加上引号“ ”"
    return "核对后改正；标签上就是这样写的，加上引号“ ”"


# A day that something lasts until, or from which it holds, may lie ahead.
UNTIL = re.compile(r"(?:到|至|截至|截止|有效期|保质期|期限|不晚于|最迟|限期?|预计|计划)[^，。；]{0,6}$")
OR_LATER = re.compile(r"^\s*(?:[\d时点分]{1,6})?(?:起|前|之前|以前|止|为止|到期|届满|期满|施行|实施|生效)")
FOLLOWED_UP = re.compile(
    "再次|复查|回访|回头看|跟踪|此后|之后|后来|事后|恢复|缴清|缴纳|履行|整改|又查|送达|公示|复检|销案|注销|变更|验收"
)
TOLD = ("title", "summary", "facts")
ALL_TOLD = (*TOLD, "significance", "lessons", "advice")


@record_rule("PUB-FACTS-01", "cases", severity=Severity.WARNING)
def facts_are_before_decision(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """案情里的日期不能在决定日期之后，哪里的日期都不能在今天之后。

    决定是根据查明的事实作的，事实不会发生在决定以后；多半是年份或月份写错了。决定以后的复查、整改、缴纳，写明是哪一件事的不算；
    “到某日为止”“自某日起”的期限也不算。
    错：`decided_on: 2024-07-10`，案情写 2024年8月11日，执法人员检查某便利店
    对：2024年6月11日，执法人员检查某便利店
    """
    case = entry.record
    decided_on = case.decision.decided_on
    for text in said(entry):
        if text.path[0] not in ALL_TOLD:
            continue
        for day in days(text.value):
            if day.first is None or day.first <= min(decided_on, today) or _is_term(text.value, day):
                continue
            shown, place = text.value[day.start : day.end], span_of(entry, text, day.start, day.end)
            if day.first > today:
                yield Finding(place, f"{shown}还没有到", "核对后改正日期")
            elif text.path[0] in TOLD and not _is_afterwards(case, text.value, day):
                hint = f"核对后改正其中一个；是决定以后的事，写明是复查、整改还是缴纳，如“{shown}复查”"
                yield Finding(place, f"{shown}晚于决定日期 {decided_on}", hint)


def _is_term(text: str, day: Day) -> bool:
    before, after = sentence(text, day.start, day.end)
    return UNTIL.search(before) is not None or OR_LATER.match(after) is not None


def _is_afterwards(case: Case, text: str, day: Day) -> bool:
    """What was seen or done after the decision, and before the case was told."""
    told_on = max((one.on for one in case.corrections), default=None) or case.published_on
    if day.first and told_on and day.first > told_on:
        return False
    return any(FOLLOWED_UP.search(part) for part in sentence(text, day.start, day.end))
