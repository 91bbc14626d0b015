"""ARTICLE-CODE-01, ARTICLE-BREAK-01: prose is not shown as code, and lines break where they were meant to.

Fences that chat tools put around a text, four blanks before a line, line breaks of Word and of the keyboard.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.records.remarks import FENCED
from portal.rules.body_lines import Line, with_before
from portal.rules.engine import Finding, record_rule
from portal.source import Severity

BLOCK = re.compile(FENCED, re.MULTILINE)
FENCE = re.compile(r"[ \t]*(?:`{3,}|~{3,})[\w#.+\-]*[ ]*$")
HAN = re.compile(r"[\u4e00-\u9fff]")
# So many of the characters of prose are Chinese at least.
PROSE = 0.4
CODE_INDENT = 4
KEPT = re.compile(r"(?: {2,}|<br[ ]*/?>)$", re.IGNORECASE)


@record_rule("ARTICLE-CODE-01", "articles", severity=Severity.WARNING)
def prose_is_no_code(entry: Entry[KnowledgeArticle], site: Site, today: datetime.date) -> Iterator[Finding]:
    """给读者看的话不能显示成代码。

    从聊天工具复制来的稿子，前后常有两行反引号；行首有四个空格的，也会显示成代码：不换行，字体不一样，读起来很吃力。
    错：第一行是三个反引号和 markdown，下面是整篇文章，最后一行又是三个反引号
    对：删去这两行
    """
    body = entry.record.body
    for match in BLOCK.finditer(body):
        inside = re.sub(r"\s", "", match[0].partition("\n")[2].rpartition("\n")[0])
        if inside and len(HAN.findall(inside)) >= PROSE * len(inside):
            first = match[0].partition("\n")[0].rstrip()
            place = entry.file.in_body(match.start(), match.start() + len(first))
            yield Finding(place, "这里的话会显示成代码", f"删去 {first} 和末尾的 {match['fence']} 这两行")
    yield from _unfenced(entry)


def _unfenced(entry: Entry[KnowledgeArticle]) -> Iterator[Finding]:
    contained, told = False, False
    for before, line in with_before(entry.record.body):
        if line.kind in ("blank", "code"):
            continue
        if FENCE.match(line.text):
            place = entry.file.in_body(line.content_at, line.start + len(line.text.rstrip()))
            yield Finding(place, f"{line.content} 没有配对，会原样显示", f"删去 {line.content} 这一行")
        if line.indent == 0:
            contained, told = line.kind in ("list", "note"), False
        elif (
            line.indent >= CODE_INDENT
            and not contained
            and not told
            and (not before or before.kind == "blank")
        ):
            place = entry.file.in_body(line.content_at, line.start + len(line.text.rstrip()))
            yield Finding(place, "行首有四个空格，会显示成代码", f"删去行首的空格，写成“{_short(line)}”")
            told = True


def _short(line: Line) -> str:
    return line.content if len(line.content) <= CODE_INDENT * 5 else f"{line.content[: CODE_INDENT * 5]}…"


@record_rule("ARTICLE-BREAK-01", "articles", severity=Severity.WARNING)
def lines_break_where_meant(
    entry: Entry[KnowledgeArticle], site: Site, today: datetime.date
) -> Iterator[Finding]:
    """换行要写成 Markdown 认的样子。

    一段里的换行，网页上是一个空格，不换行。
    错：`营业时间：9时到17时`，下一行 `地址：本局大厅`
    对：中间空一行；或者各写成列表的一条；一定要在一段里换行的，上一行末尾加两个空格
    """
    told = False
    for before, line in with_before(entry.record.body):
        if line.kind != "text" or not before or before.kind not in ("text", "list"):
            told = False
            continue
        if told or (before.kind == "list" and line.indent):
            continue
        if before.text.endswith("\\"):
            place = entry.file.in_body(before.start + len(before.text) - 1, before.start + len(before.text))
            yield Finding(place, "行末的 \\ 会显示出来，也不换行", "换成两个空格，或者中间空一行")
            told = True
        elif not KEPT.search(before.text) and not _is_marked(line):
            place = entry.file.in_body(line.content_at, line.start + len(line.text.rstrip()))
            hint = "要分段就在中间空一行；是同一句话就接在上一行后面；要在一段里换行，上一行末尾加两个空格"
            yield Finding(place, "这里的换行在网页上是一个空格", hint)
            told = True


def _is_marked(line: Line) -> bool:
    """Whether another rule tells what was meant by the line: an item, a row, a rule under a heading."""
    return (
        re.match(r"[ \t]*(?:[^\w\s“「（(《【\[*<]|\d{1,2}[、．)）.]|[（(]\d|[①-⑳]|\S+\t)", line.text)
        is not None
    )
