"""网站地图 and robots.txt: every page that is no single case, by section, for people and for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import Values, page
from portal.records import addresses

TITLE = "网站地图"
# Lists of cases by the folder they lie in; the same word may be a 业态 and a 工作重点.
CASE_LISTS = {"business": "按业态", "focus": "按工作重点", "product": "按品种", "year": "按年份"}


class Listed(NamedTuple):
    """A page as the map names it."""

    title: str
    address: str


@dataclass
class Part:
    """One section of the site: its columns, then groups of single pages."""

    title: str
    columns: list[Listed] = field(default_factory=list)
    groups: dict[str, list[Listed]] = field(default_factory=dict)

    def add(self, document: Document) -> None:
        name = _group(document)
        pages = self.groups.setdefault(name, []) if name else self.columns
        pages.append(_listed(document))


@dataclass(frozen=True)
class SiteMapValues(Values):
    sections: list[Part]


def _listed(document: Document) -> Listed:
    """Under the short title that breadcrumbs have; the home page has none."""
    title = document.crumbs[-1].title if document.crumbs else kinds.FRONT.title
    return Listed(title, document.address or "./")


def _group(document: Document) -> str:
    if document.address.startswith(addresses.CASES):
        return CASE_LISTS.get(document.address.removeprefix(addresses.CASES).partition("/")[0], "")
    return document.kind.group or ""


def plan(context: Context, documents: Iterable[Document]) -> list[Document]:
    """`documents` are all other pages of the site."""

    made = page(
        context,
        Document(
            address=addresses.SITE_MAP,
            title=TITLE,
            description="本站所有栏目和页面。典型案例很多，从案例栏目按业态、工作重点和年份找。",
            kind=kinds.SITE_MAP,
            crumbs=trail((TITLE, addresses.SITE_MAP)),
        ),
        "sitemap.html.j2",
        lambda: SiteMapValues(_parts((*documents, made))),
    )
    return [made]


def _parts(documents: Iterable[Document]) -> list[Part]:
    parts = {section.id: Part(section.title) for section in (*kinds.MENU, kinds.ABOUT)}
    for document in documents:
        turned = "/page/" in document.address
        if document.kind.group is not kinds.LEFT_OUT and document.indexed and not turned:
            parts.get(document.section, parts[kinds.ABOUT.id]).add(document)
    ranks = [*CASE_LISTS.values(), *dict.fromkeys(one.group for one in kinds.KINDS if one.group)]
    for part in parts.values():
        part.groups = {name: part.groups[name] for name in ranks if name in part.groups}
    return [part for part in parts.values() if part.columns or part.groups]


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    """Crawlers may read everything: a page that must not be found says so itself, and has to be read for that."""
    lines = (
        "User-agent: *",
        "Allow: /",
        "",
        f"Sitemap: {context.public.settings.site_url}{addresses.MACHINE_SITE_MAP}",
        "",
    )
    return {addresses.ROBOTS: lambda: "\n".join(lines).encode("utf-8")}
