"""网站地图 and robots.txt: every page that is no single case, by section, for people and for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from portal.pages.context import Context, trail
from portal.pages.document import Document, NavEntry
from portal.pages.page import templated
from portal.records import addresses

SECTION = "about"
TITLE = "网站地图"
# Kinds of pages that stand under a heading of their own, in this order; all others are the section's columns.
GROUPS = {
    "focus": "工作重点",
    "theme": "夯实基础、改革创新",
    "practice": "经验做法",
    "month": "月度通报",
    "unit": "报送单位",
    "article": "文章",
    "law": "法律法规",
    "risk": "一品一策",
    "season": "重点时段",
    "quiz-topic": "题库主题",
}
# Lists of cases by the folder they lie in; the same word may be a 业态 and a 工作重点.
CASE_LISTS = {"business": "按业态", "focus": "按工作重点", "product": "按品种", "year": "按年份"}
# Ten thousand cases are found through their lists.
LEFT_OUT = {"case", "case-closed", "media", "kit"}


@dataclass
class Part:
    """One section of the site: its columns, then groups of single pages."""

    title: str
    columns: list[Document] = field(default_factory=list)
    groups: dict[str, list[Document]] = field(default_factory=dict)

    def add(self, document: Document) -> None:
        name = _group(document)
        if not name:
            self.columns.append(document)
        else:
            self.groups.setdefault(name, []).append(document)


def _group(document: Document) -> str:
    if document.address.startswith(addresses.CASES):
        return CASE_LISTS.get(document.address.removeprefix(addresses.CASES).partition("/")[0], "")
    return GROUPS.get(document.kind, "")


def plan(context: Context, documents: Iterable[Document], navigation: tuple[NavEntry, ...]) -> list[Document]:
    """`documents` are all other pages of the site."""

    def values() -> dict[str, Any]:
        return {"sections": _parts((*documents, page), navigation)}

    page = templated(
        context,
        "sitemap.html.j2",
        values,
        address=addresses.SITE_MAP,
        title=TITLE,
        description="本站所有栏目和页面。典型案例很多，从案例栏目按业态、工作重点和年份找。",
        section=SECTION,
        kind="sitemap",
        listing=True,
        crumbs=trail((TITLE, addresses.SITE_MAP)),
    )
    return [page]


def _parts(documents: Iterable[Document], navigation: tuple[NavEntry, ...]) -> list[Part]:
    parts = {entry.id: Part(entry.title) for entry in navigation} | {SECTION: Part("本站")}
    for document in documents:
        turned = "/page/" in document.address
        if document.kind not in LEFT_OUT and document.indexed and not turned:
            parts.get(document.section, parts[SECTION]).add(document)
    ranks = [*CASE_LISTS.values(), *GROUPS.values()]
    for part in parts.values():
        part.groups = {name: part.groups[name] for name in ranks if name in part.groups}
    return [part for part in parts.values() if part.columns or part.groups]


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    """Crawlers may read everything: a page that must not be found says so itself, and has to be read for that."""
    lines = (
        "User-agent: *",
        "Allow: /",
        "",
        f"Sitemap: {context.public.settings.site_url}sitemap.xml",
        "",
    )
    return {"robots.txt": lambda: "\n".join(lines).encode("utf-8")}
