"""ITEM-JUDGE-01: not too many questions that half of the guesses get right."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.records import Site
from portal.records.question_type import JUDGE
from portal.rules.engine import site_rule
from portal.rules.items.item_rule import by_file, in_use
from portal.source import Diagnostic, warning

SHARE = 0.25
# Fewer questions say nothing about the share.
ENOUGH = 12


@site_rule("ITEM-JUDGE-01")
def judgements_are_few(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """判断题不超过一个题库文件的四分之一。

    判断题猜也能对一半，太多了分数就不可信。不到 12 题的文件不看。
    错：20 道题里有 9 道判断题
    对：20 道题里有 3 道判断题，其余改写成单选或多选
    程度：提醒
    """
    for questions in by_file(in_use(site)):
        judgements = sum(entry.record.kind is JUDGE for entry in questions)
        if len(questions) >= ENOUGH and judgements > SHARE * len(questions):
            first = questions[0]
            message = f"{len(questions)} 道题里有 {judgements} 道判断题，超过四分之一"
            yield warning(
                first.path, first.file.at("topic"), "ITEM-JUDGE-01", message, "把一些改写成单选题或多选题"
            )
