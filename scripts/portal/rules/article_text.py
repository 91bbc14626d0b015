"""An article's own text: it says something, and nothing in it runs in the reader's browser or comes from elsewhere.

Markdown lets raw HTML through as it stands, so what would run, load or restyle the page is refused here, in its
line and column. Code in backticks is text that readers see, and is left alone.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.publication.shown import forms
from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.records.remarks import without_code, without_remarks
from portal.rules.article_page import Offence, offences
from portal.rules.article_shape import excesses
from portal.rules.engine import Finding, record_rule
from portal.source import Span

# Attributes stand in a tag of HTML, or in the braces that `attr_list` reads.
TAG = re.compile(
    r"<[a-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*+(?:>|\Z)|\{(?:[^{}\n\"']|\"[^\"\n]*\"|'[^'\n]*')*+\}", re.I
)
HINT = "删去它，用 Markdown 写；要给读者看的代码，前后加反引号；小于号写成 ＜"
LIVE_TAG = re.compile(
    r"<(?P<name>script|style|link|meta|base|iframe|frame|frameset|object|embed|applet|form|svg)\b", re.I
)
HANDLER = re.compile(r"(?<![\w\-])on[a-z]+\s*=", re.I)
# What is neither a tag nor an address in `<>`: browsers take it for an instruction or a comment.
DECLARATION = re.compile(r"<(?:\?|!(?!--))")
OUTSIDE = r"(?:[a-z][a-z0-9+.\-]*:)?//[^\s\"')>]*"
ATTRIBUTE = re.compile(
    r"(?<![\w\-])(?:src|srcset|poster|data|background)\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'>}]*)", re.I
)
STYLE = re.compile(rf"\burl\(\s*[\"']?(?P<url>{OUTSIDE})", re.I)
ALT = r"!\[(?P<alt>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
IMAGE = re.compile(rf"{ALT}\(\s*<?(?P<url>{OUTSIDE})", re.I)
REFERRING = re.compile(rf"{ALT}(?!\()(?:[ \n]?\[(?P<id>[^\[\]]*)\])?")
REFERENCE = re.compile(rf"^ {{0,3}}\[(?P<id>[^\[\]\n]+)\]:\s*<?(?P<url>{OUTSIDE})", re.I | re.M)
ADDRESS = re.compile(rf"(?<![\w:/]){OUTSIDE}", re.I)


@record_rule("ARTICLE-EMPTY-01", "articles")
def says_something(entry: Entry[KnowledgeArticle], site: Site, today: datetime.date) -> Iterator[Finding]:
    """有发布日期的文章要有正文。

    读者点进来只看到标题，白跑一趟。
    错：第二个 `---` 下面什么也没有，又填了 `published_on`
    对：在第二个 `---` 下面写正文；还没有写好的，先删去 `published_on`
    """
    if entry.record.published_on is not None and not without_remarks(entry.record.body).strip():
        fence = max(entry.file.body_line - 1, 1)
        yield Finding(
            Span(fence, 1, fence, 4), "文章没有正文", "在这一行下面写正文；没有写好的，先删去 published_on"
        )


@record_rule("ARTICLE-HTML-01", "articles")
def nothing_runs(entry: Entry[KnowledgeArticle], site: Site, today: datetime.date) -> Iterator[Finding]:
    """正文里不能有脚本、框架、样式和表单。

    从别处复制来的网页代码会在读者的手机上运行，或者把页面弄乱。标题、列表、表格、链接、图片用 Markdown 写就够了；
    要给读者看的代码，前后加反引号。
    错：`<script>…</script>`、`<iframe …>`、`<p onclick="…">`、`[点这里](javascript:…)`
    对：删去这些代码，用 Markdown 写；小于号写成全角的 ＜
    """
    body = entry.record.body
    # Patterns are no more made for such texts than Markdown is.
    if excesses(body):
        return
    found = [*_live(body)]
    if not found:
        found = [(*place_of(one, body), one.what) for one in offences(entry.record) if not one.is_link]
    for start, end, what in found:
        yield Finding(entry.file.in_body(start, end), f"正文里有{what}", HINT)


def _live(body: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and words for what is seen in the text as it is written."""
    text = without_code(body)
    for match in LIVE_TAG.finditer(text):
        yield *match.span(), f"网页代码 <{match['name'].lower()}>"
    for match in DECLARATION.finditer(text):
        yield *match.span(), f"网页代码 {match[0]}"
    for tag in TAG.finditer(text):
        for match in HANDLER.finditer(tag[0]):
            start = tag.start() + match.start()
            name = match[0].rstrip("= \t\n")
            yield start, start + len(name), f"会运行的代码 {name}"


def place_of(offence: Offence, body: str) -> tuple[int, int]:
    """The first place where what is wrong on the page may come from."""
    return place_in(body, offence.trace)


def place_in(body: str, trace: str) -> tuple[int, int]:
    """Where the words first stand in the text, in any case; its beginning where they do not."""
    at = body.lower().find(trace.lower())
    return (at, at + len(trace)) if at >= 0 else (0, 1)


@record_rule("ARTICLE-OUTSIDE-01", "articles")
def nothing_from_outside(
    entry: Entry[KnowledgeArticle], site: Site, today: datetime.date
) -> Iterator[Finding]:
    """正文里的图片、音频、视频要放在本站，不从别的网站取。

    别的网站改了、关了，图就没了；读者看过什么，也会被那个网站知道。指向别的网站的链接不在此列。
    错：`![留样盒](https://图片所在的网站/box.jpg)`
    对：把图片放进 site_config/static，写 `![留样盒](../../box.jpg)`
    """
    hint = "把文件放进 site_config/static，从文章写起：../../文件名"
    body = entry.record.body
    if excesses(body):
        return
    found = _outside(without_code(body))
    if not found:
        # Put together only where a remark or a link is left out.
        addresses = {text[slice(*at)] for text in forms(entry.record) for at in _outside(without_code(text))}
        found = {place_in(body, address) for address in addresses}
    for start, end in sorted(found):
        yield Finding(entry.file.in_body(start, end), "这里要从别的网站取图片等文件", hint)


def _outside(text: str) -> set[tuple[int, int]]:
    """Stretches of `text` that are addresses on another host from which the page would load something."""
    found = {match.span("url") for match in IMAGE.finditer(text)}
    wanted = {_label(match["id"] or match["alt"]) for match in REFERRING.finditer(text)}
    found |= {match.span("url") for match in REFERENCE.finditer(text) if _label(match["id"]) in wanted}
    # What stands in a tag that must not be there anyway goes with it.
    for tag in (one for one in TAG.finditer(text) if not LIVE_TAG.match(one[0])):
        found |= {_moved(match.span("url"), tag.start()) for match in STYLE.finditer(tag[0])}
        for attribute in ATTRIBUTE.finditer(tag[0]):
            before = tag.start() + attribute.start("value")
            found |= {_moved(match.span(), before) for match in ADDRESS.finditer(attribute["value"])}
    return found


def _moved(stretch: tuple[int, int], by: int) -> tuple[int, int]:
    return stretch[0] + by, stretch[1] + by


def _label(text: str) -> str:
    return " ".join(text.lower().split())
