"""ITEM-LETTER-01: options are shuffled, so no text may point at one by its letter or place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.privacy.folding import plain
from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import item_rule
from portal.rules.public_text import PublicText, span_of

ONE = r"[A-Ha-h](?![A-Za-z0-9])"
MANY = rf"{ONE}(?:\s*[、,和与及]?\s*{ONE})*"
POINTING = re.compile(
    rf"(?:选项|答案(?:应当?|该)?(?:是|为|选)?|应当?选|故选|只选|排除|选择?)\s*[“\"(]?{MANY}"
    rf"|(?<![A-Za-z0-9素类级型]){MANY}\s*(?:选?项|(?:选项|说法|做法)?(?:[都均也]?(?:不?对|不?正确|错误?|不符合|符合)))"
    r"|第[一二三四五六]个?选项|[前后][一两二三四]个?选项|最[前后]一个?选项|(?<!款)(?<!条)(?:前|后)[两二三]项(?:[都均]|是|说)"
)

# Some character of everything above; looking for these is cheap.
TELLTALE = re.compile("[A-Ha-hＡ-Ｈａ-ｈ]|选项|[前后][两二三]项")


@item_rule("ITEM-LETTER-01")
def points_at_no_letter(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """题干、选项和解析里不说选项的字母和次序。

    选项每次打乱了显示，读者看到的 A 不是题库里的 a，解析说“选B”就错了。
    错：`explanation: 选B，因为……`
    对：`explanation: 每年体检一次，因为……`
    """
    question = entry.record
    texts = [PublicText(("stem",), question.stem), PublicText(("explanation",), question.explanation)]
    for text in texts:
        if not TELLTALE.search(text.value):
            continue
        for match in POINTING.finditer(plain(text.value)):
            place = span_of(entry, text, match.start(), match.end())
            yield Finding(place, f"“{match[0]}”指的是选项的字母或次序", "说选项的内容，不说字母")
