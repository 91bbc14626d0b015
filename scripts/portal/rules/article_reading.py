"""ARTICLE-SENTENCE-01, ARTICLE-LAW-01: an article is read by a cook in a break: short sentences, little law."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.rules.engine import Finding, record_rule
from portal.source import Severity

LONGEST = 60
# Where a sentence ends; a line of a list or a cell of a table is one.
SENTENCE = re.compile(r"[^。！？；!?;\n|]+")
MARKUP = re.compile(
    r"<[^<>\n]*>|\[(?P<text>[^\]\n]*)\]\([^)\n]*\)|[*`#>\s]|^\s*(?:[-+]|\d+\.)\s", re.MULTILINE
)
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
    body = entry.record.body
    for match in SENTENCE.finditer(body):
        length = len(_words(match[0]))
        if length > LONGEST:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            place = entry.file.in_body(start, match.end())
            yield Finding(place, f"这一句有 {length} 个字，超过 {LONGEST} 个", "拆成两句，或者写成列表")


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
    whole = len(_words(body))
    for match in LAW.finditer(body):
        law = len(_words(match["text"]))
        if whole and law > SHARE * whole:
            heading = match[0].partition("\n")[0]
            place = entry.file.in_body(match.start(), match.start() + len(heading))
            message = f"这一节有 {law} 个字，占全文 {100 * law / whole:.0f}%"
            yield Finding(place, message, "只留两三句最要紧的，其余的条文点开就能看")


def _words(text: str) -> str:
    return re.sub(r"[\W_]", "", MARKUP.sub(lambda match: match["text"] or "", text))
