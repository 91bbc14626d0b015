"""CITE-TEXT-01, CITE-NAME-01: laws and articles that running text names exist.

Looks for `第四十四条` and for the name right before it, and for names between 《 and 》. A law that has no record here is
left alone: the texts may speak of any law.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from portal.records import Entry, Site
from portal.records.base import Record
from portal.records.citation import NUMERAL, Citation, to_number
from portal.records.law import Law
from portal.rules.engine import Finding, record_rule
from portal.rules.public_text import PublicText, span_of
from portal.rules.running_text import READ, occurs, said
from portal.source import Severity

# Citations have rules of their own.
CITING = frozenset({"citations", "provisions_violated", "legal_basis"})
PLACE = re.compile(
    rf"第\s?(?P<article>{NUMERAL})\s?条(?:之(?P<inserted>{NUMERAL}))?(?:\s?第\s?(?P<paragraph>{NUMERAL})\s?款)?"
)
# `第四条、第五条` name the same law.
AFTER_PLACE = re.compile(rf"第\s?{NUMERAL}\s?条[^，。；：\s、和及与至]{{0,12}}[、和及与至]\s?$")
QUOTED = re.compile(r"《(?P<name>[^《》\n]{4,60})》")
ENDS_QUOTED = re.compile(r"《(?P<name>[^《》\n]{2,60})》\s?$")
# In characters: longer than the full title of any law; shorter names are one apart by chance.
LONGEST, SHORTEST = 80, 5


@record_rule("CITE-TEXT-01", *READ, severity=Severity.WARNING)
def named_articles_exist(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """文字里说到的条、款不能超出这部法规。

    说的是 content/laws 里有的法规、条号紧跟着名称的，才查得出来；名称后面写了年份的旧文本不查。
    错：《食品安全法》第一百六十条（只有一百五十四条）
    对：《食品安全法》第一百五十条
    """
    if not occurs(PLACE, entry.file.original):
        return
    for text in said(entry):
        if CITING.isdisjoint(text.path):
            yield from _unknown_places(entry, text, site.law_by_name)


def _unknown_places(
    entry: Entry[Record], text: PublicText, laws: Mapping[str, Entry[Law]]
) -> Iterator[Finding]:
    law: Law | None = None
    for match in PLACE.finditer(text.value):
        before = text.value[max(0, match.start() - LONGEST) : match.start()]
        if not AFTER_PLACE.search(before):
            law = _law_before(before, laws)
        if law and (problem := _problem(law, _citation(law, match))):
            place = span_of(entry, text, match.start(), match.end())
            yield Finding(place, *problem)


def _citation(law: Law, match: re.Match[str]) -> Citation:
    article, inserted, paragraph = (
        to_number(match[name] or "零") for name in ("article", "inserted", "paragraph")
    )
    return Citation(law.short_title, article, inserted, paragraph)


def _law_before(before: str, laws: Mapping[str, Entry[Law]]) -> Law | None:
    """The law whose name ends right before a place."""
    if match := ENDS_QUOTED.search(before):
        found = laws.get(match["name"].replace(" ", ""))
    else:
        plain = before.rstrip(" ")
        names = [name for name in laws if plain.endswith(name)]
        found = laws[max(names, key=len)] if names else None
    return found.record if found else None


def _problem(law: Law, citation: Citation) -> tuple[str, str] | None:
    article = law.article(citation.article, citation.inserted)
    if not 1 <= citation.article <= law.last_article:
        message = f"《{law.short_title}》只有 {law.last_article} 条，没有{citation.place}"
        return message, "对照法规原文改正条号"
    if article and article.paragraphs and citation.paragraph > article.paragraphs:
        message = f"《{law.short_title}》第 {citation.article} 条只有 {article.paragraphs} 款"
        return message, "对照法规原文改正款号"
    return None


@record_rule("CITE-NAME-01", *READ, severity=Severity.WARNING)
def named_laws_are_spelt_right(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """书名号里的法规名称不能写错一个字。

    只差一个字、多一个字、少一个字，又只像一部法规的，才算写错；content/laws 里没有的别的法规可以提。
    错：《食品安全生法》
    对：《食品安全法》
    """
    if not occurs(QUOTED, entry.file.original):
        return
    names = site.law_by_name
    for text in said(entry):
        for match in QUOTED.finditer(text.value) if CITING.isdisjoint(text.path) else ():
            meant = _meant(match["name"], names)
            if meant:
                place = span_of(entry, text, match.start(), match.end())
                yield Finding(place, f"没有《{match['name']}》这部法规", f"写成《{meant}》")


def _meant(name: str, names: Mapping[str, Entry[Law]]) -> str | None:
    """The one name that this is with a single character wrong; `None` for a name that is known or may be another law's."""
    if name in names:
        return None
    close = {known for known in names if len(known) >= SHORTEST and one_apart(name.replace(" ", ""), known)}
    return close.pop() if len(close) == 1 else None


def one_apart(one: str, other: str) -> bool:
    """Whether the names are equal but for one character that is wrong, missing or too many, or two that changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, other_rest = one[start:], other[start:]
    swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:] or swapped
