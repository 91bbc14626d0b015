"""What the search page knows of words, loaded only after nothing was found for a query as it was typed.

The words of the site, those on most pages first; how characters sound; which simplified character a traditional one
stands for. Words are cut by rjieba, sounds are those of pypinyin, characters those of OpenCC: see docs/adr/0022.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

import rjieba
from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

from portal.search.folding import folded
from portal.search.laying import GAP
from portal.search.page import SearchPage

HAN = re.compile("[\u4e00-\u9fff]{2,8}")
# Words that are kept, characters of text that are cut into words, how many pages a word must stand on.
MOST_WORDS, MOST_TEXT, OFTEN = 5000, 1_000_000, 2
# How often the names of the site count as seen in the dictionary.
OFTEN_SEEN = 300
# The block of Chinese characters in daily use, first level of GB 2312.
COMMON = bytes(range(0xB0, 0xD8))
CHARACTERS = range(0x4E00, 0xA000)


def tables(pages: Sequence[SearchPage], names: Iterable[str]) -> dict[str, Any]:
    """`words` in the order of suggestions, `names` of things among them; `sounds`: syllable → characters; `simple`: pairs."""
    words = vocabulary(pages, names)
    used = {char for word in words for char in word} | set(_common())
    return {"words": " ".join(words), "sounds": _sounds(sorted(used)), "simple": _simple(used)}


def standing(pages: Sequence[SearchPage], aliases: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Of the other words those that stand on the site themselves: only they can be in a query that was found as typed."""
    text = GAP.join(folded(block) for page in _some(pages) for block in (page.title, *page.blocks))
    there = {word: [one for one in others if folded(one) in text] for word, others in aliases.items()}
    return {word: others for word, others in there.items() if others}


def vocabulary(pages: Sequence[SearchPage], names: Iterable[str]) -> list[str]:
    """Every name that stands on a page, and the words that stand on several, from the most frequent on."""
    titles = (page.title for page in pages if page.named)
    known = set(filter(HAN.fullmatch, map(folded, chain(names, titles, *(page.keywords for page in pages)))))
    dictionary = rjieba.Jieba()
    for name in sorted(known):
        dictionary.add_word(name, max(OFTEN_SEEN, dictionary.suggest_freq(name)), None)
    counts: Counter[str] = Counter()
    for page in _some(pages):
        counts.update(set(_words(dictionary, page)))
    kept = [word for word, count in counts.items() if count >= OFTEN or word in known]
    return sorted(kept, key=lambda word: (-counts[word], word))[:MOST_WORDS]


def _some(pages: Sequence[SearchPage]) -> Iterator[SearchPage]:
    """Pages without a date first, for these explain: as many as are cut in a second."""
    left = MOST_TEXT
    for page in sorted(pages, key=lambda one: one.day is not None):
        yield page
        left -= sum(map(len, page.blocks))
        if left < 0:
            return


def _words(dictionary: rjieba.Jieba, page: SearchPage) -> Iterator[str]:
    for block in (page.title, *page.blocks):
        yield from filter(HAN.fullmatch, dictionary.cut(block, False))


@lru_cache(maxsize=1)
def _common() -> str:
    cells = (bytes([row, cell]) for row in COMMON for cell in range(0xA1, 0xFF))
    return b"".join(cells).decode("gb2312", errors="ignore")


def _sounds(characters: Iterable[str]) -> dict[str, str]:
    """Each syllable without its tone, with the characters that are read so first of all."""
    found: dict[str, str] = {}
    for char in characters:
        (sound,) = lazy_pinyin(char, style=Style.NORMAL, v_to_u=False)
        found[sound] = found.get(sound, "") + char
    return dict(sorted(found.items()))


def _simple(used: set[str]) -> str:
    """Each traditional character and the simplified one behind it, where that is used here."""
    to_simplified = OpenCC("t2s")
    pairs = ((char, to_simplified.convert(char)) for char in map(chr, CHARACTERS))
    return "".join(char + other for char, other in pairs if char != other and other in used)
