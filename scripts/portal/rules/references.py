"""References between records lead somewhere: articles, risk cards, pages."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from portal.records import Entry, Site, addresses
from portal.records.article import KnowledgeArticle
from portal.records.base import Record
from portal.records.campaign import Campaign
from portal.records.wording import nearest
from portal.rules.engine import site_rule
from portal.source import Diagnostic, KeyPath, Span, error, warning


@site_rule("REF-KNOWLEDGE-01")
def articles_exist(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """“相关知识”里写的文章要存在。

    写的是 content/knowledge 里文件名去掉 .md 的部分；写错了，页面上就少一个链接。
    错：`knowledge: [sample-retension]`
    对：`knowledge: [sample-retention]`
    程度：错误
    """
    for entries in (site.cases, site.risks, site.seasons):
        for entry in entries:
            for name, place, hint in _unknown(entry, "knowledge", entry.record.knowledge, site.article_by_id):
                if not site.exists_unread("article", name):
                    yield error(entry.path, place, "REF-KNOWLEDGE-01", f"没有编号为“{name}”的文章", hint)


@site_rule("REF-LINK-01")
def links_in_articles_lead_somewhere(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """文章正文里指向别的文章的链接要对得上文件。

    写从这篇文章出发的路径；指向还没有发布的文章没有关系，发布前显示成普通文字。
    错：`[留样](../operators/canteen.md)`，而文件叫 canteen-and-sample-retention.md
    对：`[留样](../operators/canteen-and-sample-retention.md)`
    程度：错误
    """
    for entry in site.articles:
        for link in entry.record.links():
            target = site.article_by_id.get(link.id)
            if site.exists_unread("article", link.id) or (target and target.record.section == link.section):
                continue
            meant = target.record if target else _article_meant(link.id, site)
            hint = f"是不是 ../{meant.section}/{meant.id}.md？" if meant else "改成已有文章的路径"
            place = entry.file.in_body(link.start, link.end)
            yield error(entry.path, place, "REF-LINK-01", f"链接“{link.text}”指向的文章不存在", hint)


def _article_meant(identifier: str, site: Site) -> KnowledgeArticle | None:
    name = nearest(identifier, site.article_by_id)
    return site.article_by_id[name].record if name else None


@site_rule("REF-RISK-01")
def risk_cards_exist(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """重点时段的“相关风险卡”要存在。

    写的是 content/risks 里文件名去掉 .yaml 的部分。
    错：`risk_cards: [boxlunch]`
    对：`risk_cards: [box-lunch]`
    程度：错误
    """
    for entry in site.seasons:
        for name, place, hint in _unknown(entry, "risk_cards", entry.record.risk_cards, site.risk_by_id):
            if not site.exists_unread("risk", name):
                yield error(entry.path, place, "REF-RISK-01", f"没有编号为“{name}”的风险卡", hint)


@site_rule("REF-SUBJECT-01")
def subjects_have_something(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """通知点到的每一项，都要有一篇文章或者一张风险卡，还要有一件案例。

    读者从工作重点页点进来，看到名字却没有东西可看。编号写错了的，也在这里指出来。
    错：`{name: 婴幼儿配方食品}`，什么也没有
    对：`{name: 婴幼儿配方食品, knowledge: [infant-formula], cases: [2024-013]}`
    程度：编号不存在是错误，还没有内容是提醒
    """
    cases = {entry.record.id: entry for entry in site.cases} | {
        one.record.id: one for one in site.closed_cases
    }
    entry = site.campaign
    for number, focus in enumerate(entry.record.focuses):
        for index, subject in enumerate(focus.subjects):
            place: KeyPath = ("focuses", number, "subjects", index)
            yield from _dangling(entry, place, "knowledge", subject.knowledge, site.article_by_id)
            yield from _dangling(entry, place, "risk_cards", subject.risk_cards, site.risk_by_id)
            yield from _dangling(entry, place, "cases", subject.cases, cases)
            missing = [
                what
                for what, there in (
                    ("文章或者风险卡", subject.knowledge or subject.risk_cards),
                    ("案例", subject.cases),
                )
                if not there
            ]
            if missing:
                message = f"“{subject.name}”还没有{'和'.join(missing)}"
                hint = "写好以后，把编号填在 knowledge、risk_cards、cases 里"
                yield warning(entry.path, entry.at(*place, "name"), "REF-SUBJECT-01", message, hint)


def _dangling(
    entry: Entry[Campaign], place: KeyPath, field: str, names: Sequence[str], known: Mapping[str, object]
) -> Iterator[Diagnostic]:
    """The ids in a field of a subject that lead nowhere."""
    for index, name in enumerate(names):
        if name not in known:
            meant = nearest(name, known)
            hint = f"是不是“{meant}”？" if meant else "核对编号，或者删去这一项"
            span = entry.at(*place, field, index)
            yield error(entry.path, span, "REF-SUBJECT-01", f"没有编号为“{name}”的内容", hint)


@site_rule("REF-PAGE-01")
def corrected_pages_exist(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """更正的网址要指向本站有的页面。

    读者要能从更正走到被更正的页面。撤回的案例保留文件和网址，所以也在；还没有发布的页面，更正里先显示成普通文字。
    错：`path: cases/2024-999/`（没有这个案例）
    对：`path: cases/2024-003/`
    程度：错误
    """
    known = dict.fromkeys((*addresses.DOCUMENTS, *addresses.of_records(site)))
    for entry in site.corrections:
        path = entry.record.path
        if path is None or path in known or _is_unread(site, path):
            continue
        meant = nearest(path, _alike(path, known))
        hint = f"是不是“{meant}”？" if meant else "打开那一页，照网址里网站名后面的部分写；说不清的删去 path"
        yield error(entry.path, entry.at("path"), "REF-PAGE-01", f"本站没有“{path}”这个页面", hint)


@site_rule("REF-CLOSED-01")
def closed_ids_are_not_given_again(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """已经隐去、清理掉的案例，编号不再给别的案例。

    旧网址还在，说明案例已经隐去；编号给了别的案例，读者会把两个案子当成一个。清理到一半断了电，文件还在的，只提醒。
    错：`content/closed-cases.yaml` 里有 2024-003，又新建了 `content/cases/2024/2024-003.yaml`
    对：换一个没有用过的编号，`portal new case` 会自动取
    程度：错误；清理剩下的文件是提醒
    """
    stubs = {entry.record.id: entry for entry in site.closed_cases}
    for entry in site.cases:
        stub = stubs.get(entry.record.id)
        if stub is None:
            continue
        if entry.record.published_on == stub.record.published_on:
            message = f"案例 {entry.record.id} 已经清理过，文件还在，网站上不会显示"
            hint = "再运行一次 portal tidy --write"
            yield warning(entry.path, entry.at("id"), "REF-CLOSED-01", message, hint)
        else:
            message = f"编号 {entry.record.id} 是已经隐去的案例的（{stub.path}:{stub.at('id').line}）"
            hint = "换一个没有用过的编号，文件名一起改"
            yield error(entry.path, entry.at("id"), "REF-CLOSED-01", message, hint)


# What kind of file is behind the pages of a folder.
KIND_BEHIND = {
    addresses.CASES: "case",
    addresses.OUTCOMES: "outcome",
    addresses.LAWS: "law",
    addresses.RISKS: "risk",
    addresses.PRACTICES: "practice",
    addresses.KNOWLEDGE: "article",
}


def _is_unread(site: Site, address: str) -> bool:
    """Whether the page belongs to a file that is there but could not be read."""
    steps = address.rstrip("/").split("/")
    kind = KIND_BEHIND.get(f"{steps[0]}/")
    return kind is not None and site.exists_unread(kind, steps[-1])


def _alike(path: str, known: Mapping[str, None]) -> list[str]:
    """Pages in the same folder; a wrong id is likelier than a wrong folder."""
    folder = path[: path.rstrip("/").rfind("/") + 1]
    return [one for one in known if one.startswith(folder) and one.count("/") == path.count("/")] or [*known]


def _unknown(
    entry: Entry[Record], field: str, names: Sequence[str], known: Mapping[str, object]
) -> Iterator[tuple[str, Span, str]]:
    """The names that lead nowhere: each with its place and what was probably meant."""
    for index, name in enumerate(names):
        if name not in known:
            meant = nearest(name, known)
            hint = f"是不是“{meant}”？" if meant else "核对编号，或者删去这一项"
            yield name, entry.at(field, index), hint
