"""Titles part between words: `<wbr>` where a line may end; the style sheet keeps the rest together (`.p-words`).

Words are cut by rjieba, which the product has already (ADR 17), with the words of the site beside its dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import rjieba

BREAK = "<wbr>"
MARKUP = re.compile(r"(<[^>]*>|&[#\w]+;)")
HAN = re.compile(r"[一-龥〇]")
NUMBER = re.compile(r"[\d,.]+|[一二三四五六七八九十百千]+万?")
# A character alone goes with the word behind it, if it is one of these, else with the word before.
BEFORE = frozenset("某不未第每再各该本无非有可应须已被把将对向从由按在最周日月年多少几一二三四五六七八九十两")
# Longer words of the site may be parted; so may what the dictionary has as one word of two: 餐饮服务.
LONGEST = 6


class Words:
    """The dictionary with the words of one site."""

    def __init__(self, words: Iterable[str]) -> None:
        self.dictionary = rjieba.Jieba()
        for word in sorted(set(words)):
            if 2 <= len(word) <= LONGEST and all(map(HAN.match, word)):
                self.dictionary.add_word(word, self.dictionary.suggest_freq(word), None)
        self.parted = lru_cache(maxsize=4096)(self._parted)

    def title(self, html: str) -> str:
        """The inside of a title; its own markup stays as it is."""
        if len(html) <= LONGEST or BREAK in html:
            return html
        pieces = MARKUP.split(html)
        return "".join(piece if index % 2 else self.parted(piece) for index, piece in enumerate(pieces))

    def _parted(self, text: str) -> str:
        words = self.dictionary.cut(text, False)
        return "".join(
            BREAK + word if index and _may_part(words, index) else word for index, word in enumerate(words)
        )


def _may_part(words: Sequence[str], index: int) -> bool:
    """Whether a line may end before this word. At blanks and punctuation browsers part by themselves."""
    before, word = words[index - 1], words[index]
    if not (before[-1].isalnum() and word[0].isalnum()) or NUMBER.fullmatch(before):
        return False
    if _leads(words, index - 1):
        return False
    return len(word) > 1 or not HAN.match(word) or _leads(words, index)


def _leads(words: Sequence[str], index: int) -> bool:
    """Whether this is a character alone that belongs to the word behind it: 某|早餐店, but not the 月 of 8月|月度."""
    word = words[index]
    followed = index + 1 < len(words) and bool(HAN.match(words[index + 1]))
    return word in BEFORE and followed and not (index and NUMBER.fullmatch(words[index - 1]))
