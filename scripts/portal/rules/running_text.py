"""What rules about wording share: the texts that readers see, asked cheaply first, and whether a stretch is only quoted.

Takes a record and patterns, gives matches with the text they stand in. What a correction quotes as the wrong
text, and what only reviewers of questions read, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from portal.records import Entry
from portal.records.base import Record
from portal.records.question import Question
from portal.rules.public_text import PublicText, public_texts

# The lists of the site whose texts are published.
READ = (
    *(
        "cases",
        "closed_cases",
        "articles",
        "risks",
        "practices",
        "outcomes",
        "corrections",
        "seasons",
        "terms",
    ),
    *("questions", "blueprints", "laws", "campaign", "indicators", "vocabulary", "settings", "publicity"),
)
NOT_SAID = frozenset({"was", "waivers", "origin"})
OPENING, CLOSING = "“‘「『【", "”’」』】"
SENTENCE_ENDS = "。！？!?；;\n"


@lru_cache(maxsize=64)
def occurs(pattern: re.Pattern[str], original: str) -> bool:
    """Whether the file as written may hold the pattern: an escape such as `\\u5f20` may stand for anything."""
    return "\\" in original or pattern.search(original) is not None


def matches(
    entry: Entry[Record], pattern: re.Pattern[str], asked: re.Pattern[str] | None = None
) -> Iterator[tuple[PublicText, re.Match[str]]]:
    """Where `pattern` stands in what readers see; `asked` is a cheaper pattern that covers it."""
    if not occurs(asked or pattern, entry.file.original):
        return
    for text in said(entry):
        for match in pattern.finditer(text.value):
            yield text, match


def said(entry: Entry[Record]) -> Iterator[PublicText]:
    """Every text of the record that is said to readers."""
    return (text for text in public_texts(entry) if NOT_SAID.isdisjoint(text.path))


def is_quoted(text: str, at: int) -> bool:
    """Whether the place stands between quotation marks that were opened in the same line."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    opened = max(before.rfind(mark) for mark in OPENING)
    return opened > max(before.rfind(mark) for mark in CLOSING) or before.count('"') % 2 == 1


def sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after the stretch in its own sentence."""
    first = max(text.rfind(mark, 0, start) for mark in SENTENCE_ENDS) + 1
    last = min((at for mark in SENTENCE_ENDS if (at := text.find(mark, end)) >= 0), default=len(text))
    return text[first:start], text[end:last]


def is_going_out(record: Record) -> bool:
    """Whether the record is meant for readers as it stands: dated, or of a kind that bears no date."""
    if isinstance(record, Question):
        return record.status in ("ready", "reserved")
    return getattr(record, "published_on", True) is not None
