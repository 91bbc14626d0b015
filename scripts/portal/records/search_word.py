"""`content/search-words.yaml`: what people type into the search, beside the words of the site; staff add to it."""

from __future__ import annotations

from portal.records.allowed import Allowed, answered
from portal.records.base import Record, described
from portal.records.scalars import Text


class SearchWord(Record):
    """One word of the site. Whoever types one of the others finds what has this one, and is told so."""

    word: Text = described("网站上的写法", "网站里找得到的词，如 剩菜")
    also: tuple[Text, ...] = described("别的说法", "大家会打的词，如 隔夜菜，可以有几种", min_length=1)
    allowed: tuple[Allowed, ...] = answered()


class SearchWords(Record):
    """The file."""

    words: tuple[SearchWord, ...] = described("检索用词", "", ())
