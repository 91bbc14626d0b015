"""Several citations in one text: `食品安全法 第四条、第五条` → the citations as they are written one by one.

Knows the form only, like `citation`; what is not understood to the last character gives nothing, so that nobody is
told to write what was not meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from portal.records.citation import NUMERAL, Citation, to_number

LONGEST = 300
# A range of more articles than this is not written out.
WIDEST = 9
TOKEN = re.compile(
    rf"第?(?P<article>{NUMERAL})条(?:之(?P<inserted>{NUMERAL}))?|第?(?P<paragraph>{NUMERAL})款"
    rf"|第?[（(]?(?P<item>{NUMERAL})(?:[）)]?项|[）)](?=[、,，和及\s]*第?[（(]))"
)
BETWEEN = re.compile(r"[\s、,，;；/《》和及与或者以]*")
RANGE = re.compile(r"\s*[至到—~\-–]\s*")
NO_LAW = re.compile(r"^(?:[等之的]|规定)|第")
# 第四、五条 leaves out what both share.
SHARED = re.compile(
    rf"(?P<first>(?:第|(?<=[、,，和及])){NUMERAL})(?=[、,，和及](?:{NUMERAL}[、,，和及])*{NUMERAL}(?P<unit>[条款]))"
)


@dataclass
class _Reading:
    """What has been read so far: the citations that are complete, the one that still grows, where a range began."""

    law: str = ""
    current: Citation | None = None
    done: list[Citation] = field(default_factory=list)
    range_from: int = 0

    def flush(self) -> None:
        if self.current:
            self.done.append(self.current)
        self.current = None


def several(text: str) -> tuple[str, ...]:
    """The citations of a text that holds two or more, each once and as it is written; nothing when it holds one, or none."""
    reading, at = _Reading(), 0
    text = SHARED.sub(r"\g<first>\g<unit>", text[: LONGEST + 1])
    for token in TOKEN.finditer(text[:LONGEST]):
        if not (_between(reading, text[at : token.start()]) and _take(reading, token)):
            return ()
        at = token.end()
    reading.flush()
    if text[at:].strip() or len(reading.done) < 2:
        return ()
    return tuple(dict.fromkeys(f"{one.law} {one.place}" for one in reading.done))


def _between(reading: _Reading, words: str) -> bool:
    """Take what stands before a place: nothing, a mark between two, the word of a range, or the name of a law."""
    if BETWEEN.fullmatch(words):
        return bool(reading.law)
    if reading.current and RANGE.fullmatch(words):
        reading.range_from = reading.current.article
        return True
    name = re.sub(r"^[\s、,，;；/]*[和及与]?[\s、,，;；/]*|[\s《》]+", "", words)
    reading.flush()
    reading.law = name
    return len(name) > 1 and not NO_LAW.search(name)


def _fill(reading: _Reading, numbers: dict[str, int]) -> bool:
    """The articles that lie between the two that a range names."""
    first, last = reading.range_from, numbers.get("article", 0)
    reading.flush()
    reading.range_from = 0
    reading.done += [Citation(reading.law, number) for number in range(first + 1, last)]
    return first < last <= first + WIDEST


def _take(reading: _Reading, token: re.Match[str]) -> bool:
    numbers = {name: to_number(value) for name, value in token.groupdict().items() if value}
    before = reading.current
    if reading.range_from and not _fill(reading, numbers):
        return False
    if "article" in numbers:
        reading.flush()
        reading.current = Citation(reading.law, numbers["article"], numbers.get("inserted", 0))
    elif before is None:
        return False
    elif "paragraph" in numbers:
        if before.paragraph or before.item:
            reading.flush()
        reading.current = replace(before, paragraph=numbers["paragraph"], item=0)
    else:
        if before.item:
            reading.flush()
        reading.current = replace(before, item=numbers["item"])
    return True
