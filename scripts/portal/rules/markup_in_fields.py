"""TEXT-MARKUP-01: texts of YAML files are shown letter by letter, so Markdown and HTML in them would be seen as such.

Only the body of an article is Markdown. Lines of a longer text are joined, so what was meant as a list becomes one line.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from html import unescape

from portal.records import Entry, Site
from portal.records.base import Record
from portal.rules.engine import Finding, record_rule
from portal.rules.public_text import BODY, PublicText, span_of
from portal.rules.running_text import READ, occurs, said
from portal.source import Severity

TAGS = (
    "a|b|big|blockquote|br|center|code|del|div|em|font|h[1-6]|hr|i|img|input|ins|label|li|mark|ol|p|pre|s|script|small|span"
    "|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul|iframe|svg|video|audio|button|form"
)
MARKUP = re.compile(
    r"\*\*(?P<bold>[^*\n]+)\*\*|(?<![A-Za-z0-9_])__(?P<under>[^_\n]+)__(?![A-Za-z0-9_])|~~(?P<struck>[^~\n]+)~~"
    r"|!?\[(?P<link>[^\]\n]*)\]\([^()\n]*\)|(?P<fence>`{3,}[a-z]*)|`(?P<code>[^`\n]+)`"
    rf"|<(?P<tag>{TAGS})\b[^<>]*>(?:(?P<inside>[^<>\n]*)</(?P=tag)>)?|</(?:{TAGS})\s*>"
    r"|&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,4});|(?P<escape>\\[nt])(?![A-Za-z])"
    r"|^[ \t]*(?P<heading>[#＃]{1,6}[ \u3000]*(?=\S))(?![#＃])|^[ \t]*\|.*\|[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
LINE_MARK = re.compile(
    r"(?<=\n)[ \t]*(?P<mark>[-*+•·●◆▪■➢－]\s+|\d{1,2}(?:[.、．](?!\d)|[)）])\s*|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]|[①-⑳])(?=\S)"
)
FIRST_MARK = re.compile(r"^(?P<mark>[-*+•·●◆▪■➢－]\s+)(?=\S)")
ASKED = re.compile(r"\*\*|__|~~|\]\(|`|<[A-Za-z/]|&[A-Za-z#]|\\|[#＃]|\||[-*+•·●◆▪■➢－.、．)）①-⑳]")


@record_rule("TEXT-MARKUP-01", *READ, severity=Severity.WARNING)
def no_markup_in_fields(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """填写的各项里不写 Markdown 和网页代码。

    只有文章的正文是 Markdown，别的文字照原样显示：`**重点**` 就显示成两边各两个星号。一段文字里的换行会接起来，
    写成一行一条的，要每条前空一行。
    错：`significance: **库存检查**不能省`
    对：`significance: 库存检查不能省`
    """
    if not occurs(ASKED, entry.file.original):
        return
    for text in said(entry):
        if text.path == BODY:
            continue
        for match in MARKUP.finditer(text.value):
            stripped = match[0].strip()
            start = match.start() + match[0].index(stripped)
            place = span_of(entry, text, start, start + len(stripped))
            yield Finding(place, f"这里会原样显示成 {_short(stripped)}", _right(match))
        yield from _list_mark(entry, text)


def _list_mark(entry: Entry[Record], text: PublicText) -> Iterator[Finding]:
    """The first line that was meant as an item of a list."""
    value = text.value
    match = FIRST_MARK.match(value)
    if match:
        place = span_of(entry, text, match.start(), match.start() + 1)
        yield Finding(place, f"这里会原样显示成“{match[0].strip()}”", f"删去“{match[0].strip()}”")
        return
    for match in LINE_MARK.finditer(value):
        mark = match["mark"].strip()
        is_joined = value[: match.start()].rstrip(" \t\n") + "\n" == value[: match.start()]
        is_bullet = not (mark[0].isdigit() or mark[0] in "（(" or "①" <= mark <= "⑳")
        if is_joined or is_bullet:
            place = span_of(entry, text, match.start("mark"), match.start("mark") + len(mark))
            hint = "前面空一行" * is_joined + "，" * (is_joined and is_bullet) + f"删去“{mark}”" * is_bullet
            message = "换行不会显示，会和上一行接成一行" if is_joined else f"这里会原样显示成“{mark}”"
            yield Finding(place, message, hint)
            return


def _right(match: re.Match[str]) -> str:
    groups = match.groupdict()
    inner = next(
        (groups[name] for name in ("bold", "under", "struck", "link", "code", "inside") if groups[name]), ""
    )
    if inner:
        return f"写成“{inner}”"
    if match[0].startswith("&"):
        char = unescape(match[0])
        return f"写成“{char}”" if char.strip() and char != match[0] else "删去它"
    if groups["escape"]:
        return "分段用 |，文字从下一行写起，空一行就分段"
    if "|" in match[0]:
        return "这里不能有表格，改成几句话"
    return f"删去 {_short(match[0].strip())}"


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}…"
