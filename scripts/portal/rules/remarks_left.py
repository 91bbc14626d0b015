"""ARTICLE-COMMENT-01, ARTICLE-COMMENT-02, TEXT-COMMENT-01: remarks between `<!--` and `-->` are told before they are lost or seen.

In an article they never reach the page, in a YAML text they would stand there letter by letter.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.records.base import Record
from portal.records.remarks import OPENED, remarks, without_code
from portal.records.wording import shown
from portal.rules.engine import Finding, record_rule
from portal.rules.public_text import BODY, public_texts, span_of
from portal.rules.running_text import READ, is_going_out, occurs
from portal.source import Severity

MARK = re.compile(r"<!--(?:(?!<!--).)*?-->|<!--|-->", re.DOTALL)


@record_rule("ARTICLE-COMMENT-01", "articles", severity=Severity.WARNING)
def no_remark_in_a_body(
    entry: Entry[KnowledgeArticle], site: Site, today: datetime.date
) -> Iterator[Finding]:
    """正文里的注释是写给自己人看的，发布前要处理。

    注释不会出现在网页上，也不在网页的源代码里；但里面常常是还没有办的事，文件也会跟着版本库流传。
    代码里的、还没有发布日期的不算。
    错：`<!-- 这段数字不对，先别发 -->`
    对：把数字核对好，删去注释
    """
    if not is_going_out(entry.record):
        return
    for start, end in remarks(entry.record.body):
        inside = shown(entry.record.body[start:end].strip("<!->? \n"))
        hint = "办完里面说的事，删去这条注释"
        yield Finding(entry.file.in_body(start, end), f"正文里有注释“{inside}”，网页上不会有", hint)


@record_rule("ARTICLE-COMMENT-02", "articles")
def remarks_are_closed(entry: Entry[KnowledgeArticle], site: Site, today: datetime.date) -> Iterator[Finding]:
    """注释要关上。

    没有 `-->` 的注释不是注释，`<!--` 和后面的话都会显示在网页上。
    错：`<!-- 先别发`
    对：删去；或者写成 `<!-- 先别发 -->`
    """
    body = entry.record.body
    if OPENED not in body:
        return
    plain = without_code(body)
    closed = {start for start, _ in remarks(body)}
    inside = [one for start, end in remarks(body) for one in range(start + 1, end)]
    for match in re.finditer(OPENED, plain):
        if match.start() not in closed and match.start() not in inside:
            place = entry.file.in_body(*match.span())
            yield Finding(place, "注释没有关上，后面的话会显示在网页上", "删去这条注释，或者在它末尾补上 -->")


@record_rule("TEXT-COMMENT-01", *READ)
def no_remark_in_a_field(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """填写的各项里不能有 `<!-- -->` 这样的注释。

    这些文字照原样显示，注释也会让读者看到。自己看的话写成 YAML 的注释：另起一行，以 # 开头，网站上不会有。
    错：`significance: 库存检查不能省<!-- 再问一下 -->`
    对：`significance: 库存检查不能省`，另起一行写 `# 再问一下`
    """
    if not occurs(MARK, entry.file.original):
        return
    for text in public_texts(entry):
        if text.path == BODY:
            continue
        for match in MARK.finditer(text.value):
            inside = " ".join(match[0].strip("<!-> \n").split())
            hint = f"删去它；自己看的话另起一行写成 # {inside}" if inside else "删去它"
            yield Finding(span_of(entry, text, *match.span()), "这里的注释会显示在网页上", hint)
