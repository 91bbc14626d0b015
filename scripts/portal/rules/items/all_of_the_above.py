"""ITEM-ABOVE-01: no option speaks of the other options as a whole."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import item_rule

WHOLE = re.compile(
    r"(?:以上|上述|前述|前面|其他|其它)(?:的)?(?:几|[两三四五]|各|所有|任何一)?(?:个|种|项|条)?(?:选项|说法|做法|情形|情况|答案|内容|行为)?"
    r"(?:全部|[都均皆全])?(?:不|没有一[个项])?(?:是|对|正确|不对|错|错误|可以?|需要|应当|包括|属于|符合)(?:的)?[。.]?"
    r"|(?:全部|[都均皆全])(?:不)?(?:是|对|正确|错|错误)(?:的)?[。.]?|没有(?:一[个项])?正确(?:的)?(?:答案|选项)?[。.]?"
)


@item_rule("ITEM-ABOVE-01")
def stands_for_itself(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """选项里不写“以上都对”“以上都不对”。

    看出两个选项对，就知道是“以上都对”；看出一个错，就把它排除了，考不出懂不懂。选项打乱次序以后，“以上”也不知道指什么。
    错：`d: 以上都对`
    对：写成第四种具体的做法；几种都对的，改成 type: multiple
    """
    for letter, text in entry.record.options.items():
        if WHOLE.fullmatch(text.strip()):
            place = entry.at("options", letter)
            yield Finding(place, f"选项写了“{text}”", "换成一种具体的说法；几种都对的改成 type: multiple")
