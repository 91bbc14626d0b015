"""The pages of the media kits (`kit/case/2025-006/`), their index, and the files beside them.

Beside a page lie the 公众号 copy page, the poster for A4 and A3, and the share card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from portal.media.canvas import PAPERS
from portal.media.short_text import MOST, short_text
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.kits.kit import Kit, kits
from portal.pages.page import templated
from portal.records import addresses

COPY, CARD = "wechat.html", "card.png"
CRUMB = ("宣传素材", addresses.KITS)


def plan(context: Context) -> list[Document]:
    made = kits(context)
    return [_index(context, made), *(_page(context, kit) for kit in made)] if made else []


def _index(context: Context, made: list[Kit]) -> Document:
    def values() -> dict[str, Any]:
        kinds = dict.fromkeys(kit.kind for kit in made)
        return {
            "groups": [(kind, [kit for kit in made if kit.kind == kind]) for kind in kinds],
            "risks": [entry.record for entry in context.public.risks if not context.public.is_draft(entry)],
        }

    return templated(
        context,
        "kits.html.j2",
        values,
        address=addresses.KITS,
        title="宣传素材",
        description="供张贴和转发用：海报、公众号图文、分享图、140字短文和一品一策张贴页。",
        section="about",
        kind="kits",
        crumbs=trail(CRUMB),
        demo=any(kit.demo for kit in made),
        indexed=False,
        listing=True,
    )


def _page(context: Context, kit: Kit) -> Document:
    return templated(
        context,
        "kit.html.j2",
        lambda: {
            "material": kit.material,
            "page": kit.page,
            "article": kit.article,
            "short": short_text(kit.material),
            "most": MOST,
            "papers": list(PAPERS),
        },
        address=kit.address,
        title=f"宣传素材：{kit.title}",
        description="转发到公众号、微博和群里，或者打印张贴。请不要改动内容，注明来源。",
        section=kit.section,
        kind="kit",
        published_on=kit.published_on,
        crumbs=trail(CRUMB, (kit.title, kit.address)),
        demo=kit.demo,
        indexed=False,
        listing=True,
        scripts=("kit",),
        image=f"{kit.address}{CARD}",
        sources=(kit.source,),
    )


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    return {path: content for kit in kits(context) for path, content in _beside(kit)}


def _beside(kit: Kit) -> Iterator[tuple[str, Callable[[], bytes]]]:
    yield f"{kit.address}{COPY}", kit.copy
    yield f"{kit.address}{CARD}", kit.card
    for paper in PAPERS:
        yield f"{kit.address}poster-{paper}.svg", partial(kit.poster, paper)
