"""Where links may lead: in an article's text, and in the fields of records that are links.

The list of schemes is in `link_targets`. What Markdown, references, `<…>`, tags and braces say is looked at where it
is written; what an article's page has in the end is looked at too.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.reading.record_kinds import KINDS
from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.records.remarks import without_code
from portal.rules.article_page import offences
from portal.rules.article_shape import excesses
from portal.rules.article_text import TAG, place_of
from portal.rules.engine import Finding, record_rule, site_rule
from portal.rules.link_targets import ANOTHER_HOST, foreign_scheme, is_link
from portal.rules.public_text import BODY, PublicText, span_of, texts_of
from portal.source import Diagnostic, error

LONGEST = 300
WRITTEN = re.compile(
    rf"(?P<picture>!)?\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\]\(\s*<?(?P<link>[^)>]{{0,{LONGEST}}})"
    rf"|^ {{0,3}}\[[^\]\n]+\]:[ ]*\n?[ ]*<?(?P<reference>[^\n>]{{0,{LONGEST}}})"
    rf"|<(?P<alone>[a-z][a-z0-9+.\-]*:[^<>\s@]{{0,{LONGEST}}})>",
    re.I | re.M,
)
ATTRIBUTE = re.compile(
    r"(?<![\w\-])(?P<name>href|src|srcset|action|formaction|xlink:href|poster|data|background|ping|cite|manifest)"
    r"\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'>}]*)",
    re.I,
)
# From other hosts these fetch, which another rule forbids.
FETCHING = ("src", "srcset", "poster", "data", "background")
HINT = "链接只用 https://、http://、mailto:、tel: 开头的网址，或者站内的相对路径"
LONGEST_SHOWN = 40
ADDRESS = re.compile(r"https?://[^\s/]", re.I)
IDENTIFIERS = frozenset({"id", "review", "section"})
ON_SITE = "写全网址，以 https:// 开头"


@record_rule("ARTICLE-LINK-01", "articles")
def links_lead_to_pages(
    entry: Entry[KnowledgeArticle], site: Site, today: datetime.date
) -> Iterator[Finding]:
    """正文里的链接只能是网址、邮箱、电话和站内的页面。

    javascript: 一类的链接点了就运行，data: 一类的会冒充本站的页面；中间夹了空格、制表符、&#…; 的也一样。
    // 开头的不写明怎样打开，要写全。
    错：`[点这里](javascript:alert(1))`，`<vbscript:…>`，`[原文](//www.example.com/)`
    对：`[原文](https://www.example.com/)`，`[留样](../operators/canteen.md)`，`[打电话](tel:12315)`
    """
    body = entry.record.body
    if excesses(body):
        return
    found = [*_written(body)]
    if not found:
        found = [(*place_of(one, body), one.trace) for one in offences(entry.record) if one.is_link]
    for start, end, scheme in found:
        yield Finding(entry.file.in_body(start, end), *_said(scheme))


def _said(scheme: str) -> tuple[str, str]:
    if scheme == ANOTHER_HOST:
        return "链接以 // 开头，没有写明怎样打开", ON_SITE
    return f"链接不能以 {scheme}: 开头", HINT


def _written(body: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and scheme of the links in the text that lead elsewhere than they may."""
    text = without_code(body)
    for match in WRITTEN.finditer(text):
        group = match.lastgroup or ""
        scheme = foreign_scheme(match[group].strip())
        if scheme and not (scheme == ANOTHER_HOST and match["picture"]):
            yield *match.span(group), scheme
    for tag in TAG.finditer(text):
        for match in ATTRIBUTE.finditer(tag[0]):
            value = match["value"].strip("\"'")
            scheme = foreign_scheme(value)
            if scheme and not (scheme == ANOTHER_HOST and match["name"].lower() in FETCHING):
                start, end = match.span("value")
                yield tag.start() + start, tag.start() + end, scheme


@site_rule("LINK-SCHEME-01")
def addresses_in_records_are_links(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """数据文件里的网址只用 https:// 或 http:// 开头。

    网址（site_url）、官方数据库（official_url）会变成网页上的链接；别处写成网址的文字，读者也会复制去打开。
    javascript:、data: 一类点了会运行，// 开头的要写全。
    错：`official_url: javascript:alert(1)`，`official_url: //flk.npc.gov.cn/`
    对：`official_url: https://flk.npc.gov.cn/`
    程度：错误
    """
    for kind in KINDS:
        for entry in kind.entries(site):
            for text in texts_of(entry, IDENTIFIERS):
                if text.path != BODY and (wrong := _not_a_page(text)):
                    place = span_of(entry, text, 0, len(text.value))
                    yield error(entry.path, place, "LINK-SCHEME-01", *wrong)


def _not_a_page(text: PublicText) -> tuple[str, str] | None:
    """What is wrong with a text that is an address, and how to mend it."""
    if text.path[-1] != "official_url" and not (text.path[-1] == "site_url" or is_link(text.value)):
        return None
    if scheme := foreign_scheme(text.value):
        return _said(scheme)
    if text.path[-1] == "official_url" and not ADDRESS.match(text.value):
        return f"“{text.value[:LONGEST_SHOWN]}”不是完整的网址", ON_SITE
    return None
