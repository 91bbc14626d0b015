"""ARTICLE-LIST-01 to -03: what is meant as a list becomes one.

A list needs a blank line before it, marks that Markdown knows, and four blanks for each level; else its lines run on as
one paragraph, show strange marks, or lose their level.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.rules.body_lines import Line, lines, with_before
from portal.rules.engine import Finding, record_rule
from portal.source import Severity

LEVEL = 4
NUMBER = r"\d{1,2}(?:[、．)）](?!\d)|\.(?=[^\s\d]))|[（(]\d{1,2}[)）]"
CIRCLED = "[①-⑳⑴-⒇❶-❿]"
# Bullets of Word and of other alphabets; those in the private area come from its symbol fonts.
BULLET = r"[•·●◆◇■□▪▫▶►➢➤‣⁃∙‧－＊＋\uf06c\uf06e\uf075\uf0a7\uf0b7\uf0d8\uf0fc]|[–—](?![–—])|-(?=[^\s\-\d|:])|\*(?=[^\s*])(?!.*\*)"
FOREIGN = re.compile(rf"(?P<mark>{NUMBER}|{CIRCLED}|{BULLET})[ \t\u3000]*(?P<rest>\S.*)")
PUSHED_IN = re.compile(r"[\u3000\u00a0]+(?P<rest>(?:[-*+]|\d{1,2}\.)[ \t\u3000]*\S.*)")
LONGEST_SHOWN = 20


@record_rule("ARTICLE-LIST-01", "articles", severity=Severity.WARNING)
def lists_begin_after_a_blank_line(
    entry: Entry[KnowledgeArticle], site: Site, today: datetime.date
) -> Iterator[Finding]:
    """列表前面要空一行。

    紧接在一段话后面的“- ”“1. ”不会成为列表，各条和上一行接成一段。
    错：`做到两条：`，下一行就是 `- 生熟分开`
    对：`做到两条：`，空一行，再写 `- 生熟分开`
    """
    in_list = False
    for before, line in with_before(entry.record.body):
        if line.kind == "list":
            if not in_list and before and before.kind in ("text", "table", "quote"):
                place = entry.file.in_body(line.content_at, line.start + len(line.text.rstrip()))
                yield Finding(place, "这里不会成为列表，会和上一行接成一段", "在这一行前面空一行")
            in_list = True
        elif line.kind != "blank" and line.indent == 0 and (not before or before.kind == "blank"):
            in_list = False


@record_rule("ARTICLE-LIST-02", "articles", severity=Severity.WARNING)
def lists_have_known_marks(
    entry: Entry[KnowledgeArticle], site: Site, today: datetime.date
) -> Iterator[Finding]:
    """列表用“- ”和“1. ”开头。

    `1、`、`（1）`、`•`、`－` 和从 Word 带来的符号，Markdown 不认，各行会接成一段；“- ”“1. ”后面要有一个空格。
    错：`1、生熟分开`，下一行 `2、烧熟煮透`
    对：`1. 生熟分开`，下一行 `2. 烧熟煮透`，列表前面空一行
    """
    for before, line in with_before(entry.record.body):
        if line.kind != "text" or (match := _foreign(line)) is None:
            continue
        # The first of several tells enough.
        if before and before.kind == "text" and _foreign(before):
            continue
        is_alone = not before or before.kind == "blank"
        if is_alone and re.match(rf"[（(]|{CIRCLED}", match[0]) and not _goes_on(entry, line):
            continue
        right = _right(match)
        place = entry.file.in_body(line.start + match.start(), line.start + len(line.text.rstrip()))
        yield Finding(place, "这样写不会成为列表", f"写成“{right}”，列表前面空一行")


def _foreign(line: Line) -> re.Match[str] | None:
    """What was meant as an item, from its mark on."""
    at = len(line.text) - len(line.text.lstrip(" \t"))
    if line.indent >= LEVEL:
        return None
    return PUSHED_IN.match(line.text, at) or FOREIGN.match(line.text, at)


def _goes_on(entry: Entry[KnowledgeArticle], line: Line) -> bool:
    """Whether the next line is an item of the same kind: a single （1） may begin a sentence."""
    following = next((one for one in lines(entry.record.body) if one.start > line.start), None)
    return following is not None and following.kind == "text" and _foreign(following) is not None


def _right(match: re.Match[str]) -> str:
    rest, mark = match["rest"].strip(), match.groupdict().get("mark") or ""
    shown = rest if len(rest) <= LONGEST_SHOWN else f"{rest[:LONGEST_SHOWN]}…"
    if not mark:
        return shown
    number = re.search(r"\d+", mark)
    if number:
        return f"{number[0]}. {shown}"
    return f"1. {shown}" if re.match(CIRCLED, mark) else f"- {shown}"


@record_rule("ARTICLE-LIST-03", "articles", severity=Severity.WARNING)
def levels_are_four_blanks(
    entry: Entry[KnowledgeArticle], site: Site, today: datetime.date
) -> Iterator[Finding]:
    """下一级的列表缩进四个空格。

    缩进两三个空格的，网页上和上一级一样齐。
    错：`- 冷藏`，下一行缩进两个空格写 `- 0℃到8℃`
    对：`- 冷藏`，下一行缩进四个空格写 `- 0℃到8℃`
    """
    levels: list[int] = []
    for _, line in with_before(entry.record.body):
        if line.kind != "list":
            if line.kind != "blank" and line.indent == 0:
                levels = []
            continue
        levels = [one for one in levels if one < line.indent]
        if levels and line.indent - levels[-1] < LEVEL:
            place = entry.file.in_body(line.content_at, line.start + len(line.text.rstrip()))
            message = f"这一条缩进了 {line.indent - levels[-1]} 个空格，网页上和上一级一样齐"
            yield Finding(place, message, f"是下一级就缩进 {levels[-1] + LEVEL} 个空格")
        levels.append(line.indent)
