"""法律法规: the list of laws, and a page for each with its versions and what its articles say."""

from __future__ import annotations

from collections import defaultdict

from portal.pages import kinds
from portal.pages.citations import Standing, standing
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import page
from portal.records import Entry, addresses
from portal.records.law import Law

CRUMBS = (("普法科普", addresses.KNOWLEDGE), ("法律法规", addresses.LAWS))


def plan(context: Context) -> list[Document]:
    return [_laws(context), *(_law(context, entry) for entry in context.public.laws)]


def _laws(context: Context) -> Document:
    law_kinds = context.public.words.groups["law_kinds"]
    by_kind: dict[str, list[Standing]] = defaultdict(list)
    for entry in context.public.laws:
        by_kind[entry.record.kind].append(standing(entry.record, context.public.today))
    return page(
        context,
        Document(
            address=addresses.LAWS,
            title="法律法规",
            description="本站引用的法律、法规、规章和司法解释，每条附一句话说明，并指向官方数据库。",
            kind=kinds.LAWS,
            crumbs=trail(*CRUMBS),
        ),
        "laws.html.j2",
        lambda: {"groups": [(kind, by_kind[kind]) for kind in law_kinds if by_kind[kind]]},
    )


def _law(context: Context, entry: Entry[Law]) -> Document:
    law = entry.record
    return page(
        context,
        Document(
            address=addresses.law(law),
            title=law.short_title,
            description=law.summary,
            kind=kinds.LAW,
            source=law.issuer,
            crumbs=trail(*CRUMBS, (law.short_title, addresses.law(law))),
            sources=(entry.path,),
        ),
        "law.html.j2",
        lambda: {
            "law": law,
            "standing": standing(law, context.public.today),
            "citing": context.citing.get(law.id, {}),
        },
    )
