"""Whether what was brought is accepted: genuine, of this day and this bank, possible, and nobody's twice.

Takes what one person brought, gives the sitting as it is recorded, or raises `Refused` with what to do about it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date

from portal.records.scalars import parse_date
from portal.spotcheck.brought import Brought
from portal.spotcheck.day import Day
from portal.spotcheck.handed_out import HandedOut
from portal.spotcheck.marks import marked
from portal.spotcheck.papers import DrawnPaper, NoPaper, Papers
from portal.spotcheck.receipt import BadReceipt, Receipt, parse, verified
from portal.spotcheck.shown import BadAnswers, from_letters, from_phone
from portal.spotcheck.sitting import Chosen, Sitting

# Handing in may come later than the end of the time, where a phone slept; not by more.
LATE = 10
RETAKE = re.compile(r"\s*(\d{4}-\d{2}-\d{2})\s*[/#第]?\s*(\d{1,4})号?\s*")


class Refused(ValueError):
    """What is not recorded; the text says why and `hint` what to do, in Chinese."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class Desk:
    """What accepting goes by: the day, its slips, the frozen papers, questions that phones show, the days before."""

    day: Day
    given: HandedOut | None
    papers: Papers
    ready: Collection[str]
    earlier: Callable[[date], Day]
    # Brought in the same run, and not in the file yet.
    taken: tuple[Sitting, ...] = ()

    def accept(self, brought: Brought) -> Sitting:
        """The sitting, whether it is new or recorded already. Raises `Refused`."""
        sitting = self._by_phone(brought) if brought.receipt else self._on_paper(brought)
        if brought.retake:
            sitting = replace(sitting, retake_of=self._failed_before(brought.retake, sitting))
        for known in (*self.day.sittings, *self.taken):
            if known.number == sitting.number and known != sitting:
                place = self.day.place(known.number) if known in self.day.sittings else "这一次的前面"
                raise Refused(
                    f"编号 {known.number} 已经记过，内容不一样：{place}",
                    "看看编号有没有写错；要改记录的，删去那里的一条再记一次",
                )
        return sitting

    def _by_phone(self, brought: Brought) -> Sitting:
        receipt = self._genuine(brought.receipt)
        paper = self._paper(receipt.paper)
        given = self.given.papers[receipt.number] if self.given else ""
        if paper.code != given:
            raise Refused(
                f"编号 {receipt.number} 发的卷是 {given}，回执却是 {paper.code} 的",
                "让本人扫凭条上的二维码重新考",
            )
        if receipt.minutes > paper.blueprint.minutes + LATE:
            raise Refused(
                f"编号 {receipt.number} 用时 {receipt.minutes} 分钟，这种卷只有 {paper.blueprint.minutes} 分钟",
                "不可能的回执不记，让本人重新考",
            )
        try:
            answers = from_phone(paper, self.ready, receipt.answers)
        except BadAnswers as failure:
            raise Refused(str(failure), "手机上的题库可能是旧的：联网刷新页面以后重新考") from failure
        return self._sitting(brought, receipt.number, paper, answers, receipt)

    def _genuine(self, text: str) -> Receipt:
        try:
            receipt, _ = parse(text)
        except BadReceipt as failure:
            raise Refused(str(failure), "请本人从手机上重新复制整条回执") from failure
        if receipt.started.date() != self.day.day:
            raise Refused(
                f"回执是 {receipt.started:%Y-%m-%d} 考的，这里记的是 {self.day.day}",
                f"那天的用 --day {receipt.started:%Y-%m-%d} 记",
            )
        if self.given is None:
            raise Refused(
                f"{self.day.day} 没有发过凭条",
                f"发凭条用 portal spot-check sheet {self.day.day}；不要换电脑，密钥在发凭条的那台上",
            )
        if receipt.number not in self.given.papers:
            raise Refused(
                f"编号 {receipt.number} 当天没有发过",
                f"发到了 {max(self.given.papers, default=0)} 号，核对编号",
            )
        try:
            return verified(text, self.given.slip(receipt.number).code)
        except BadReceipt as failure:
            raise Refused(str(failure), "让本人用自己的凭条重新生成回执；还不对的不要采用") from failure

    def _on_paper(self, brought: Brought) -> Sitting:
        given = self.given.papers if self.given else {}
        if self.given and brought.number not in given:
            raise Refused(
                f"编号 {brought.number} 当天没有发过", f"发到了 {max(given, default=0)} 号，核对编号"
            )
        code = brought.paper or given.get(brought.number, "")
        if not code:
            raise Refused(
                f"不知道编号 {brought.number} 考的是哪份卷",
                f"写上卷号，如 {brought.number} CY-3K7M2Q1-1-V: A BC 对",
            )
        paper = self._paper(code)
        try:
            answers = from_letters(paper, brought.letters)
        except BadAnswers as failure:
            raise Refused(
                f"编号 {brought.number}，卷号 {paper.code}：{failure}",
                "对照答题栏改；本人确实多写了的，按没有答写 -",
            ) from failure
        return self._sitting(brought, brought.number, paper, answers)

    def _paper(self, code: str) -> DrawnPaper:
        try:
            return self.papers[code]
        except NoPaper as failure:
            raise Refused(f"卷号 {code}：{failure}", "不是本单位的卷不记") from failure

    def _sitting(
        self,
        brought: Brought,
        number: int,
        paper: DrawnPaper,
        answers: tuple[Chosen | None, ...],
        receipt: Receipt | None = None,
    ) -> Sitting:
        unit = brought.unit
        return Sitting(
            day=self.day.day,
            number=number,
            paper=paper.code,
            firm=unit.firm,
            business=unit.business,
            post=unit.post,
            by="phone" if receipt else "paper",
            started=receipt.started if receipt else None,
            minutes=receipt.minutes if receipt else None,
            answers=answers,
        )

    def _failed_before(self, written: str, sitting: Sitting) -> tuple[date, int]:
        """Day and number of the sitting that this one repeats."""
        match = RETAKE.fullmatch(written)
        try:
            if match is None:
                raise ValueError(written)
            day, number = parse_date(match[1]), int(match[2])
        except ValueError:
            raise Refused(f"补考“{written[:20]}”的写法不对", "写成 2026-11-03/7：哪一天、几号") from None
        if (day, number) == (sitting.day, sitting.number) or day > sitting.day:
            raise Refused(
                f"编号 {sitting.number} 补的是 {day} 的 {number} 号，那不在它以前", "核对补考的日期和编号"
            )
        there = (*self.day.sittings, *self.taken) if day == sitting.day else self.earlier(day).sittings
        first = next((one for one in there if one.number == number), None)
        if first is None:
            raise Refused(
                f"编号 {sitting.number} 补的是 {day} 的 {number} 号，没有这条记录", "核对补考的日期和编号"
            )
        if marked(first, self.papers).passed:
            raise Refused(f"{day} 的 {number} 号合格了，不用补考", "核对补考的日期和编号")
        return day, number
