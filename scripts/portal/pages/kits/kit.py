"""宣传素材 (media kits): what is made for the newest cases, every article and every month.

What is closed, withdrawn or not public yet has no kit: `holders` says who has. Words and
pictures are made when somebody asks for them.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial

from markupsafe import Markup

from portal.media.card import Card, share_card
from portal.media.material import Material
from portal.media.poster import poster
from portal.media.wechat import copy_page
from portal.pages import kinds
from portal.pages.context import Context
from portal.pages.kinds import PageKind
from portal.pages.kits import copies, words
from portal.pages.kits.holders import kit_addresses, kit_cases
from portal.pages.page import Values
from portal.records import Entry, addresses
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.outcome import Outcome


@dataclass(frozen=True)
class Kit:
    """One record's kit; `words` and `values` are made when a page or file is asked for."""

    context: Context
    page: str
    title: str
    kind: PageKind
    column: str
    source: str
    published_on: datetime.date | None
    until: datetime.date | None
    demo: bool
    words: Callable[[], Material]
    template: str
    values: Callable[[], Values]

    @property
    def address(self) -> str:
        return kit_addresses(self.context)[self.page]

    @cached_property
    def material(self) -> Material:
        return self.words()

    @cached_property
    def article(self) -> Markup:
        """The article for the 公众号, with classes."""
        template = self.context.templates.get_template(f"media/{self.template}")
        return Markup(template.render(material=self.material, **vars(self.values())))

    def copy(self) -> bytes:
        css = self.context.templates.get_template("media/wechat.css").render()
        return copy_page(self.article, css, self.material.title)

    def card(self) -> bytes:
        said = self.material
        who = said.publisher
        return share_card(Card(said.kind, said.title, said.summary, who.bureau, who.hotline, said.demo))

    def poster(self, paper: str) -> bytes:
        return poster(self.material, paper)


def kits(context: Context) -> list[Kit]:
    """In the order in which they are listed."""
    return [
        *(_of_case(context, entry) for entry in kit_cases(context)),
        *(_of_article(context, e) for e in context.public.articles if not context.public.is_draft(e)),
        *(_of_month(context, e) for e in reversed(context.public.outcomes) if not context.public.is_draft(e)),
    ]


def _of_case(context: Context, entry: Entry[Case]) -> Kit:
    case, page = entry.record, addresses.case(entry.record.id)
    return Kit(
        context=context,
        page=page,
        title=case.title,
        kind=kinds.CASE_KIT,
        column="典型案例",
        source=entry.path,
        published_on=case.published_on,
        until=context.public.last_day(case),
        demo=case.demo,
        words=partial(words.of_case, context, case),
        template="wechat_case.html.j2",
        values=partial(copies.of_case, context, case),
    )


def _of_article(context: Context, entry: Entry[KnowledgeArticle]) -> Kit:
    article, page = entry.record, addresses.article(entry.record)
    return Kit(
        context=context,
        page=page,
        title=article.title,
        kind=kinds.ARTICLE_KIT,
        column="普法科普",
        source=entry.path,
        published_on=article.published_on,
        until=None,
        demo=False,
        words=partial(words.of_article, context, article),
        template="wechat_article.html.j2",
        values=partial(copies.of_article, context, article),
    )


def _of_month(context: Context, entry: Entry[Outcome]) -> Kit:
    outcome, page = entry.record, addresses.month(entry.record.month)
    return Kit(
        context=context,
        page=page,
        title=words.month_title(outcome),
        kind=kinds.MONTH_KIT,
        column="月度通报",
        source=entry.path,
        published_on=outcome.published_on,
        until=None,
        demo=context.public.figures_are_demo,
        words=partial(words.of_month, context, outcome),
        template="wechat_month.html.j2",
        values=partial(copies.of_month, context, outcome),
    )
