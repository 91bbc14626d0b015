"""Every word of the glossary belongs to one term, and a term refers only to terms that exist."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.records import Site
from portal.records.wording import nearest
from portal.rules.engine import site_rule
from portal.source import Diagnostic, KeyPath, error


@site_rule("TERM-TWICE-01")
def words_differ(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """一个词只解释一次。

    名词和别名都会在正文里变成指向解释的链接；同一个词写在两处，读者不知道看哪一条。
    错：“进货查验”的别名里有“索证索票”，又另有一条 `term: 索证索票`
    对：两处合成一条
    程度：错误
    """
    owners: dict[str, str] = {}
    for entry in site.terms:
        record = entry.record
        places: list[tuple[KeyPath, str]] = [(("term",), record.term)]
        places += [(("aliases", index), alias) for index, alias in enumerate(record.aliases)]
        for path, word in places:
            if word in owners:
                message = f"“{word}”已经在“{owners[word]}”里解释过"
                yield error(entry.path, entry.at(*path), "TERM-TWICE-01", message, "合成一条，或者删去一处")
            else:
                owners[word] = record.term


@site_rule("TERM-SEE-01")
def references_exist(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """“参见”里写的名词要存在，并且不是它自己。

    错：`see: [sample-retension]`
    对：`see: [sample-retention]`
    程度：错误
    """
    known = dict.fromkeys(entry.record.id for entry in site.terms)
    for entry in site.terms:
        for index, name in enumerate(entry.record.see):
            if name in known and name != entry.record.id:
                continue
            message = "参见的是它自己" if name in known else f"没有编号为“{name}”的名词"
            meant = None if name in known else nearest(name, known)
            hint = f"是不是“{meant}”？" if meant else "核对编号，或者删去这一项"
            yield error(entry.path, entry.at("see", index), "TERM-SEE-01", message, hint)
