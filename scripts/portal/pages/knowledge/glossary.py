"""名词解释: all terms of the glossary on one page, each with an anchor of its own."""

from __future__ import annotations

from typing import Any

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import page
from portal.records import addresses

CRUMBS = (("普法科普", addresses.KNOWLEDGE), ("名词解释", addresses.GLOSSARY))


def plan(context: Context) -> list[Document]:
    terms = context.public.terms

    def values() -> dict[str, Any]:
        names = {entry.record.id: entry.record.term for entry in terms}
        return {
            "entries": [
                (
                    entry.record,
                    context.cited(entry.record.citations),
                    [(one, names[one]) for one in entry.record.see if one in names],
                )
                for entry in terms
            ]
        }

    return [
        page(
            context,
            Document(
                address=addresses.GLOSSARY,
                title="名词解释",
                description="案例、通报和文章里常见的行话，用大白话说一遍。",
                kind=kinds.GLOSSARY,
                source=context.public.settings.bureau,
                crumbs=trail(*CRUMBS),
                sources=tuple(sorted({entry.path for entry in terms})),
            ),
            "glossary.html.j2",
            values,
        )
    ]
