"""What every page module needs: the site, today, what is public, the figures, and a way to render a template."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

from jinja2 import Environment

from portal.outcomes import Figures, figures_of
from portal.pages.citations import CitedArticle, Places, cite, citing
from portal.pages.document import Crumb, Document, Html
from portal.pages.marked_terms import MarkedTerms, TermIndex
from portal.publication.dates import Publishable, closed, is_public
from portal.records import Entry, Site, addresses
from portal.records.article import KnowledgeArticle
from portal.records.case import Case, CaseCorrection
from portal.records.citation import parse
from portal.records.outcome import Outcome, Revision
from portal.records.practice import Practice
from portal.records.risk import Risk

T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    """Shared by all page modules of one generation."""

    site: Site
    today: datetime.date
    templates: Environment
    drafts: bool = False

    @cached_property
    def figures(self) -> Figures:
        return figures_of(self.site, [entry.record for entry in self.outcomes])

    @cached_property
    def figures_are_demo(self) -> bool:
        """Whether pages with figures must say that they are invented."""
        return self.site.campaign.record.demo_units or any(entry.record.demo for entry in self.outcomes)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What several modules of one generation share under `name`, made for the first that asks."""
        if name not in self._shared:
            self._shared[name] = make()
        return cast("T", self._shared[name])

    @cached_property
    def _shared(self) -> dict[str, Any]:
        return {}

    def render(self, template: str, document: Document, **values: Any) -> Html:
        """Render a page template; `root` leads to the site's root from this page, `terms` explains words in it."""
        page = self.templates.get_template(template)
        return Html(
            page.render(
                document=document,
                root=document.root,
                site=self.site,
                campaign=self.site.campaign.record,
                settings=self.site.settings.record,
                today=self.today,
                at=addresses,
                terms=MarkedTerms(self.term_index, document.root),
                **values,
            )
        )

    @cached_property
    def term_index(self) -> TermIndex:
        return TermIndex(entry.record for entry in self.site.terms)

    def cited(self, texts: Iterable[str], decided_on: datetime.date | None = None) -> list[CitedArticle]:
        """What stands behind the citations of a text of today, or of a decision taken on `decided_on`."""
        return [self._cite(text, decided_on) for text in texts]

    def _cite(self, text: str, decided_on: datetime.date | None) -> CitedArticle:
        # Thousands of cases cite the same few hundred places, each by one of a few versions of the law.
        key = (text, self._version(text, decided_on) if decided_on else "")
        known = self._known_citations
        if key not in known:
            known[key] = cite(self.site, text, self.today, decided_on)
        return known[key]

    @cached_property
    def _known_citations(self) -> dict[tuple[str, str], CitedArticle]:
        return {}

    def _version(self, text: str, day: datetime.date) -> str:
        citation = parse(text)
        entry = self.site.law_by_name.get(citation.law) if citation else None
        version = entry.record.in_force(day) if entry else None
        return version.id if version else "-"

    @cached_property
    def citing(self) -> dict[str, Places]:
        """law id → (article, inserted) → (title, address) of the public pages that cite it."""
        return citing(self.site, self.articles, self.risks)

    def is_public(self, entry: Entry[Publishable]) -> bool:
        """Whether the record is on the site: public by today, or a draft in a preview."""
        return self.drafts or not self.is_draft(entry)

    def is_draft(self, entry: Entry[Publishable]) -> bool:
        return not is_public(entry.record, self.today)

    @cached_property
    def articles(self) -> list[Entry[KnowledgeArticle]]:
        """Public articles, newest first."""
        public = [entry for entry in self.site.articles if self.is_public(entry)]
        return sorted(public, key=newest, reverse=True)

    @cached_property
    def cases(self) -> list[Entry[Case]]:
        """Public cases whose facts may be shown, newest first."""
        return [entry for entry in self._published_cases if not self._closed(entry.record)]

    @cached_property
    def cases_by_month(self) -> dict[str, list[Case]]:
        """The same cases by the month (`2024-06`) in which they were published."""
        by_month: dict[str, list[Case]] = defaultdict(list)
        for entry in self.cases:
            by_month[str(entry.record.published_on)[:7]].append(entry.record)
        return by_month

    @cached_property
    def cases_by_article(self) -> dict[str, list[Case]]:
        """The same cases by the articles that they link to."""
        by_article: dict[str, list[Case]] = defaultdict(list)
        for entry in self.cases:
            for identifier in set(entry.record.knowledge):
                by_article[identifier].append(entry.record)
        return by_article

    @cached_property
    def closed_cases(self) -> list[tuple[Entry[Case], str]]:
        """Cases that were public and may no longer show anything but their address, with the reason."""
        return [(entry, reason) for entry in self._published_cases if (reason := self._closed(entry.record))]

    @cached_property
    def _published_cases(self) -> list[Entry[Case]]:
        public = [entry for entry in self.site.cases if self.is_public(entry)]
        return sorted(public, key=newest, reverse=True)

    def _closed(self, case: Case) -> str:
        return closed(case, self.site.publicity.record, self.today)

    def shown_corrections(self, case: Case) -> list[CaseCorrection]:
        """The corrections made by today."""
        return [one for one in case.corrections if one.on <= self.today]

    @cached_property
    def risks(self) -> list[Entry[Risk]]:
        return [entry for entry in self.site.risks if self.is_public(entry)]

    @cached_property
    def practices(self) -> list[Entry[Practice]]:
        public = [entry for entry in self.site.practices if self.is_public(entry)]
        return sorted(public, key=newest, reverse=True)

    @cached_property
    def outcomes(self) -> list[Entry[Outcome]]:
        """Published months, oldest first."""
        return [entry for entry in self.site.outcomes if self.is_public(entry)]

    def shown_revisions(self, outcome: Outcome) -> list[Revision]:
        """The revisions of public figures made by today."""
        return [
            one
            for one in outcome.revisions
            if one.on <= self.today and one.indicator in self._public_indicators
        ]

    @cached_property
    def _public_indicators(self) -> frozenset[str]:
        return frozenset(one.id for one in self.site.indicators.record.indicators if one.public)

    def public_text(self, article: KnowledgeArticle) -> str:
        """The article's Markdown; a link to an article that is not public yet is left as plain text."""
        public = {(entry.record.section, entry.record.id) for entry in self.articles}
        text, done = "", 0
        for link in article.links():
            if (link.section, link.id) not in public:
                text += article.body[done : link.start] + link.text
                done = link.end
        return text + article.body[done:]

    @cached_property
    def kit_cases(self) -> list[Entry[Case]]:
        """The newest cases, as many as are to have a media kit; never a draft, never a closed one."""
        most = self.site.settings.record.media_kit_cases
        return [entry for entry in self.cases if not self.is_draft(entry)][:most]

    @cached_property
    def kits(self) -> dict[str, str]:
        """The address of a page → the address of its media kit, for the pages that have one."""
        pages = {addresses.case(e.record.id): addresses.kit("case", e.record.id) for e in self.kit_cases}
        for one in self.articles:
            if not self.is_draft(one):
                pages[addresses.article(one.record)] = addresses.kit("article", one.record.id)
        for month in self.outcomes:
            if not self.is_draft(month):
                pages[addresses.month(month.record.month)] = addresses.kit("month", month.record.month)
        return pages

    def linked_articles(self, ids: Iterable[str]) -> list[KnowledgeArticle]:
        """The public ones among the articles named."""
        wanted = [self.site.article_by_id[i] for i in ids if i in self.site.article_by_id]
        return [entry.record for entry in wanted if self.is_public(entry)]


def newest(entry: Entry[Case] | Entry[KnowledgeArticle] | Entry[Practice]) -> tuple[datetime.date, str]:
    """For sorting: by day of publication, drafts after everything published."""
    return (entry.record.published_on or datetime.date.max, entry.record.id)


HOME = Crumb("首页", addresses.HOME)


def trail(*steps: tuple[str, str]) -> tuple[Crumb, ...]:
    """Breadcrumbs from the home page."""
    return (HOME, *(Crumb(title, address) for title, address in steps))
