"""ITEM-CLUE-01: the stem must not lead to the key by a word they share.

Without a dictionary of words: texts are cut at characters that hold sentences together, and what two
pieces have in common, of two characters or more, counts as a word.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import item_rule
from portal.rules.items.options import right, wrong
from portal.rules.public_text import PublicText, span_of

GLUE = re.compile(
    r"[^\u4e00-\u9fff]+|食品安全法?|食品|监管部门|应当|可以|需要|必须|不得|不能|不用|没有|进行|以后|以前|怎样|怎么|什么|哪[些个种项]|[的了在是和与及或把被对从到"
    r"向由给让并也就都还再又才而且但若如果按照于以为有无不没这那其该此所每各其中个一两几些上下里中内外前后时要会能可将已未请他她它们]"
)
SHORTEST = 2


@item_rule("ITEM-CLUE-01")
def stem_gives_no_clue(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """题干里的词不能只在正确的选项里重复。

    不懂的人也会挑和题干“对得上”的那一项。两个字以上的词在题干和每一个正确选项里都有、别的选项里都没有，就算。
    错：题干“进货查验记录保存多久？”，只有正确的选项写“进货查验记录保存二年”
    对：各个选项都写，或者都不写
    """
    stem, keys, others = entry.record.stem, right(entry.record), wrong(entry.record)
    if not keys or not others:
        return
    letter, key = next(iter(keys.items()))
    shared = [word for word in _shared(stem, key) if all(word in text for text in keys.values())]
    for word in shared:
        if not any(word in text for text in others.values()):
            start = key.index(word)
            place = span_of(entry, PublicText(("options", letter), key), start, start + len(word))
            yield Finding(
                place, f"题干里的“{word}”只在正确的选项里重复", "别的选项也用这个词，或者换一个说法"
            )


def _shared(stem: str, key: str) -> list[str]:
    """The longest stretches of `key` that `stem` holds, without glue, in the order of `key`."""
    found: list[str] = []
    for piece in GLUE.split(key):
        start = 0
        while start < len(piece):
            length = _longest(piece[start:], stem)
            if length >= SHORTEST:
                found.append(piece[start : start + length])
            start += max(length, 1)
    return list(dict.fromkeys(found))


def _longest(piece: str, stem: str) -> int:
    """How many characters from the start of `piece` stand together in `stem`."""
    return next((n for n in range(len(piece), 0, -1) if piece[:n] in stem), 0)
