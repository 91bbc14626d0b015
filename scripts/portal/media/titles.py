"""Breaks a title into lines that read well: much the same length, and apart where the words are.

Without a dictionary nobody knows where Chinese words end, but titles in this field have a form:
who (某某公司、某某店) did what. A break after the party or before the deed is worth an uneven line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from portal.media.lines import Measure, em, words_of, wrap

# What a phrase in this field begins with.
BEGINNINGS = (
    "食品安全|生产|经营|销售|使用|加工|配送|贮存|采购|承包|允许|从事|订购|引起|标注|添加|拒绝|诱导|违规|"
    "未|超过|超标|超出|不符合|不一致|不合格|虚假|查验|审查"
)
AFTER = re.compile(rf"(?:公司|经营者|[店部户院坊行堂所厂摊的]|许可|规定|要求|{BEGINNINGS}|[，、：；）”])$")
BEFORE = re.compile(BEGINNINGS)
TORN_OFF = re.compile("[的者]")
# In units of the squared share of a line that stays empty: a torn word costs as much as half a line.
TORN = 0.25


def title_lines(text: str, width: float, measure: Measure = em) -> list[str]:
    """As few lines as can be, broken where it costs least."""
    fewest = len(wrap(text, width, measure))
    if fewest < 2:
        return [text]
    words = words_of(text, width, measure)
    return ["".join(line).strip() for line in _broken(words, [measure(w) for w in words], width, fewest)]


def _broken(words: Sequence[str], widths: Sequence[float], width: float, lines: int) -> list[Sequence[str]]:
    """`words` in exactly `lines` lines at the least cost."""

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        """The cost of the rest in `left` lines, and where its lines end."""
        if left == 1:
            return _empty(sum(widths[start:]), width), (len(words),)
        found: tuple[float, tuple[int, ...]] = (float("inf"), ())
        for end in range(start + 1, len(words) - left + 2):
            used = sum(widths[start:end])
            if used > width:
                break
            cost, ends = best(end, left - 1)
            cost += _empty(used, width) + (0 if _parted(words, end) else TORN)
            if cost < found[0]:
                found = (cost, (end, *ends))
        return found

    ends = best(0, lines)[1]
    return [words[start:end] for start, end in zip((0, *ends), ends, strict=False)]


def _parted(words: Sequence[str], place: int) -> bool:
    """Whether one word ends and another begins at `place`, as far as can be told."""
    before, after = "".join(words[max(place - 4, 0) : place]), "".join(words[place : place + 4])
    if TORN_OFF.match(after) or before.endswith(("未", "不")):
        return False
    return bool(AFTER.search(before) or BEFORE.match(after))


def _empty(used: float, width: float) -> float:
    return float("inf") if used > width else (1 - used / width) ** 2
