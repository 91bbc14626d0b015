"""ARTICLE-LINK-02: what is meant as a link becomes one: half-width brackets, nothing between them, the address in one piece."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.rules.body_lines import covered
from portal.rules.engine import Finding, record_rule
from portal.source import Severity

ADDRESS = r"(?:https?://|mailto:|tel:|www\.|\.{0,2}/|#)[^\s()（）<>\[\]，。；、]*|[\w\-./]+\.(?:md|html?|pdf|jpe?g|png)(?:#[^\s()（）]*)?"
BROKEN = re.compile(
    rf"(?P<image>!?)[\[［【](?P<text>[^\[\]［］【】\n]{{1,80}})[\]］】][ \t\u3000]*[(（][ \t\u3000]*(?P<address>{ADDRESS})"
    r"(?P<title>[ \t]+\"[^\"\n]*\")?[ \t\u3000]*(?P<close>[)）]?)"
)
TURNED_ROUND = re.compile(rf"[(（](?P<text>[^()（）\n]{{1,80}})[)）][ \t]?\[(?P<address>{ADDRESS})\](?!\()")


@record_rule("ARTICLE-LINK-02", "articles", severity=Severity.WARNING)
def links_are_links(entry: Entry[KnowledgeArticle], site: Site, today: datetime.date) -> Iterator[Finding]:
    """链接写成 `[文字](网址)`：半角的方括号和圆括号，中间没有空格。

    全角的括号、两对括号之间的空格、没有关上的括号，链接会原样显示成一串符号。
    错：`[全国12315平台]（https://www.12315.cn/）`
    对：`[全国12315平台](https://www.12315.cn/)`
    """
    text = covered(entry.record.body)
    for match in (*BROKEN.finditer(text), *TURNED_ROUND.finditer(text)):
        words = entry.record.body[slice(*match.span("text"))]
        image, title = match.groupdict().get("image") or "", match.groupdict().get("title") or ""
        right = f"{image}[{words}]({match['address']}{title})"
        if _without_blanks(entry.record.body[slice(*match.span())]) != right:
            yield Finding(entry.file.in_body(*match.span()), "这里不会成为链接", f"写成 {right}")


def _without_blanks(written: str) -> str:
    """Blanks just inside the round brackets do no harm."""
    return re.sub(r"\]\([ \t]+", "](", re.sub(r"[ \t]+\)$", ")", written))
