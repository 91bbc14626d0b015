"""ARTICLE-SENTENCE-01, ARTICLE-LAW-01: an article is read by a cook in a break: short sentences, little law."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.rules.engine import Finding, record_rule
from portal.rules.sentences import long_sentences, too_long, words
from portal.source import Severity

LAW = re.compile(r"^##[ ]+[^\n]*(?:法律|法规|依据)[^\n]*\n(?P<text>(?:(?!##[ ])[^\n]*\n?)*)", re.MULTILINE)
SHARE = 0.25


@record_rule("ARTICLE-SENTENCE-01", "articles", severity=Severity.WARNING)
def sentences_are_short(
    entry: Entry[KnowledgeArticle], site: Site, today: datetime.date
) -> Iterator[Finding]:
    """一句话不超过六十个字。

    读的人在厨房里、在菜场上，一口气读不完的句子就不读了。标点和链接的网址不算。
    错：一句话里连着说四种情形，每种情形又有例外
    对：一种情形一句话，或者写成列表
    """
    for start, end, length in long_sentences(entry.record.body):
        yield Finding(entry.file.in_body(start, end), too_long(length), "拆成两句，或者写成列表")


@record_rule("ARTICLE-LAW-01", "articles", severity=Severity.WARNING)
def law_is_a_small_part(
    entry: Entry[KnowledgeArticle], site: Site, today: datetime.date
) -> Iterator[Finding]:
    """讲法律的部分不超过全文的四分之一。

    读者先要知道怎么做，再要知道为什么；条文写明出处，点开就能看。
    错：“法律怎么说”一节占了半篇
    对：这一节两三句话，条号写成链接得到的样子
    """
    body = entry.record.body
    whole = len(words(body))
    for match in LAW.finditer(body):
        law = len(words(match["text"]))
        if whole and law > SHARE * whole:
            heading = match[0].partition("\n")[0]
            place = entry.file.in_body(match.start(), match.start() + len(heading))
            message = f"这一节有 {law} 个字，占全文 {100 * law / whole:.0f}%"
            yield Finding(place, message, "只留两三句最要紧的，其余的条文点开就能看")
