"""SEARCH-WORD-01, SEARCH-WORD-02: the table that leads from what people type to the words of the site."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.reading.record_kinds import KINDS
from portal.records import Entry, Site
from portal.records.search_word import SearchWord
from portal.rules.engine import Finding, record_rule, site_rule
from portal.rules.running_text import READ, said
from portal.source import Diagnostic, warning

SHORTEST = 2
# Names of pages that stand in no record.
PAGES = ("练一练", "新规一览", "关于本站", "月度通报", "总结评估", "最近更新")


@record_rule("SEARCH-WORD-01", "search_words")
def others_lead_elsewhere(entry: Entry[SearchWord], site: Site, today: datetime.date) -> Iterator[Finding]:
    """检索用词的每一种别的说法都有两个字以上，而且不是网站上的写法本身。

    一个字太宽：写了“菜”，打“菜场”的人也会看到剩菜。
    错：`word: 剩菜`，`also: [菜]`
    对：`word: 剩菜`，`also: [隔夜菜]`
    """
    word = entry.record.word
    for index, other in enumerate(entry.record.also):
        if other == word:
            yield Finding(entry.at("also", index), f"“{other}”就是网站上的写法", "删去这一种")
        elif len(other) < SHORTEST:
            yield Finding(entry.at("also", index), f"“{other}”只有一个字，太宽", "写成两个字以上的说法")


@site_rule("SEARCH-WORD-02")
def words_are_found(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """检索用词里网站上的写法，要在网站的内容里找得到。

    网站上没有这个词，打别的说法的人还是什么也找不到。
    错：`word: 过夜饭菜`，网站上写的是剩菜
    对：`word: 剩菜`
    程度：提醒
    """
    if not site.search_words:
        return
    kinds = [kind for kind in KINDS if kind.field in READ]
    texts = [text.value for kind in kinds for entry in kind.entries(site) for text in said(entry)]
    for entry in site.search_words:
        word = entry.record.word
        if word not in PAGES and not any(word in text for text in texts):
            message = f"“{word}”在网站的内容里找不到，打别的说法的人什么也看不到"
            yield warning(
                entry.path, entry.at("word"), "SEARCH-WORD-02", message, "换成网站上的写法，或者删去这一条"
            )
