"""TEXT-WORD-01, TEXT-WORD-02: words that are often written wrongly, by the table that staff keep.

`site_config/misspellings.yaml` holds them; the table itself must not call right what it calls wrong.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache

from portal.records import Entry, Site
from portal.records.base import Record
from portal.records.misspelling import Misspelling
from portal.rules.engine import Finding, record_rule, site_rule
from portal.rules.public_text import span_of
from portal.rules.running_text import READ, is_quoted, matches, sentence
from portal.source import Diagnostic, Severity, error

# Said of a text that quotes a misspelling on purpose, such as one about forged labels.
QUOTING = re.compile(r"(?:错别字|误写|写成|写作|错写|冒充|山寨|仿冒)[^。；\n]*$")


@record_rule("TEXT-WORD-01", *READ, severity=Severity.WARNING)
def words_are_spelt_right(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """文书、法规、单位的名称和常用词不能写错。

    写错一个字，读者查不到，也失了公信。易错词写在 `site_config/misspellings.yaml`，可以自己添；两种写法都对的不要写进去。
    打引号的错字（比如说标签上有错别字）不算。
    错：发出三书一涵 3 份
    对：发出三书一函 3 份
    """
    right = site.right_by_wrong
    if not right:
        return
    for text, match in matches(entry, _pattern(tuple(right))):
        meant = right[match[0]]
        if (
            meant == match[0]
            or is_quoted(text.value, match.start())
            or QUOTING.search(sentence(text.value, *match.span())[0])
        ):
            continue
        place = span_of(entry, text, match.start(), match.end())
        yield Finding(place, f"“{match[0]}”写错了", f"写成“{meant}”")


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """All wrong forms and exceptions, the longer of two that begin alike first."""
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


@site_rule("TEXT-WORD-02")
def table_agrees(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """易错词表里，错误写法不能是哪个正确写法的一部分，也不能对应两个正确写法。

    错误写法“食品安全”会把每一处“食品安全法”都当成写错。
    错：`right: 台账`，`wrong: [台]`
    对：`right: 台账`，`wrong: [台帐]`
    程度：错误
    """
    owners: dict[str, Entry[Misspelling]] = {}
    for entry in site.misspellings:
        for index, wrong in enumerate(entry.record.wrong):
            place = entry.at("wrong", index)
            holding = next((one.record.right for one in site.misspellings if wrong in one.record.right), None)
            if holding:
                message = f"错误写法“{wrong}”是正确写法“{holding}”的一部分"
                yield error(entry.path, place, "TEXT-WORD-02", message, "写得长一些，或者删去这一种")
            owner = owners.setdefault(wrong, entry)
            if owner is not entry:
                message = f"“{wrong}”已经是“{owner.record.right}”的错误写法（第 {owner.at('wrong').line} 行）"
                yield error(entry.path, place, "TEXT-WORD-02", message, "留下其中一处")
