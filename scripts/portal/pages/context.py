"""What every page module needs: what is public, its figures, and a way to render a template."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

from jinja2 import Environment

from portal.outcomes import Figures, figures_of
from portal.pages.citations import CitedArticle, Places, cite, citing
from portal.pages.document import Crumb, Document, Html
from portal.pages.marked_terms import MarkedTerms, TermIndex
from portal.publication.public_site import PublicSite
from portal.records import Entry, addresses
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.citation import parse

T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    """Shared by all page modules of one generation."""

    public: PublicSite
    templates: Environment

    @cached_property
    def figures(self) -> Figures:
        return figures_of(self.public)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What several modules of one generation share under `name`, made for the first that asks."""
        if name not in self._shared:
            self._shared[name] = make()
        return cast("T", self._shared[name])

    @cached_property
    def _shared(self) -> dict[str, Any]:
        return {}

    def render(self, template: str, document: Document, values: Mapping[str, object]) -> Html:
        """Render a page template; `root` leads to the site's root from this page, `terms` explains words in it."""
        page = self.templates.get_template(template)
        return Html(
            page.render(
                document=document,
                root=document.root,
                campaign=self.public.campaign,
                settings=self.public.settings,
                today=self.public.today,
                at=addresses,
                terms=MarkedTerms(self.term_index, document.root),
                **values,
            )
        )

    @cached_property
    def term_index(self) -> TermIndex:
        return TermIndex(entry.record for entry in self.public.terms)

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
    def citing(self) -> dict[str, Places]:
        """law id → (article, inserted) → (title, address) of the public pages that cite it."""
        return citing(self.public)

    @cached_property
    def cases_by_month(self) -> dict[str, list[Case]]:
        """The public cases by the month (`2024-06`) in which they were published."""
        by_month: dict[str, list[Case]] = defaultdict(list)
        for entry in self.public.cases:
            by_month[str(entry.record.published_on)[:7]].append(entry.record)
        return by_month

    @cached_property
    def cases_by_article(self) -> dict[str, list[Case]]:
        """The public cases by the articles that they link to."""
        by_article: dict[str, list[Case]] = defaultdict(list)
        for entry in self.public.cases:
            for identifier in set(entry.record.knowledge):
                by_article[identifier].append(entry.record)
        return by_article

    def public_text(self, article: KnowledgeArticle) -> str:
        """The article's Markdown; a link to an article that is not public yet is left as plain text."""
        public = {(entry.record.section, entry.record.id) for entry in self.public.articles}
        text, done = "", 0
        for link in article.links():
            if (link.section, link.id) not in public:
                text += article.body[done : link.start] + link.text
                done = link.end
        return text + article.body[done:]

    @cached_property
    def kit_cases(self) -> list[Entry[Case]]:
        """The newest cases, as many as are to have a media kit; never a draft, never a closed one."""
        most = self.public.settings.media_kit_cases
        return [entry for entry in self.public.cases if not self.public.is_draft(entry)][:most]

    @cached_property
    def kits(self) -> dict[str, str]:
        """The address of a page → the address of its media kit, for the pages that have one."""
        pages = {addresses.case(e.record.id): addresses.kit("case", e.record.id) for e in self.kit_cases}
        for one in self.public.articles:
            if not self.public.is_draft(one):
                pages[addresses.article(one.record)] = addresses.kit("article", one.record.id)
        for month in self.public.outcomes:
            if not self.public.is_draft(month):
                pages[addresses.month(month.record.month)] = addresses.kit("month", month.record.month)
        return pages


HOME = Crumb("首页", addresses.HOME)


def trail(*steps: tuple[str, str]) -> tuple[Crumb, ...]:
    """Breadcrumbs from the home page."""
    return (HOME, *(Crumb(title, address) for title, address in steps))
