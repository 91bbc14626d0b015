"""TEXT-SENTENCE-01: whoever hears a sentence once has understood it; so no sentence that readers see is long.

`long_sentences(text)` is what a long one is, for this rule and for the bodies of articles (`article_reading.py`).
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.base import Record
from portal.records.question import Question
from portal.rules.engine import Finding, record_rule
from portal.rules.public_text import BODY, PublicText, span_of
from portal.rules.running_text import READ, said
from portal.source import Severity

LONGEST = 60
# Where a sentence ends and a voice pauses; a line of a list or a cell of a table is one.
SENTENCE = re.compile(r"[^。！？；!?;\n|]+")
MARKUP = re.compile(
    r"<[^<>\n]*>|\[(?P<text>[^\]\n]*)\]\([^)\n]*\)|[*`#>\s]|^\s*(?:[-+]|\d+\.)\s", re.MULTILINE
)
# The law's own words, which nobody may split.
VERBATIM = frozenset({"basis"})
ADDRESS = re.compile(r"[a-z]+://\S+")
HINT = "拆成两句；几种情形用分号隔开，或者写成列表"


@record_rule("TEXT-SENTENCE-01", *READ, severity=Severity.WARNING)
def sentences_are_short(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """读者看到、听到的每一句话，都不超过六十个字。

    案例、法规要点、风险卡、题目、名词解释都有人用耳朵听；听一遍就要懂。句号、问号、分号都算一句的结尾，标点不算字。
    照抄条文的原文依据（basis）不在此列。题库已经封存的题，改这道题的时候再拆。
    错：一句话里连着说四种情形，每种情形又有例外
    对：先说有哪几种情形，再一种一种说，中间用分号；罚多少另起一句
    """
    for text in said(entry):
        if text.path == BODY or text.path[0] in VERBATIM or ADDRESS.fullmatch(text.value):
            continue
        found = list(long_sentences(text.value))
        if found and not _is_frozen(entry.record, text, site):
            yield from (
                Finding(span_of(entry, text, start, end), too_long(length), HINT)
                for start, end, length in found
            )


def long_sentences(text: str) -> Iterator[tuple[int, int, int]]:
    """Where each sentence begins and ends that has more characters than `LONGEST`, and how many it has."""
    for match in SENTENCE.finditer(text):
        length = len(words(match[0]))
        if length > LONGEST:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield start, match.start() + len(match[0].rstrip()), length


def words(text: str) -> str:
    """What is read of it: without markup and punctuation."""
    return re.sub(r"[\W_]", "", MARKUP.sub(lambda match: match["text"] or "", text))


def too_long(length: int) -> str:
    return f"这一句有 {length} 个字，超过 {LONGEST} 个"


def _is_frozen(record: Record, text: PublicText, site: Site) -> bool:
    """Whether a frozen bank has the same text: changing it would call for a new version of the whole bank."""
    written = json.dumps(text.value, ensure_ascii=False).encode()
    return isinstance(record, Question) and any(written in bank for bank in site.bank_versions.values())
