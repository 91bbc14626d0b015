"""How likely a stretch of Chinese text is as a row of everyday words, by the dictionary of rjieba and places of the district.

`likeliness(text)` is a natural logarithm, so texts are compared by taking one from the other.
"""

from __future__ import annotations

import math
from functools import lru_cache

import rjieba

from portal.privacy.everyday_words import BRANDS, PLACES, TERMS

# The sum of all frequencies in the dictionary of jieba; a character it does not know counts as seen once.
TOTAL = 60_101_967
LEAST_COUNT = 300  # of the words of the field, in that total


@lru_cache(maxsize=1)
def _dictionary() -> rjieba.Jieba:
    dictionary = rjieba.Jieba()
    for word in (*PLACES, *TERMS, *BRANDS):
        dictionary.add_word(word, max(LEAST_COUNT, dictionary.suggest_freq(word)), None)
    return dictionary


def cut(text: str) -> list[str]:
    """The words of the dictionary that the text most likely consists of."""
    return _dictionary().cut(text, False)


@lru_cache(maxsize=20_000)
def _word(word: str) -> float:
    return math.log(_dictionary().suggest_freq(word) / TOTAL)


def likeliness(text: str) -> float:
    """The natural logarithm of the share of all texts that read so, were words independent."""
    return sum(map(_word, cut(text)))


@lru_cache(maxsize=20_000)
def sort_and_count(text: str) -> tuple[str, int]:
    """What sort of word it is, in the tags of jieba, and how often it was counted; `("", 0)` where it is none."""
    dictionary = _dictionary()
    if not dictionary.has_word(text):
        return "", 0
    return dictionary.tag(text, False)[0][1], dictionary.suggest_freq(text)


@lru_cache(maxsize=20_000)
def first_word(text: str) -> tuple[str, str]:
    """The first word of a text that is not empty, and what sort it is."""
    return _dictionary().tag(text, False)[0]
