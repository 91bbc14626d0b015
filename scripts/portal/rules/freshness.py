"""No column is empty, none has gone unattended for half a year: what inspections of government sites look for."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from portal.publication.dates import Publishable, is_public, is_shown
from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.settings import Publicity
from portal.rules.engine import site_rule
from portal.source import FILE_START, Diagnostic, warning

OLD = datetime.timedelta(days=180)


@dataclass(frozen=True)
class Section:
    """A column of the site: what it is called, where its files lie, what is in it."""

    name: str
    folder: str
    kind: str
    entries: tuple[Entry[Publishable], ...]
    publicity: Publicity

    def shown(self, today: datetime.date) -> list[Entry[Publishable]]:
        """What readers see; months of figures are shown whether or not a bulletin was published."""
        if self.kind == "outcome":
            return list(self.entries)
        return [one for one in self.entries if self._is_shown(one.record, today)]

    def _is_shown(self, record: Publishable, today: datetime.date) -> bool:
        """A closed case keeps its page, but nobody finds anything there."""
        if isinstance(record, Case):
            return is_shown(record, self.publicity, today)
        return is_public(record, today)


def sections(site: Site) -> Iterator[Section]:
    """The columns whose emptiness a reader would notice."""
    publicity = site.publicity.record
    yield Section("典型案例", "content/cases", "case", site.cases, publicity)
    yield Section("工作成效", "content/outcomes", "outcome", site.outcomes, publicity)
    yield Section("一品一策", "content/risks", "risk", site.risks, publicity)
    yield Section("经验做法", "content/practices", "practice", site.practices, publicity)
    for name, term in (site.words.group("knowledge_sections") or {}).items():
        articles = tuple(one for one in site.articles if one.record.section == term.id)
        yield Section(name, f"content/knowledge/{term.id}", "article", articles, publicity)


@site_rule("FRESH-EMPTY-01")
def no_empty_section(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """每个栏目都要有已经发布的内容。

    空栏目在政府网站检查中要扣分，读者点进去也白跑一趟。只有草稿、没审完的稿子，或者只剩撤回和公示期满案例的栏目，也是空的。
    错：content/practices 里没有文件，或者都没有 `published_on`
    对：至少发布一条；暂时没有内容的，先不放进导航
    程度：提醒
    """
    for section in sections(site):
        if section.shown(today) or site.unreadable.get(section.kind):
            continue
        draft = section.entries[-1] if section.entries else None
        place, span = (draft.path, draft.at()) if draft else (section.folder, FILE_START)
        message = f"栏目“{section.name}”还没有已发布的内容"
        yield warning(place, span, "FRESH-EMPTY-01", message, f"在 {section.folder} 里至少发布一条")


@site_rule("FRESH-OLD-01")
def no_stale_section(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """每个栏目半年之内要有更新。

    长期不更新的栏目在政府网站检查中要扣分。看的是典型案例、经验做法和科普文章里最新的发布或更新日期；
    专项行动结束后也一样，可以重新核对旧文章后更新日期，或者把栏目归档。
    错：最新一篇文章是 200 天前发布的
    对：发布新的，或者核对旧文章后填 `updated_on`
    程度：提醒
    """
    for section in sections(site):
        if section.kind in ("outcome", "risk"):
            continue
        newest = max(section.shown(today), key=_last_touched, default=None)
        if newest and today - _last_touched(newest) > OLD:
            days = (today - _last_touched(newest)).days
            field = "updated_on" if _updated_on(newest.record) else "published_on"
            message = f"栏目“{section.name}”已有 {days} 天没有更新，这是最新的一条"
            hint = "发布新的内容，或者核对旧文章后填 updated_on"
            yield warning(newest.path, newest.at(field), "FRESH-OLD-01", message, hint)


def _last_touched(entry: Entry[Publishable]) -> datetime.date:
    return _updated_on(entry.record) or entry.record.published_on or datetime.date.min


def _updated_on(record: Publishable) -> datetime.date | None:
    """Only articles say when they were last worked over."""
    return record.updated_on if isinstance(record, KnowledgeArticle) else None
