"""ARTICLE-HEADING-01, -02: headings are written as Markdown knows them, and none is left out between two levels."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.rules.body_lines import lines, with_before
from portal.rules.engine import Finding, record_rule
from portal.source import Severity

ATX = re.compile(r" {0,3}(?P<level>#{1,6})(?=[ \t]+\S)")
# A tag such as #食品安全# is no heading.
TIGHT = re.compile(r" {0,3}(?P<level>#{1,6})[\u3000\u00a0]*(?P<rest>[^\s#][^#\n]*)$")
WIDE = re.compile(r"[ \t\u3000]*(?P<level>＃{1,6}|[\u3000\u00a0]+#{1,6})[ \t\u3000]*(?P<rest>\S.*)$")
UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ ]*$")
TOP = 2


@record_rule("ARTICLE-HEADING-01", "articles", severity=Severity.WARNING)
def headings_are_written_right(
    entry: Entry[KnowledgeArticle], site: Site, today: datetime.date
) -> Iterator[Finding]:
    """小标题写成“## 标题”：半角井号，后面一个空格。

    全角的＃不会成为标题；没有空格的，换一个程序就不认；一段话下面紧接着 `---` 或 `===`，会把那段话变成标题。
    错：`＃＃ 怎样存放`，`##怎样存放`
    对：`## 怎样存放`
    """
    for before, line in with_before(entry.record.body):
        if match := WIDE.match(line.text) or TIGHT.match(line.text):
            place = entry.file.in_body(
                line.start + match.start("level"), line.start + len(line.text.rstrip())
            )
            level = "#" * max(TOP, len(match["level"].strip("\u3000\u00a0")))
            yield Finding(place, "标题的写法不对", f"写成“{level} {match['rest'].strip()}”")
        elif UNDERLINE.match(line.text) and before and before.kind == "text":
            place = entry.file.in_body(line.content_at, line.start + len(line.text.rstrip()))
            hint = f"是分隔线就在前面空一行；是标题就写成“## {before.content}”"
            yield Finding(place, "这一行会把上面一行变成标题", hint)


@record_rule("ARTICLE-HEADING-02", "articles", severity=Severity.WARNING)
def no_level_is_left_out(
    entry: Entry[KnowledgeArticle], site: Site, today: datetime.date
) -> Iterator[Finding]:
    """小标题从“## ”起，一级一级往下。

    文章的题目是一级标题，正文里不再用；跳过一级的，读屏软件的用户会以为漏了一段。
    错：`## 怎样存放` 下面直接写 `#### 冷藏`
    对：`## 怎样存放` 下面写 `### 冷藏`
    """
    level = TOP - 1
    for line in lines(entry.record.body):
        match = ATX.match(line.text)
        if not match:
            continue
        here = len(match["level"])
        right = TOP if here < TOP else level + 1
        if here < TOP or here > level + 1:
            place = entry.file.in_body(
                line.start + match.start("level"), line.start + len(line.text.rstrip())
            )
            message = "正文里不用一级标题" if here < TOP else f"从 {level} 级标题跳到了 {here} 级"
            title = line.text[match.end() :].strip(" \t#")
            yield Finding(place, message, f"写成“{'#' * right} {title}”")
        level = max(here, TOP)
