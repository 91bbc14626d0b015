"""ITEM-BLANK-01, ITEM-ARTICLE-01: what a stem asks for is food safety, not a word or a number."""

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


ASKED = re.compile(
    r"第[几多少哪]+[条款章]|第[（(_＿][\s_＿]*[)）_＿][条款章]|哪一?[条款](?:法律|法条|条文|规定|条款)|[哪几]一?[条款](?=[？?])"
    r"|多少[条款](?=[？?]|规定)|哪一?部(?:法律|法规|规章)|条号"
)
NUMBER = re.compile(
    r"(?:《?[\u4e00-\u9fff]{2,20}》?\s*)?第[零〇一二三四五六七八九十百\d]+条(?:第[一二三四五六七八九十\d]+款)?"
)


@item_rule("ITEM-ARTICLE-01")
def asks_for_no_number(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """不问条文是第几条、出自哪部法。

    做菜、进货、检查的人要知道怎么做，不用背条号；条号写在 citations 里，答完题就看得到。
    错：健康证明的要求是《食品安全法》第几条规定的？
    对：哪些人要取得健康证明才能上岗？
    """
    stem = entry.record.stem
    if match := ASKED.search(stem):
        place = span_of(entry, PublicText(("stem",), stem), match.start(), match.end())
        yield Finding(place, "问的是条号或法的名称", "改问怎么做、为什么")
        return
    options = [text.strip() for text in entry.record.options.values()]
    if len(options) > 1 and all(NUMBER.fullmatch(text) for text in options):
        yield Finding(entry.key("options"), "选项都是条号", "改问怎么做、为什么")
