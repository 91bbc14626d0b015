"""A law's versions and articles agree with one another, and no two laws go by one name."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import pairwise

from portal.records import Entry, Site
from portal.records.law import Law
from portal.records.wording import nearest
from portal.rules.engine import Finding, record_rule, site_rule
from portal.source import Diagnostic, KeyPath, error


@record_rule("LAW-VERSION-01", "laws")
def versions_agree(entry: Entry[Law], site: Site, today: datetime.date) -> Iterator[Finding]:
    """法规的版本从旧到新排列，superseded_by、text_version、changed_in 写的是已有的版本。

    引用的条文有没有在核对之后修改过，就看这些版本和日期。
    错：`superseded_by: 2025修正`，而版本编号是“2025年修正”
    对：`superseded_by: 2025年修正`
    """
    law = entry.record
    ids = [version.id for version in law.versions]
    for index, version in enumerate(law.versions):
        if version.id in ids[:index]:
            yield Finding(
                entry.at("versions", index, "id"), f"版本“{version.id}”写了两次", "换一个编号，或者删去"
            )
        if version.superseded_by is not None and version.superseded_by not in ids[index + 1 :]:
            message = f"在后面的版本里没有“{version.superseded_by}”"
            yield Finding(
                entry.at("versions", index, "superseded_by"),
                message,
                _meant(version.superseded_by, ids[index + 1 :]),
            )
        if version.effective < version.adopted:
            message = f"施行日期 {version.effective} 早于通过日期 {version.adopted}"
            yield Finding(entry.at("versions", index, "effective"), message, "对照原文改正")
    for index, (before, version) in enumerate(pairwise(law.versions), 1):
        if version.effective < before.effective:
            yield Finding(
                entry.at("versions", index, "effective"), "版本没有从旧到新排列", "按施行日期先后排列"
            )
    yield from _unknown_versions(entry, ids)


def _unknown_versions(entry: Entry[Law], ids: list[str]) -> Iterator[Finding]:
    law = entry.record
    if law.text_version is not None and law.text_version not in ids:
        yield Finding(
            entry.at("text_version"), f"没有编号为“{law.text_version}”的版本", _meant(law.text_version, ids)
        )
    for index, article in enumerate(law.articles):
        for place, name in enumerate(article.changed_in):
            if name not in ids:
                path = ("articles", index, "changed_in", place)
                yield Finding(entry.at(*path), f"没有编号为“{name}”的版本", _meant(name, ids))


@record_rule("LAW-ARTICLE-01", "laws")
def articles_agree(entry: Entry[Law], site: Site, today: datetime.date) -> Iterator[Finding]:
    """法规文件里的一条只写一次，条号不超过最后一条。

    错：articles 里有两个 `number: 44`
    对：合并成一个；“之一”“之二”用 `inserted` 区分
    """
    seen: set[tuple[int, int]] = set()
    for index, article in enumerate(entry.record.articles):
        key = (article.number, article.inserted)
        place = entry.at("articles", index, "number")
        if key in seen:
            yield Finding(place, f"第 {article.number} 条写了两次", "合并成一个")
        if article.number > entry.record.last_article:
            message = f"第 {article.number} 条超过最后一条（{entry.record.last_article}）"
            yield Finding(place, message, "对照原文改正条号，或者改正 last_article")
        seen.add(key)


@record_rule("LAW-CHAPTER-01", "laws")
def chapters_agree(entry: Entry[Law], site: Site, today: datetime.date) -> Iterator[Finding]:
    """法规的章按条号从前到后排列，不超过最后一条。

    网页上的条文要点按章分开，章的次序错了，条文就排到别的章里去了。
    错：第二章从第 14 条起，第三章写成 `first: 12`
    对：对照原文，每一章写它第一条的序号
    """
    before = 0
    for index, chapter in enumerate(entry.record.chapters):
        place = entry.at("chapters", index, "first")
        if chapter.first <= before:
            yield Finding(
                place, f"“{chapter.title}”从第 {chapter.first} 条起，不在前一章之后", "对照原文改正"
            )
        if chapter.first > entry.record.last_article:
            message = f"第 {chapter.first} 条超过最后一条（{entry.record.last_article}）"
            yield Finding(place, message, "对照原文改正条号，或者改正 last_article")
        before = chapter.first


@site_rule("LAW-NAME-01")
def law_names_differ(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """两部法规不能用同一个名称或别名。

    引用按名称找法规，重了就不知道引的是哪一部。
    错：食品安全法和食品安全法实施条例的 aliases 里都有“食安法”
    对：实施条例的别名写“食安法条例”
    程度：错误
    """
    owners: dict[str, Entry[Law]] = {}
    for entry in site.laws:
        for path, name in _names(entry.record):
            owner = owners.setdefault(name, entry)
            if owner is not entry:
                message = f"“{name}”已经是《{owner.record.short_title}》的名称或别名"
                yield error(entry.path, entry.at(*path), "LAW-NAME-01", message, "换一个只指这部法规的名称")


def _names(law: Law) -> Iterator[tuple[KeyPath, str]]:
    yield ("short_title",), law.short_title
    if law.title != law.short_title:
        yield ("title",), law.title
    yield from ((("aliases", index), alias) for index, alias in enumerate(law.aliases))


def _meant(name: str, candidates: Iterable[str]) -> str:
    known = list(candidates)
    meant = nearest(name, known)
    return f"是不是“{meant}”？" if meant else f"已有的版本：{'、'.join(known) or '无'}"
