"""What every page module needs: the site, today, the figures, and a way to render a template."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import Environment

from portal.outcomes import Figures, figures_of
from portal.pages import addresses
from portal.pages.document import Crumb, Document, Html
from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.citation import parse
from portal.records.law import Article, Law
from portal.rules.publicity_period import expires_on


@dataclass(frozen=True)
class CitedArticle:
    """A citation as it is shown: the law, the place in it, what it says, and where it is explained."""

    text: str
    law: Law | None
    place: str
    paraphrase: str
    address: str
    version: str


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

    def render(self, template: str, document: Document, **values: Any) -> Html:
        """Render a page template; `root` leads back to the site's root from this page."""
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
                **values,
            )
        )

    @cached_property
    def _known_citations(self) -> dict[str, CitedArticle]:
        return {}

    def cited(self, texts: Iterable[str]) -> list[CitedArticle]:
        # Thousands of cases cite the same few hundred places.
        known = self._known_citations
        return [known.get(text) or known.setdefault(text, self.cite(text)) for text in texts]

    def cite(self, text: str) -> CitedArticle:
        """What stands behind a citation; an unknown law is shown as it was written."""
        citation = parse(text)
        entry = self.site.law_by_name.get(citation.law) if citation else None
        if citation is None or entry is None:
            return CitedArticle(text, None, text, "", "", "")
        law = entry.record
        article: Article | None = law.article(citation.article, citation.inserted)
        return CitedArticle(
            text,
            law,
            citation.place,
            article.paraphrase if article else "",
            addresses.law_article(law, citation) if article else addresses.law(law),
            law.current.id,
        )

    def is_public(self, entry: Entry[Any]) -> bool:
        """Whether the record is on the site: public by today, or a draft in a preview."""
        return self.drafts or not self.is_draft(entry)

    def is_draft(self, entry: Entry[Any]) -> bool:
        """Not published by today, or not through all three reviews (months of figures have none)."""
        record = entry.record
        reviewed = not hasattr(record, "review") or record.review.complete
        return record.published_on is None or record.published_on > self.today or not reviewed

    @cached_property
    def articles(self) -> list[Any]:
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
        """`withdrawn`, `expired` (公示规定 Art. 11 and 13), or nothing."""
        if case.withdrawal and case.withdrawal.on <= self.today:
            return "withdrawn"
        end = expires_on(case, self.site.publicity.record)
        return "expired" if end and end <= self.today else ""

    @cached_property
    def risks(self) -> list[Any]:
        return [entry for entry in self.site.risks if self.is_public(entry)]

    @cached_property
    def practices(self) -> list[Any]:
        public = [entry for entry in self.site.practices if self.is_public(entry)]
        return sorted(public, key=newest, reverse=True)

    @cached_property
    def outcomes(self) -> list[Any]:
        """Published months, oldest first."""
        return [entry for entry in self.site.outcomes if self.is_public(entry)]

    def public_text(self, article: KnowledgeArticle) -> str:
        """The article's Markdown; a link to an article that is not public yet is left as plain text."""
        public = {(entry.record.section, entry.record.id) for entry in self.articles}
        text, done = "", 0
        for link in article.links():
            if (link.section, link.id) not in public:
                text += article.body[done : link.start] + link.text
                done = link.end
        return text + article.body[done:]

    def linked_articles(self, ids: Iterable[str]) -> list[Any]:
        """The public ones among the articles named."""
        wanted = [self.site.article_by_id[i] for i in ids if i in self.site.article_by_id]
        return [entry.record for entry in wanted if self.is_public(entry)]


def newest(entry: Entry[Any]) -> tuple[datetime.date, str]:
    """For sorting: by day of publication, drafts after everything published."""
    return (entry.record.published_on or datetime.date.max, entry.record.id)


HOME = Crumb("首页", addresses.HOME)


def trail(*steps: tuple[str, str]) -> tuple[Crumb, ...]:
    """Breadcrumbs from the home page."""
    return (HOME, *(Crumb(title, address) for title, address in steps))
