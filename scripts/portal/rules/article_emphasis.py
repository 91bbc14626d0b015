"""ARTICLE-BOLD-01, ARTICLE-TAG-01: emphasis that will be seen as emphasis and not as asterisks.

Pairs of `**` within a paragraph, an item or a row; tags of HTML for what Markdown has marks of its own.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.rules.body_lines import covered, lines
from portal.rules.engine import Finding, record_rule
from portal.source import Severity

STARS = re.compile(r"(?<![\\*])\*\*(?!\*)")
PUNCTUATION = "：，。！？；、:,.!?;"
OTHER_MARKS = re.compile(
    r"＊＊(?P<wide>[^＊\n]+)＊＊|~~(?P<struck>[^~\n]+)~~|(?<![A-Za-z0-9_])__(?P<under>[^_\n]+)__(?![A-Za-z0-9_])"
    r"|(?<!\*)\*{4}(?!\*)"
)
TAG = re.compile(
    r"<(?P<tag>b|strong|i|em|u|big|font|center|strike|s|h[1-6])\b[^<>]*>(?:(?P<inside>[^<>\n]*)</(?P=tag)>)?",
    re.IGNORECASE,
)


@record_rule("ARTICLE-BOLD-01", "articles", severity=Severity.WARNING)
def bold_is_closed(entry: Entry[KnowledgeArticle], site: Site, today: datetime.date) -> Iterator[Finding]:
    """加粗的两个星号要成对，紧贴文字，标点放在外面。

    少一半的、和文字之间有空格的，星号会原样显示；`**重点：**下面` 这样标点在里面、后面紧跟着字的，换一个程序就不认。
    错：`** 重点 **`，`**重点：**下面`
    对：`**重点**：下面`
    """
    body = entry.record.body
    for start, end in _blocks(body):
        yield from _in_block(entry, start, covered(body)[start:end])
    for match in OTHER_MARKS.finditer(covered(body)):
        inside = body[slice(*match.span(match.lastgroup))] if match.lastgroup else ""
        hint = (
            f"写成“**{inside}**”"
            if inside and not match["struck"]
            else f"写成“{inside}”"
            if inside
            else "删去"
        )
        yield Finding(
            entry.file.in_body(*match.span()), f"这里会原样显示成 {body[slice(*match.span())]}", hint
        )


def _blocks(body: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, items of lists, rows of tables: within each of them emphasis has to end."""
    first = last = None
    for line in lines(body):
        joins = line.kind == "text" and first is not None
        if not joins and first is not None and last is not None:
            yield first, last
            first = None
        if line.kind not in ("blank", "code"):
            first = line.start if first is None else first
            last = line.start + len(line.text)
    if first is not None and last is not None:
        yield first, last


def _in_block(entry: Entry[KnowledgeArticle], start: int, text: str) -> Iterator[Finding]:
    stars = list(STARS.finditer(text))
    if len(stars) % 2:
        place = entry.file.in_body(start + stars[-1].start(), start + stars[-1].end())
        yield Finding(place, "加粗的星号没有成对，会原样显示", "补上另一半 **，或者删去这一半")
        return
    for opened, closed in zip(stars[::2], stars[1::2], strict=True):
        first, last = start + opened.end(), start + closed.start()
        inside, behind = entry.record.body[first:last], text[closed.end() : closed.end() + 1]
        if right := _right(inside, behind):
            place = entry.file.in_body(start + opened.start(), start + closed.end())
            message = (
                "星号和文字之间有空格，会原样显示"
                if inside != inside.strip()
                else "标点在加粗里面，后面紧跟着字"
            )
            yield Finding(place, message, f"写成“{right}”")


def _right(inside: str, behind: str) -> str:
    """How it is written so that every program takes it for bold; nothing when it is right."""
    bare = inside.strip()
    core = bare.rstrip(PUNCTUATION)
    is_followed = behind.isalnum() and core != bare
    if bare == inside and not is_followed:
        return ""
    return f"**{core}**{bare[len(core) :]}" if is_followed and core else f"**{bare}**" if bare else ""


@record_rule("ARTICLE-TAG-01", "articles", severity=Severity.WARNING)
def marks_instead_of_tags(
    entry: Entry[KnowledgeArticle], site: Site, today: datetime.date
) -> Iterator[Finding]:
    """正文里用 Markdown 的写法，不用 `<b>`、`<font>`、`<center>` 这样的网页代码。

    网页代码在深色、适老、打印的样式里常常看不清，做海报、公众号图文时也会丢。换行的 `<br>` 可以用。
    错：`<b>生熟分开</b>`
    对：`**生熟分开**`
    """
    body = entry.record.body
    for match in TAG.finditer(covered(body)):
        tag, inside = match["tag"].lower(), body[slice(*match.span("inside"))] if match["inside"] else ""
        right = f"**{inside}**" if tag in ("b", "strong", "i", "em", "u", "big") else inside
        right = f"## {inside}" if tag[0] == "h" else right
        hint = f"写成“{right}”" if inside.strip() else "删去它，用 Markdown 写"
        yield Finding(entry.file.in_body(*match.span()), f"正文里有网页代码 <{tag}>", hint)
