"""What every page module needs: what is public, its figures, and a way to render a template."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import TypeVar, cast

from jinja2 import Environment

from portal.outcomes import Figures, figures_of
from portal.pages import contents
from portal.pages.citations import CitedArticle, cite
from portal.pages.document import Crumb, Document, Html
from portal.pages.drafts import drafts_of, marked, marked_text
from portal.pages.marked_terms import MarkedTerms, TermIndex
from portal.publication.public_site import PublicSite
from portal.publication.shown import shown_text
from portal.records import addresses
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.citation import parse
from portal.records.month import Month

T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    """Shared by all page modules of one generation."""

    public: PublicSite
    templates: Environment

    @cached_property
    def figures(self) -> Figures:
        return figures_of(self.public)

    @cached_property
    def shared(self) -> dict[Callable[[Context], object], object]:
        """What functions marked with `once` have made."""
        return {}

    def render(self, template: str, document: Document, values: Mapping[str, object]) -> Html:
        """Render a page template; `root` leads to the site's root from this page, `terms` explains words in it."""
        page = self.templates.get_template(template)
        html = page.render(
            document=document,
            root=document.root,
            campaign=self.public.campaign,
            settings=self.public.settings,
            today=self.public.today,
            at=addresses,
            ends=self.public.ends,
            terms=MarkedTerms(self.term_index, document.root),
            contents=contents.mark_for(document.kind),
            **values,
        )
        html = contents.filled(html, document.kind, self._list)
        return Html(marked(html, document.address, self.drafts))

    def _list(self, found: list[contents.Heading]) -> str:
        return self.templates.get_template("_contents.html.j2").render(headings=found)

    @cached_property
    def drafts(self) -> frozenset[str]:
        """The addresses of what only a preview shows."""
        return drafts_of(self.public)

    @cached_property
    def term_index(self) -> TermIndex:
        return TermIndex(entry.record for entry in self.public.terms)

    @cached_property
    def own_words(self) -> tuple[str, ...]:
        """What this site calls things, from its lists and its glossary: no title is parted inside these."""
        listed = (term for group in self.public.words.groups.values() for term in group.values())
        explained = (word for entry in self.public.terms for word in entry.record.words)
        return tuple(sorted({*explained, *(word for term in listed for word in (term.name, *term.aliases))}))

    def cited(self, texts: Iterable[str], decided_on: datetime.date | None = None) -> list[CitedArticle]:
        """What stands behind the citations of a text of today, or of a decision taken on `decided_on`."""
        return [self._cite(text, decided_on) for text in texts]

    def _cite(self, text: str, decided_on: datetime.date | None) -> CitedArticle:
        # Thousands of cases cite the same few hundred places, each by one of a few versions of the law.
        key = (text, self._version(text, decided_on) if decided_on else "")
        known = self._known_citations
        if key not in known:
            known[key] = cite(self.public, text, decided_on)
        return known[key]

    @cached_property
    def _known_citations(self) -> dict[tuple[str, str], CitedArticle]:
        return {}

    def _version(self, text: str, day: datetime.date) -> str:
        citation = parse(text)
        entry = self.public.law_by_name.get(citation.law) if citation else None
        version = entry.record.in_force(day) if entry else None
        return version.id if version else "-"

    @cached_property
    def cases_by_month(self) -> dict[Month, list[Case]]:
        """The public cases by the month in which they were published."""
        by_month: dict[Month, list[Case]] = defaultdict(list)
        for entry in self.public.cases:
            if entry.record.published_on:
                by_month[Month.of(entry.record.published_on)].append(entry.record)
        return by_month

    def public_text(self, article: KnowledgeArticle) -> str:
        """The article's Markdown without links to what is not public yet."""
        return shown_text(
            marked_text(article, self.drafts),
            {(one.record.section, one.record.id) for one in self.public.articles},
        )


def once(make: Callable[[Context], T]) -> Callable[[Context], T]:
    """Mark what several modules of one generation share: it is made for the first that asks."""

    @wraps(make)
    def shared(context: Context) -> T:
        if make not in context.shared:
            context.shared[make] = make(context)
        return cast("T", context.shared[make])

    return shared


HOME = Crumb("首页", addresses.HOME)


def trail(*steps: tuple[str, str]) -> tuple[Crumb, ...]:
    """Breadcrumbs from the home page."""
    return (HOME, *(Crumb(title, address) for title, address in steps))
