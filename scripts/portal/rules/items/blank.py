"""ITEM-BLANK-01: a blank stands at the end."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import item_rule
from portal.rules.public_text import PublicText, span_of

BLANK = re.compile(r"[_＿]{2,}|[（(][\s_＿]*[)）]|[（(][\s.．…]*[)）]|【\s*】")
AFTER = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
# A unit may follow the blank: （ ）个月内.
UNIT = 4


@item_rule("ITEM-BLANK-01")
def blank_is_last(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """空格放在题干的末尾。

    空在句子中间，要先看完选项、再回头把整句拼起来读；手机上尤其难。最好直接问一个问题。
    错：从业人员应当（　）进行健康检查，取得健康证明后上岗。
    对：从业人员的健康检查多久做一次？
    """
    stem = entry.record.stem
    for match in BLANK.finditer(stem):
        if len(AFTER.findall(stem, match.end())) > UNIT:
            place = span_of(entry, PublicText(("stem",), stem), match.start(), match.end())
            yield Finding(place, "空格在题干中间", "改成一个问句，或者把空格移到末尾")
