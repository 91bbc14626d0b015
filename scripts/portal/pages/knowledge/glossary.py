"""名词解释: all terms of the glossary on one page, each with an anchor of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.citations import CitedArticle
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import Values, page
from portal.records import addresses
from portal.records.glossary import GlossaryTerm

CRUMBS = (("普法科普", addresses.KNOWLEDGE), ("名词解释", addresses.GLOSSARY))


class ExplainedTerm(NamedTuple):
    """A term, what its explanation rests on, and the other terms it points to."""

    term: GlossaryTerm
    cited: list[CitedArticle]
    see: list[GlossaryTerm]


@dataclass(frozen=True)
class GlossaryValues(Values):
    entries: list[ExplainedTerm]


def plan(context: Context) -> list[Document]:
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
                sources=tuple(sorted({entry.path for entry in context.public.terms})),
            ),
            "glossary.html.j2",
            lambda: GlossaryValues(_explained(context)),
        )
    ]


def _explained(context: Context) -> list[ExplainedTerm]:
    terms = [entry.record for entry in context.public.terms]
    by_id = {term.id: term for term in terms}
    return [
        ExplainedTerm(term, context.cited(term.citations), [by_id[one] for one in term.see if one in by_id])
        for term in terms
    ]
