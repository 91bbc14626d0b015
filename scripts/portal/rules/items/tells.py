"""ITEM-TELL-01: the form of the questions must not give the answers away."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator

from portal.quiz.candidates import candidates
from portal.quiz.tells import TELLS, Record, record
from portal.records import Site
from portal.rules.engine import site_rule
from portal.source import Diagnostic, warning

# Fewer questions say nothing; so many standard deviations are no accident.
ENOUGH = 20
DEVIATIONS = 2.6


@site_rule("ITEM-TELL-01")
def form_tells_nothing(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """光看题目的样子，答对的机会不能比瞎猜多。

    不懂的人也会找规律：口气松的是错的，唯一说“不”的不是答案，最短的才是答案。有了这样的规律，分数就考不出懂不懂。按整个题库数，一种
    规律用得上二十题以上、答对的比瞎猜多出 2.6 个标准差的，就算；`portal paper guess` 列出每种规律和不懂的人能得多少分。
    错：题干里说“可以不”“就行”的判断题有 20 道，20 道都是错的
    对：这样的判断题有对有错，各一半左右
    程度：提醒
    """
    bank = candidates(entry.record for entry in site.questions)
    if not bank:
        return
    first = min(site.questions, key=lambda entry: entry.path)
    for tell in TELLS:
        found = record(tell, bank)
        if _pays(found):
            message = (
                f"{tell.name}：{found.asked} 题里对了 {found.right} 题，瞎猜只对 {found.expected:.0f} 题"
            )
            hint = "改写一些题，让这样的规律有对有错；各种规律见 portal paper guess"
            yield warning(first.path, first.file.at("topic"), "ITEM-TELL-01", message, hint)


def _pays(found: Record) -> bool:
    if found.asked < ENOUGH:
        return False
    share = found.expected / found.asked
    spread = math.sqrt(found.asked * share * (1 - share))
    return found.right - found.expected > DEVIATIONS * spread
