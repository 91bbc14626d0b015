"""The pages of the media kits (`kit/case/2025-006/`), their index, and the files beside them.

Beside a page lie the 公众号 copy page, the poster for A4 and A3, and the share card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from portal.media.canvas import PAPERS
from portal.media.material import Material
from portal.media.short_text import MOST, short_text
from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.kits.kit import Kit, kits
from portal.pages.page import Values, page
from portal.records import addresses
from portal.records.risk import Risk

CRUMB = ("宣传素材", addresses.KITS)


class KitsOfColumn(NamedTuple):
    """The kits of one column of the site: 典型案例, 普法科普, 月度通报."""

    column: str
    kits: list[Kit]


@dataclass(frozen=True)
class KitsValues(Values):
    """`risks` are the cards whose wall sheets may be put up."""

    groups: list[KitsOfColumn]
    risks: list[Risk]


@dataclass(frozen=True)
class KitValues(Values):
    """`page` is the address of what it is about, `most` how many characters `short` may have."""

    material: Material
    page: str
    article: Markup
    short: str
    most: int
    papers: list[str]


def plan(context: Context) -> list[Document]:
    made = kits(context)
    return [_index(context, made), *(_page(context, kit) for kit in made)] if made else []


def _index(context: Context, made: list[Kit]) -> Document:
    def values() -> KitsValues:
        columns = dict.fromkeys(kit.column for kit in made)
        return KitsValues(
            groups=[KitsOfColumn(one, [kit for kit in made if kit.column == one]) for one in columns],
            risks=[entry.record for entry in context.public.risks if not context.public.is_draft(entry)],
        )

    return page(
        context,
        Document(
            address=addresses.KITS,
            title="宣传素材",
            description="供张贴和转发用：海报、公众号图文、分享图、140字短文和一品一策张贴页。",
            kind=kinds.KITS,
            crumbs=trail(CRUMB),
            demo=any(kit.demo for kit in made),
        ),
        "kits.html.j2",
        values,
    )


def _page(context: Context, kit: Kit) -> Document:
    return page(
        context,
        Document(
            address=kit.address,
            title=f"宣传素材：{kit.title}",
            description="转发到公众号、微博和群里，或者打印张贴。请不要改动内容，注明来源。",
            kind=kit.kind,
            published_on=kit.published_on,
            until=kit.until,
            crumbs=trail(CRUMB, (kit.title, kit.address)),
            demo=kit.demo,
            scripts=("kit",),
            image=kit.address + addresses.KIT_CARD,
            sources=(kit.source,),
        ),
        "kit.html.j2",
        lambda: KitValues(
            material=kit.material,
            page=kit.page,
            article=kit.article,
            short=short_text(kit.material),
            most=MOST,
            papers=list(PAPERS),
        ),
    )


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    return {path: content for kit in kits(context) for path, content in _beside(kit)}


def _beside(kit: Kit) -> Iterator[tuple[str, Callable[[], bytes]]]:
    yield kit.address + addresses.KIT_COPY, kit.copy
    yield kit.address + addresses.KIT_CARD, kit.card
    for paper in PAPERS:
        yield addresses.poster(kit.address, paper), partial(kit.poster, paper)
