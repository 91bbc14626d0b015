"""ARTICLE-SHAPE-01: how long, how deep and how crowded an article's text may be, counted before anything reads it as Markdown.

Python-Markdown calls itself once for each level of nesting and goes over a paragraph again for each bracket that it
holds: 250 `> ` end in a RecursionError, 20,000 `[` take a minute and a half. No real article comes near these bounds.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.rules.engine import Finding, record_rule

MAX_TEXT = 60_000  # characters
MAX_LINE = 4_000
MAX_PARAGRAPH = 12_000  # between two blank lines
MAX_LEVELS = 8  # of quotations and lists on one line
MAX_INDENT = 48  # columns
MAX_OPEN_TAGS = 24
MAX_DEFINITIONS = 300  # of links and footnotes
MAX_COLUMNS = 40
MAX_MARKS = 150  # of one kind in a paragraph
MAX_ALL_MARKS = 4_000  # of all kinds in a text
TAB = 4
# Python-Markdown marks its own places by these and takes them out of what it reads.
TAKEN_OUT = {0x02: None, 0x03: None}

LEVELS = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d+[.)](?=[ \t])))+")
LEVEL = re.compile(r">|[-*+]|\d+[.)]")
INDENT = re.compile(r"[ \t>]*")
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)", re.I)
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "source", "track", "wbr"})
DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]*\]:", re.M)
MARKS = "[]()*_`<>&{}!\\~:"
HINT = "删去多余的，或者拆成几段"


class Excess(NamedTuple):
    """A place in the text that is more than an article needs, and what to do."""

    start: int
    message: str
    hint: str


@record_rule("ARTICLE-SHAPE-01", "articles")
def has_the_shape_of_an_article(
    entry: Entry[KnowledgeArticle], site: Site, today: datetime.date
) -> Iterator[Finding]:
    """正文不能太长、套得太深，一段里的符号不能太多。

    引用（>）和列表最多套 8 层，一段里同一种符号（方括号、星号、反引号等）最多 150 个。多出这些的不是文章，
    多半是从别的程序里整段复制来的，或者是为了让生成网站的程序卡住。
    错：一行以 250 个“> ”开头；一段里有 20000 个“[”
    对：删去多余的符号，长的内容拆成几段、几篇
    """
    for excess in excesses(entry.record.body):
        yield Finding(entry.file.in_body(excess.start, excess.start + 1), excess.message, excess.hint)


@lru_cache(maxsize=256)
def excesses(body: str) -> tuple[Excess, ...]:
    """The first excess of each kind; none means that Markdown can be run on the text."""
    if len(body) > MAX_TEXT:
        return (Excess(MAX_TEXT, f"正文有 {len(body)} 个字，超过 {MAX_TEXT} 的上限", "拆成几篇文章"),)
    found = (next(look(body), None) for look in LOOKS)
    return tuple(one for one in found if one)


def _lines(body: str) -> Iterator[Excess]:
    at = 0
    for line in body.split("\n"):
        if len(line) > MAX_LINE:
            yield Excess(at, f"这一行有 {len(line)} 个字，超过 {MAX_LINE} 的上限", "分成几段")
        if line.count("|") > MAX_COLUMNS:
            yield Excess(at, f"这一行有 {line.count('|')} 个“|”，表格最多 {MAX_COLUMNS} 列", "拆成几张表")
        at += len(line) + 1


def _levels(body: str) -> Iterator[Excess]:
    at = 0
    for line in body.split("\n"):
        match = LEVELS.match(line[:MAX_LINE].translate(TAKEN_OUT))
        levels = len(LEVEL.findall(match[0])) if match else 0
        if levels > MAX_LEVELS:
            message = f"这一行的引用和列表套了 {levels} 层，超过 {MAX_LEVELS} 层"
            yield Excess(at, message, "删去行首多余的 > 和列表符号")
        indent = len(INDENT.match(line).group().expandtabs(TAB))  # type: ignore[union-attr]
        if indent > MAX_INDENT and line.strip():
            yield Excess(at, f"这一行缩进了 {indent} 列，超过 {MAX_INDENT} 列", "减少行首的空格")
        at += len(line) + 1


def _open_tags(body: str) -> Iterator[Excess]:
    depth = 0
    for match in TAG.finditer(body):
        if match["name"].lower() not in VOID:
            depth = max(depth - 1, 0) if match["end"] else depth + 1
        if depth > MAX_OPEN_TAGS:
            yield Excess(
                match.start(), f"网页标签套了 {depth} 层，超过 {MAX_OPEN_TAGS} 层", "删去它们，用 Markdown 写"
            )


def _definitions(body: str) -> Iterator[Excess]:
    for count, match in enumerate(DEFINITION.finditer(body), 1):
        if count > MAX_DEFINITIONS:
            yield Excess(match.start(), f"链接和脚注的定义超过 {MAX_DEFINITIONS} 个", "拆成几篇文章")


def _paragraphs(body: str) -> Iterator[Excess]:
    at = 0
    for blank, lines in groupby(body.splitlines(keepends=True), lambda line: not line.strip()):
        text = "".join(lines)
        if not blank:
            yield from _of_paragraph(text, at)
        at += len(text)


def _of_paragraph(text: str, at: int) -> Iterator[Excess]:
    if len(text) > MAX_PARAGRAPH:
        yield Excess(at, f"这一段有 {len(text)} 个字，超过 {MAX_PARAGRAPH} 的上限", "中间空一行，分成几段")
    for mark in MARKS:
        if (count := text.count(mark)) > MAX_MARKS:
            yield Excess(at + text.index(mark), f"这一段有 {count} 个“{mark}”，超过 {MAX_MARKS} 个", HINT)


def _all_marks(body: str) -> Iterator[Excess]:
    if (count := sum(map(body.count, MARKS))) > MAX_ALL_MARKS:
        yield Excess(0, f"正文里有 {count} 个符号（括号、星号、反引号等），超过 {MAX_ALL_MARKS} 个", HINT)


LOOKS: tuple[Callable[[str], Iterator[Excess]], ...] = (
    _lines,
    _levels,
    _open_tags,
    _definitions,
    _paragraphs,
    _all_marks,
)
