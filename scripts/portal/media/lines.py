"""Breaks Chinese text into lines by our own measure, for drawings that no browser lays out.

A full-width character is 1 em; Latin letters and digits are taken a little wider than common fonts
draw them, so that a line is never longer than it was given. No closing mark begins a line, no
opening mark ends one, no number or Latin word is torn apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

Measure = Callable[[str], float]

CLOSING = "，。、；：？！”’）》】〕」』…—％%℃,.;:?!)]}"
OPENING = "“‘（《【〔「『([{"
# `第五十三条`, `第（十一）项`: places in a law are looked up, so they stay whole; so does a number with its unit.
PLACE = "第[一二三四五六七八九十百零]+[条款项]|第（[一二三四五六七八九十]+）项"
NUMBER = "[0-9][0-9.,]*[万亿]?[元个名件份起次户批人家天日月年克]"
LATIN_WORD = r"[A-Za-z0-9][A-Za-z0-9.,\-+/:#&_]*"
WORD = re.compile(rf"[{re.escape(OPENING)}]*(?:{PLACE}|{NUMBER}|{LATIN_WORD}|.)[{re.escape(CLOSING)}]*")
NARROW = re.compile(r"[ .,:;'!|()\[\]/ijl-]")
FULL, CAPITAL, LATIN, SLIM = 1.0, 0.72, 0.6, 0.36
# A last line shorter than this many characters looks lost.
SHORTEST_LAST = 3


@lru_cache(maxsize=8192)
def _em(character: str) -> float:
    # Ambiguous ones (“ ” · —) are as wide as a Chinese character in Chinese fonts.
    if unicodedata.east_asian_width(character) in "WFA":
        return FULL
    if NARROW.match(character):
        return SLIM
    return CAPITAL if character.isupper() or character in "%@&mw+=−" else LATIN


def em(text: str) -> float:
    """The width of `text` in units of its own size."""
    return sum(map(_em, text))


def wrap(text: str, width: float, measure: Measure = em) -> list[str]:
    """Lines no wider than `width`; only a single word wider than that is torn."""
    lines, line = [], ""
    for word in words_of(" ".join(text.split()), width, measure):
        if line and measure(line + word) > width:
            lines.append(line.rstrip())
            line = word.lstrip()
        else:
            line += word
    return [*lines, line.rstrip()] if line.strip() else lines


def settled(text: str, width: float, measure: Measure = em) -> list[str]:
    """Lines for running text: a last line of one or two characters gets company from the line before."""
    lines = wrap(text, width, measure)
    if len(lines) < 2 or len(lines[-1]) >= SHORTEST_LAST:
        return lines
    step = measure("一")
    narrower = [wrap(text, width - number * step, measure) for number in range(SHORTEST_LAST + 1)]
    as_many = [one for one in narrower if len(one) == len(lines)]
    return max(as_many, key=lambda one: min(len(one[-1]), SHORTEST_LAST))


def words_of(text: str, width: float, measure: Measure) -> list[str]:
    """What stays together on a line, in order; a word wider than `width` in single characters."""
    words = WORD.findall(text)
    if all(measure(word) <= width for word in words):
        return words
    return [piece for word in words for piece in (word if measure(word) > width else [word])]
